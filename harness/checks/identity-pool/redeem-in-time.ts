import { redeemWithinMs } from '../../aws/limits.ts';
import { defineCheck } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { duration } from '../metadata/_show.ts';
import { at, fixes, hasCalls, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/redeem-in-time',
  title: {
    holds: 'Every call comes within five minutes of the assertion',
    fails: 'A call comes more than five minutes after the assertion',
  },
  why: 'The assertion has expired by then; an application that keeps it for later gets no credentials.',
  fix: fixes.application('Call right after the login, and start a login anew when credentials end.'),
  judges: 'sp',
  needs: ['response', 'identity-pool'],
  refs: [
    refs.saml(
      'The assertion is that of the login that has just been made; what it must say is on the page of IAM.',
    ),
  ],
  messages: {
    late: '{operation} comes {after} after the assertion was issued.',
  },
  applies: hasCalls,
  run: (given) =>
    given['identity-pool'].calls.flatMap((call, index) => {
      const issued = parseInstant(given.response.assertions[0]?.issueInstant)?.ms;
      const asked = Date.parse(call.askedAt);
      if (issued === undefined || !(asked - issued > redeemWithinMs)) return [];
      const after = duration(asked - issued);
      return [
        {
          message: 'late' as const,
          data: { operation: call.operation, after },
          expected: `at most ${duration(redeemWithinMs)}`,
          observed: after,
          where: at(`/calls/${index}/askedAt`),
        },
      ];
    }),
});
