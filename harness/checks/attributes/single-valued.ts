import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { agreedAttributes, hasAgreement } from './_attributes.ts';

export default defineCheck({
  id: 'attributes/single-valued',
  title: {
    holds: 'Agreed attributes have one value each',
    fails: 'An agreed attribute has several values',
  },
  why: 'Where one value is expected, products take the first, the last, or refuse the login.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → claims mapping',
    change: 'Map the claim to a source attribute with a single value.',
  },
  judges: 'idp',
  needs: ['response', 'setup'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'With attributes for access control switched on, no attribute may have several values.',
    },
    {
      document: '1kosmos',
      section: 'Attribute mappings',
      says: 'Each attribute sent has one source attribute of the user.',
    },
  ],
  messages: { several: 'The attribute {name} has the values {values}; one is wanted.' },
  applies: hasAgreement,
  run: ({ response, setup }) =>
    agreedAttributes(response, setup).flatMap(({ attribute: { element, values }, agreed }) => {
      if (values.length < 2) return [];
      const observed = quoteAll(values.map(({ text }) => text));
      const where = at(response, values[1]?.element ?? element);
      const data = { name: quote(agreed.name), values: observed };
      return [{ message: 'several', data, expected: 'one value', observed, where }];
    }),
});
