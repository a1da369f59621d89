import { conditionKeyOf } from '../../aws/saml-attributes.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { attributesOf, hasAttributes } from '../attributes/_attributes.ts';
import { quote } from '../metadata/_show.ts';

export default defineCheck({
  id: 'aws/condition-key-once',
  title: {
    holds: 'No two attributes fill the same condition key',
    fails: 'Two attributes fill the same condition key',
  },
  why: 'AWS takes one of them and does not say which; a trust policy that asks for the key may see either.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application',
    change: 'Send the value under one of the names only.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.assertions('Only one claim is mapped to each condition key.')],
  messages: { twice: 'The attributes {first} and {name} both fill saml:{key}.' },
  applies: hasAttributes,
  run: ({ response }) => {
    const filling = attributesOf(response).flatMap(({ element, name = '' }) => {
      const key = conditionKeyOf(name);
      return key === undefined ? [] : [{ element, name, key }];
    });
    return filling.flatMap(({ element, name, key }, index) => {
      const first = filling.slice(0, index).find((one) => one.key === key);
      if (first === undefined) return [];
      const data = { first: quote(first.name), name: quote(name), key };
      const where = at(response, element, 'Name');
      return [{ message: 'twice' as const, data, expected: quote(first.name), observed: quote(name), where }];
    });
  },
});
