import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeTrust } from './_account.ts';

export default defineMutation({
  id: 'aws/trust-for-web-identity',
  title: 'A trust policy allows web identity in place of SAML',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) =>
      changeTrust(account, (statement) => [
        {
          ...statement,
          Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession', 'sts:SetSourceIdentity'],
        },
      ]),
  },
  breaks: ['aws/trust-action'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.trust('The trust policy names the provider, the action and SAML:aud.')],
  needsArtifacts: ['account'],
});
