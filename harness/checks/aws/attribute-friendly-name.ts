import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { hasAttributes } from '../attributes/_attributes.ts';
import { quote } from '../metadata/_show.ts';
import { misnamedAttributes } from './_names.ts';

export default defineCheck({
  id: 'aws/attribute-friendly-name',
  title: {
    holds: 'AWS’s attributes have their names in Name, not in FriendlyName',
    fails: 'One of AWS’s attributes has its name in FriendlyName only',
  },
  why: 'AWS reads Name alone, and passes the attribute over as if it were not there.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → attribute name',
    change: 'Enter the full name as the attribute’s name; what FriendlyName says does not matter.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    refs.assertions('The Name of the attribute is the full address.'),
    { document: 'saml-core', section: '2.7.3.1', says: 'FriendlyName is for people, and never identifies.' },
  ],
  messages: { friendly: 'FriendlyName is {friendly}, and Name is {name}.' },
  applies: hasAttributes,
  run: ({ response }) =>
    misnamedAttributes(response)
      .filter(({ by }) => by === 'friendly-name')
      .map(({ attribute: { element, name = '', friendlyName = '' }, meant }) => ({
        message: 'friendly' as const,
        data: { friendly: quote(friendlyName), name: quote(name) },
        expected: `Name="https://aws.amazon.com/SAML/Attributes/${meant}"`,
        observed: `Name=${quote(name)}`,
        where: at(response, element, 'FriendlyName'),
      })),
});
