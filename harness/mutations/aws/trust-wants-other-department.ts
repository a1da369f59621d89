import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { iamNames } from '../kit/genuine-iam-facts.ts';
import { changeTrust } from './_account.ts';

export default defineMutation({
  id: 'aws/trust-wants-other-department',
  title: 'A trust policy wants a session tag of another value',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) =>
      changeTrust(account, (statement) => [
        {
          ...statement,
          Condition: {
            StringEquals: { 'SAML:aud': iamNames.signInUrl, 'aws:RequestTag/Department': 'Finance' },
          },
        },
      ]),
  },
  breaks: ['aws/trust-conditions'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.tags('Session tags are there as aws:RequestTag/<key> while the role is assumed.')],
  needsArtifacts: ['account'],
});
