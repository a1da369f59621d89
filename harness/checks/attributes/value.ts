import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { agreedAttributes, hasAgreement, isPlaceholder } from './_attributes.ts';

export default defineCheck({
  id: 'attributes/value',
  title: {
    holds: "Attribute values equal the directory's",
    fails: "An attribute value differs from the directory's",
  },
  why: "The person arrives with somebody else's data, or with fields exchanged; access rules that read them decide wrongly.",
  fix: {
    console: 'Identity provider',
    field: 'SAML application → claims mapping',
    change: 'Map the claim to the source attribute of the mapping table.',
  },
  judges: 'idp',
  needs: ['response', 'setup'],
  refs: [
    {
      document: '1kosmos',
      section: 'Attribute mappings',
      says: 'Each attribute sent has one source attribute of the user.',
    },
    { document: 'saml-core', section: '1.3.1', says: 'Strings are compared byte for byte, case and all.' },
  ],
  messages: { other: 'The attribute {name} is {value}; {source} is {wanted}.' },
  applies: hasAgreement,
  run: ({ response, setup }) =>
    agreedAttributes(response, setup).flatMap(({ attribute: { element, values }, agreed }) => {
      const texts = values.map(({ text }) => text);
      // Empty values, placeholders and nested elements are each told by a check of their own.
      const untellable = texts.some((text) => text.trim() === '' || isPlaceholder(text));
      if (untellable || texts.length === 0 || texts.includes(agreed.value)) return [];
      const observed = quoteAll(texts);
      return [
        {
          message: 'other',
          data: {
            name: quote(agreed.name),
            value: observed,
            source: agreed.source,
            wanted: quote(agreed.value),
          },
          expected: `${quote(agreed.value)}, from ${agreed.source}`,
          observed,
          where: at(response, values[0]?.element ?? element),
        },
      ];
    }),
});
