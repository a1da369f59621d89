import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { iamNames } from '../kit/genuine-iam-facts.ts';
import { changeTrust } from './_account.ts';

export default defineMutation({
  id: 'aws/trust-wants-persistent-name',
  title: 'A trust policy wants a persistent NameID',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) =>
      changeTrust(account, (statement) => [
        {
          ...statement,
          Condition: { StringEquals: { 'SAML:aud': iamNames.signInUrl, 'SAML:sub_type': 'persistent' } },
        },
      ]),
  },
  breaks: ['aws/trust-conditions'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.conditionKeys('saml:sub_type is the format of the NameID.')],
  needsArtifacts: ['account'],
});
