import { refs } from '../../aws/spec-refs.ts';
import { defineCheck, type Fault } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { hasOfferedRole, offeredRoles } from './_attributes.ts';

export default defineCheck({
  id: 'aws/role-provider',
  title: {
    holds: 'Every Role value names the SAML provider that is in use',
    fails: 'A Role value names another SAML provider than the one in use',
  },
  why: 'AWS tries the response against that other provider, and answers that the signature is invalid or that it does not exist.',
  fix: {
    console: 'IAM',
    field: 'Identity providers → the provider → ARN',
    change: 'Copy the ARN of the provider that was made for this identity provider into every Role value.',
  },
  judges: 'idp',
  needs: ['response', 'account'],
  refs: [
    refs.assertions('The second part of the pair is the ARN of the provider in IAM.'),
    refs.troubleshooting('A provider that does not exist, or another one, makes the login fail.'),
    { document: '1kosmos', section: 'Configuration values', says: 'The provider’s ARN is found in IAM.' },
  ],
  messages: {
    case: 'The Role value {value} names the provider {found}, which differs from {wanted} in upper and lower case.',
    other: 'The Role value {value} names the provider {found}, which is there and not the one in use.',
    unknown: 'The Role value {value} names the provider {found}, which the account does not have.',
  },
  applies: ({ response, account }) =>
    account.inUse.length > 0 ? hasOfferedRole({ response }) : 'Which provider is in use is not known.',
  run: ({ response, account }) =>
    offeredRoles(response).flatMap(({ value, pair }): Fault<'case' | 'other' | 'unknown'>[] => {
      const found = pair.provider.arn;
      if (pair.provider.partition !== account.partition || account.inUse.includes(found)) return [];
      const alike = account.inUse.find((arn) => arn.toLowerCase() === found.toLowerCase());
      const isThere = account.providers.some(({ arn }) => arn === found);
      const wanted = quoteAll(account.inUse);
      return [
        {
          message: isThere ? 'other' : alike === undefined ? 'unknown' : 'case',
          data: { value: quote(value.text), found: quote(found), wanted: alike ?? wanted },
          expected: wanted,
          observed: quote(found),
          where: at(response, value.element),
        },
      ];
    }),
});
