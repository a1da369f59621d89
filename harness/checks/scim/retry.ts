import { defineCheck } from '../../model/check.ts';
import { readRequests, type ScimRequest } from '../../scim/read-requests.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at, clientFix, isUnsettled, nameOf } from './_requests.ts';

export default defineCheck({
  id: 'scim/retry',
  title: {
    holds: 'Whatever the service could not take is settled later',
    fails: 'Something that the service could not take was given up',
  },
  why: 'A client that gives up after a 429 leaves out people and memberships, and nobody hears of it.',
  fix: clientFix('Set the client to try again after 429, 5xx and lost connections, or push once more.'),
  judges: 'idp',
  needs: ['scim'],
  refs: [
    refs.page('CreateUser', 'ThrottlingException: too many requests exceeded the limits.'),
    {
      document: 'rfc9110',
      section: '15.6.4',
      says: 'After 503 the client may try again, after the time of Retry-After.',
    },
  ],
  messages: { 'given-up': '{request} was answered {status}, and never settled.' },
  applies: ({ scim }) =>
    scim.exchanges.some((exchange) => isUnsettled(exchange)) || 'The service took everything at once.',
  run: ({ scim }) => {
    const requests = readRequests(scim);
    return requests.flatMap((request, index) => {
      if (!isUnsettled(request.exchange) || isSettled(request, requests.slice(index + 1))) return [];
      const status = request.exchange.lost === undefined ? String(request.exchange.status) : 'nothing';
      return [
        {
          message: 'given-up' as const,
          data: { request: nameOf(request), status },
          expected: 'the same again, until it is answered',
          observed: 'nothing',
          where: at(request, 'status'),
        },
      ];
    });
  },
});

/** Sent again, or looked at: what a look shows to be missing is the subject of the checks of the directory. */
function isSettled({ exchange }: ScimRequest, later: readonly ScimRequest[]): boolean {
  const kind = exchange.operation.includes('Group') ? 'Group' : 'User';
  return later.some(({ exchange: next, query }) => {
    if (isUnsettled(next)) return false;
    const isOfGroup = query.get('filter')?.startsWith('groups') === true;
    if (next.operation === `List${kind}s` && !isOfGroup) return true;
    if (exchange.operation === 'PatchGroup' && isOfGroup) return true;
    return next.method === exchange.method && next.target === exchange.target && next.body === exchange.body;
  });
}
