import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { attributesOf, hasAttributes } from './_attributes.ts';

/** The replacement character, or two or more characters that are UTF-8 bytes read as Latin-1 or Windows-1252. */
const damage =
  /\uFFFD|[\u00C3\u00C2][\u0080-\u00BF\u0152-\u0178\u2013-\u203A\u20AC]|\u00E2\u20AC[\u0080-\u00BF\u0152-\u2122]/u;

export default defineCheck({
  id: 'attributes/encoding',
  title: {
    holds: 'Letters beyond ASCII survive',
    fails: 'Letters beyond ASCII are damaged',
  },
  why: 'Names arrive as "JosÃ©": people see their own name spelt wrong, and comparisons with the directory fail.',
  fix: {
    console: 'Identity provider',
    field: 'User profile, or the directory connector',
    change: 'Store and import names as UTF-8.',
  },
  judges: 'idp',
  needs: ['response'],
  uses: ['setup'],
  refs: [
    {
      document: 'xml',
      section: '4.3.3',
      says: 'Without another declaration, XML is encoded in UTF-8 or UTF-16.',
    },
    { document: 'saml-core', section: '1.3.1', says: 'Strings are compared byte for byte.' },
  ],
  messages: { damaged: 'The attribute {name} has the value {value}, in which letters are damaged.' },
  applies: hasAttributes,
  run: ({ response, setup }) =>
    attributesOf(response).flatMap(({ name = '', values }) =>
      values
        .filter(({ text }) => damage.test(text))
        // The directory itself may hold such a value.
        .filter(
          ({ text }) => !setup?.attributes?.some((agreed) => agreed.name === name && agreed.value === text),
        )
        .map(({ element, text }) => ({
          message: 'damaged',
          data: { name: quote(name), value: quote(text) },
          expected: 'letters as the person writes them',
          observed: quote(text),
          where: at(response, element),
        })),
    ),
});
