import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { attributesOf, hasAttributes, isPlaceholder } from './_attributes.ts';

export default defineCheck({
  id: 'attributes/value-placeholder',
  title: {
    holds: 'Attribute values are data of the person',
    fails: 'An attribute value is the mapping itself, or a word such as null',
  },
  why: 'The product did not resolve the mapping, so that every person arrives with the same meaningless value.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → claims mapping',
    change: 'Choose the source attribute from the list instead of typing it, and fill it for every user.',
  },
  judges: 'idp',
  needs: ['response'],
  uses: ['setup'],
  refs: [
    {
      document: 'saml-core',
      section: '2.7.3',
      says: 'An attribute statement says that the subject is associated with the attributes given.',
    },
    {
      document: '1kosmos',
      section: 'Attribute mappings',
      says: 'The source of a claim is written user.firstName, and its value is sent.',
    },
  ],
  messages: { literal: 'The attribute {name} has the value {value}, which is no data of a person.' },
  applies: hasAttributes,
  run: ({ response, setup }) =>
    attributesOf(response).flatMap(({ name = '', values }) =>
      values
        .filter(({ text }) => isPlaceholder(text))
        // Somebody may really be called that.
        .filter(
          ({ text }) => !setup?.attributes?.some((agreed) => agreed.name === name && agreed.value === text),
        )
        .map(({ element, text }) => ({
          message: 'literal',
          data: { name: quote(name), value: quote(text) },
          expected: "the person's own value",
          observed: quote(text),
          where: at(response, element),
        })),
    ),
});
