import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { attributesOf, hasAttributes } from './_attributes.ts';

export default defineCheck({
  id: 'attributes/value-absent',
  title: {
    holds: 'Every attribute has a value that is not empty',
    fails: 'An attribute has no value, or an empty one',
  },
  why: 'An empty value overwrites what the directory knew, and rules that compare it match by accident or not at all.',
  fix: {
    console: 'Identity provider',
    field: "User profile, or the application's claims mapping",
    change: 'Fill the source attribute for every user, or leave the claim out where there is no value.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '2.7.3.1',
      says: 'An attribute that exists without a value has no AttributeValue.',
    },
    {
      document: 'saml-core',
      section: '2.7.3.1.1',
      says: 'An empty value is an empty AttributeValue; a null value is one with xsi:nil.',
    },
    {
      assumption: 'A claim is agreed on because its value is needed.',
      known: 'The standard allows attributes without a value.',
    },
  ],
  messages: { empty: 'The attribute {name} has {what}; a value is wanted.' },
  applies: hasAttributes,
  run: ({ response }) =>
    attributesOf(response).flatMap(({ element, name = '', values }) => {
      const nested = values.some(({ oddities }) => oddities.includes('element'));
      if (nested || (values.length > 0 && values.every(({ text }) => text.trim() !== ''))) return [];
      const what = values.length === 0 ? 'no AttributeValue' : 'an empty value';
      const blank = values.find(({ text }) => text.trim() === '');
      const where = at(response, blank?.element ?? element);
      return [
        { message: 'empty', data: { name: quote(name), what }, expected: 'a value', observed: what, where },
      ];
    }),
});
