import { defineCheck } from '../../model/check.ts';
import { fault, mappingOf } from './_oidc.ts';
import { cognito, mappingPage, poolFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/mapping-required',
  title: {
    holds: 'Every attribute that the pool requires is mapped',
    fails: 'An attribute that the pool requires is not mapped',
  },
  why: 'Everybody’s sign-in ends in an error of the pool.',
  fix: poolFix(mappingPage, 'Map every required attribute.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [
    cognito(
      'cognito-user-pools-specifying-attribute-mapping',
      'Every required attribute of the pool must be mapped.',
    ),
  ],
  messages: { missing: 'The attribute {observed} is required and not mapped.' },
  run: ({ oidc }) => {
    const mapped = mappingOf(oidc).map(([attribute]) => attribute);
    return oidc.pool.schema
      .filter(({ name, required }) => required && !mapped.includes(name))
      .map(({ name }) => fault('missing', 'a mapping', name, '/provider/mapping'));
  },
});
