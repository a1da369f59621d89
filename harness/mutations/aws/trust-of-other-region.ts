import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeTrust } from './_account.ts';

export default defineMutation({
  id: 'aws/trust-of-other-region',
  title: 'A trust policy accepts the sign-in address of one region only',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) =>
      changeTrust(account, (statement) => [
        {
          ...statement,
          Condition: { StringEquals: { 'SAML:aud': 'https://eu-west-1.signin.aws.amazon.com/saml' } },
        },
      ]),
  },
  breaks: ['aws/recipient-trusted'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.conditionKeys('saml:aud is the Recipient of the assertion.')],
  needsArtifacts: ['account'],
});
