import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeTrust } from './_account.ts';

export default defineMutation({
  id: 'aws/trust-without-audience',
  title: 'A trust policy has no condition on SAML:aud',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) => changeTrust(account, ({ Condition: _, ...statement }) => [statement]),
  },
  breaks: ['aws/trust-audience'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.trust('The trust policy names the provider, the action and SAML:aud.')],
  needsArtifacts: ['account'],
});
