import { defineCheck, type Fault } from '../../model/check.ts';
import { attr } from '../../saml/tree.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { conditionsOf } from './_conditions.ts';
import { samlConditions } from './_others.ts';

export default defineCheck({
  id: 'conditions/proxy-restriction',
  title: {
    holds: 'ProxyRestriction is stated once at most, with a count that can be understood',
    fails: 'ProxyRestriction is stated more than once, or with a count that cannot be understood',
  },
  why: 'A service provider that cannot understand a condition treats the whole assertion as of undetermined validity, and refuses it.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → conditions',
    change: 'Leave ProxyRestriction out unless the service provider asks for it.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.6',
      says: 'Conditions contain ProxyRestriction at most once; its Count is a number of indirections, not negative.',
    },
  ],
  messages: {
    repeated: 'Conditions has {count} ProxyRestriction elements; one is allowed.',
    count: 'The Count of ProxyRestriction is {count}; it has to be a whole number from 0.',
  },
  applies: ({ response }) =>
    conditionsOf(response).some((conditions) => samlConditions(conditions, 'ProxyRestriction').length > 0) ||
    'No assertion has ProxyRestriction.',
  run: ({ response }) =>
    conditionsOf(response).flatMap((conditions): Fault<'repeated' | 'count'>[] => {
      const restrictions = samlConditions(conditions, 'ProxyRestriction');
      const [, second] = restrictions;
      if (second !== undefined) {
        const count = restrictions.length;
        const where = at(response, second);
        return [
          { message: 'repeated', data: { count }, expected: 'one at most', observed: `${count}`, where },
        ];
      }
      return restrictions.flatMap((element) => {
        const count = attr(element, 'Count');
        if (count === undefined || /^\+?\d+$/.test(count.trim())) return [];
        const where = at(response, element, 'Count');
        const observed = quote(count);
        return [
          { message: 'count', data: { count: observed }, expected: 'a number from 0', observed, where },
        ];
      });
    }),
});
