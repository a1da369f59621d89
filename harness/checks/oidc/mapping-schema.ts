import { defineCheck } from '../../model/check.ts';
import { fault, mappingOf } from './_oidc.ts';
import { cognito, mappingPage, poolFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/mapping-schema',
  title: {
    holds: 'Only attributes that the pool has are mapped',
    fails: 'An attribute is mapped that the pool does not have',
  },
  why: 'The pool refuses the mapping, or the sign-in.',
  fix: poolFix(mappingPage, 'Add the custom attribute to the pool, with custom: before its name.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [
    cognito(
      'cognito-user-pools-specifying-attribute-mapping',
      'Claims are mapped to attributes of the user pool.',
    ),
  ],
  messages: { unknown: 'The attribute {observed} is mapped, and the pool has none of that name.' },
  run: ({ oidc }) => {
    const known = oidc.pool.schema.map(({ name }) => name);
    return mappingOf(oidc)
      .filter(([attribute]) => !known.includes(attribute))
      .map(([attribute]) => fault('unknown', 'an attribute of the pool', attribute, '/provider/mapping'));
  },
});
