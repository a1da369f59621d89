import { defineCheck } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { at } from '../assertion/_assertions.ts';
import { conditionsOf } from './_conditions.ts';

export default defineCheck({
  id: 'conditions/window',
  title: {
    holds: 'The validity of the assertion begins before it ends',
    fails: 'The validity of the assertion ends before it begins',
  },
  why: 'There is no instant at which such an assertion is valid; no clock skew helps.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → assertion validity',
    change: 'Set a validity greater than zero, and a NotBefore that is not later than the issue.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.2',
      says: 'If both are present, NotBefore is earlier than NotOnOrAfter.',
    },
  ],
  messages: { reversed: 'NotBefore is {start}, NotOnOrAfter is {end}; the first has to be the earlier.' },
  applies: ({ response }) =>
    conditionsOf(response).some(
      (conditions) => conditions.notBefore !== undefined && conditions.notOnOrAfter !== undefined,
    ) || 'No assertion has both bounds.',
  run: ({ response }) =>
    conditionsOf(response).flatMap(({ element, notBefore = '', notOnOrAfter = '' }) => {
      const start = parseInstant(notBefore)?.ms;
      const end = parseInstant(notOnOrAfter)?.ms;
      if (start === undefined || end === undefined || start < end) return [];
      return [
        {
          message: 'reversed',
          data: { start: notBefore, end: notOnOrAfter },
          expected: 'NotBefore earlier than NotOnOrAfter',
          observed: `${notBefore}, ${notOnOrAfter}`,
          where: at(response, element, 'NotBefore'),
        },
      ];
    }),
});
