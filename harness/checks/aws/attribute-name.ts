import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { hasAttributes } from '../attributes/_attributes.ts';
import { quote } from '../metadata/_show.ts';
import { misnamedAttributes } from './_names.ts';

export default defineCheck({
  id: 'aws/attribute-name',
  title: {
    holds: 'AWS’s attributes have exactly the names that AWS gives them',
    fails: 'One of AWS’s attributes has nearly the name that AWS gives it',
  },
  why: 'Names are compared exactly. AWS passes the attribute over as if it were not there.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → attribute name',
    change: 'Copy the name from AWS’s documentation: https, the host, and upper and lower case count.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.assertions('Attribute names are case-sensitive and have exactly the form given.')],
  messages: { nearly: 'The attribute {name} is not read; the name is {right}.' },
  applies: hasAttributes,
  run: ({ response }) =>
    misnamedAttributes(response)
      .filter(({ by }) => by === 'name')
      .map(({ attribute: { element, name = '' }, meant }) => {
        const right = `https://aws.amazon.com/SAML/Attributes/${meant}`;
        return {
          message: 'nearly' as const,
          data: { name: quote(name), right },
          expected: right,
          observed: quote(name),
          where: at(response, element, 'Name'),
        };
      }),
});
