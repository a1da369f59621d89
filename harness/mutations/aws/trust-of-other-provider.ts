import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { iamNames } from '../kit/genuine-iam-facts.ts';
import { changeTrust } from './_account.ts';

export default defineMutation({
  id: 'aws/trust-of-other-provider',
  title: 'A trust policy names another provider',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) =>
      changeTrust(account, (statement) => [
        { ...statement, Principal: { Federated: `${iamNames.providerArn}-old` } },
      ]),
  },
  breaks: ['aws/trust-provider'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.trust('The trust policy names the provider, the action and SAML:aud.')],
  needsArtifacts: ['account'],
});
