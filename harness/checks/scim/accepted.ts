import { defineCheck } from '../../model/check.ts';
import { readRequests, type ScimRequest } from '../../scim/read-requests.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at, clientFix, hasAny, nameOf } from './_requests.ts';

export default defineCheck({
  id: 'scim/accepted',
  title: {
    holds: 'The service refuses no request',
    fails: 'The service refuses a request',
  },
  why: 'What is refused is not done: somebody is missing, or keeps what they should lose.',
  fix: clientFix(
    'Look at the reason in CloudTrail (event source identitystore-scim.amazonaws.com), and mend the mapping or the token.',
  ),
  judges: 'idp',
  needs: ['scim'],
  refs: [
    refs.page(
      'CreateUser',
      'ValidationException, UnauthorizedException, AccessDeniedException and ConflictException are the refusals.',
    ),
    refs.userGuide('Logging IAM Identity Center SCIM API calls', 'The audit log names the reason.'),
  ],
  messages: {
    token: '{request} was refused: the access token is not taken.',
    refused: '{request} was refused with {status}: {reason}.',
  },
  applies: ({ scim }) => hasAny(scim),
  run: ({ scim }) => {
    const requests = readRequests(scim);
    return requests.flatMap((request, index) => {
      const { status, reason = 'no reason is known' } = request.exchange;
      if (!isRefused(request, requests[index + 1])) return [];
      const message = status === 401 ? ('token' as const) : ('refused' as const);
      const data = { request: nameOf(request), status, reason };
      return [
        {
          message,
          data,
          expected: 'an answer of 2xx',
          observed: String(status),
          where: at(request, 'status'),
        },
      ];
    });
  },
});

/** A conflict that is looked into, and a deletion of what is gone already, are ways to the same end. */
function isRefused({ exchange }: ScimRequest, next: ScimRequest | undefined): boolean {
  const { status, operation } = exchange;
  if (status < 400 || status === 429 || status >= 500) return false;
  if (status === 404 && operation.startsWith('Delete')) return false;
  const look = `${operation.replace('Create', 'List')}s`;
  return !(status === 409 && next?.exchange.operation === look);
}
