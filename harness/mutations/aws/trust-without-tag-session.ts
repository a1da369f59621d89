import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeTrust } from './_account.ts';

export default defineMutation({
  id: 'aws/trust-without-tag-session',
  title: 'A trust policy does not allow session tags',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) =>
      changeTrust(account, (statement) => [
        { ...statement, Action: ['sts:AssumeRoleWithSAML', 'sts:SetSourceIdentity'] },
      ]),
  },
  breaks: ['aws/tag-session'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.tags('To pass session tags, the trust policy must allow sts:TagSession.')],
  needsArtifacts: ['account'],
});
