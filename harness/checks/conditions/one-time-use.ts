import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { conditionsOf } from './_conditions.ts';
import { samlConditions } from './_others.ts';

export default defineCheck({
  id: 'conditions/one-time-use',
  title: {
    holds: 'OneTimeUse is stated once at most',
    fails: 'OneTimeUse is stated more than once',
  },
  why: 'Conditions that break the rules of the standard make the whole assertion invalid for a careful service provider.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → conditions',
    change: 'Write OneTimeUse once, or leave it out.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [{ document: 'saml-core', section: '2.5.1.5', says: 'Conditions contain OneTimeUse at most once.' }],
  messages: { repeated: 'Conditions has {count} OneTimeUse elements; one is allowed.' },
  applies: ({ response }) =>
    conditionsOf(response).some((conditions) => samlConditions(conditions, 'OneTimeUse').length > 0) ||
    'No assertion has OneTimeUse.',
  run: ({ response }) =>
    conditionsOf(response).flatMap((conditions) => {
      const [, second, ...rest] = samlConditions(conditions, 'OneTimeUse');
      if (second === undefined) return [];
      const count = rest.length + 2;
      const where = at(response, second);
      return [{ message: 'repeated', data: { count }, expected: 'one at most', observed: `${count}`, where }];
    }),
});
