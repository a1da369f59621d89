import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeTrust } from './_account.ts';

export default defineMutation({
  id: 'aws/trust-without-source-identity',
  title: 'A trust policy does not allow a source identity',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) =>
      changeTrust(account, (statement) => [
        { ...statement, Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'] },
      ]),
  },
  breaks: ['aws/set-source-identity'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.sourceIdentity('To set a source identity, the trust policy must allow sts:SetSourceIdentity.')],
  needsArtifacts: ['account'],
});
