import { defineCheck } from '../../model/check.ts';
import { readRequests } from '../../scim/read-requests.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at, clientFix, nameOf } from './_requests.ts';

export default defineCheck({
  id: 'scim/retry-after',
  title: {
    holds: 'The client waits as long as the service asks it to',
    fails: 'The client asks again before the service wanted it to',
  },
  why: 'Who does not wait is throttled on, and the push never ends.',
  fix: clientFix('Set the client to honour Retry-After.'),
  judges: 'idp',
  needs: ['scim'],
  refs: [
    {
      document: 'rfc9110',
      section: '10.2.3',
      says: 'Retry-After says how long the client ought to wait before the next request.',
    },
    refs.page('CreateUser', 'ThrottlingException: too many requests exceeded the limits.'),
  ],
  messages: { early: '{request} came {waited} s after an answer that asked for {wanted} s.' },
  applies: ({ scim }) =>
    scim.exchanges.some(({ retryAfter }) => retryAfter !== undefined) || 'The service named no time to wait.',
  run: ({ scim }) => {
    const requests = readRequests(scim);
    return requests.flatMap((next, index) => {
      const before = requests[index - 1]?.exchange;
      const wanted = before?.retryAfter;
      if (before === undefined || wanted === undefined) return [];
      const waited = (Date.parse(next.exchange.at) - Date.parse(before.at)) / 1000;
      // Timers may ring a little early.
      if (!(waited < wanted - 0.05)) return [];
      return [
        {
          message: 'early' as const,
          data: { request: nameOf(next), waited: waited.toFixed(1), wanted },
          expected: `at least ${wanted} s`,
          observed: `${waited.toFixed(1)} s`,
          where: at(next, 'at'),
        },
      ];
    });
  },
});
