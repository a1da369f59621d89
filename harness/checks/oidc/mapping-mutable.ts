import { defineCheck } from '../../model/check.ts';
import { fault, mappingOf } from './_oidc.ts';
import { cognito, mappingPage, poolFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/mapping-mutable',
  title: {
    holds: 'Only attributes that may change are mapped',
    fails: 'An attribute is mapped that may not change',
  },
  why: 'The first sign-in works, and every later one ends in an error of the pool.',
  fix: poolFix(mappingPage, 'Map a mutable attribute instead: an immutable one cannot be changed later.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [
    cognito('cognito-user-pools-specifying-attribute-mapping', 'Mapped custom attributes must be mutable.'),
  ],
  messages: { immutable: 'The attribute {observed} is immutable and mapped.' },
  run: ({ oidc }) => {
    const fixed = oidc.pool.schema.filter(({ mutable }) => !mutable).map(({ name }) => name);
    return mappingOf(oidc)
      .filter(([attribute]) => fixed.includes(attribute))
      .map(([attribute]) => fault('immutable', 'a mutable attribute', attribute, '/provider/mapping'));
  },
});
