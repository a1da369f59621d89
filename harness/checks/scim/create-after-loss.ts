import { defineCheck } from '../../model/check.ts';
import { readRequests, type ScimRequest, textAt } from '../../scim/read-requests.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at, clientFix, hasRequest, nameOf } from './_requests.ts';

export default defineCheck({
  id: 'scim/create-after-loss',
  title: {
    holds: 'After a creation whose answer was lost, the client looks before it creates again',
    fails: 'After a creation whose answer was lost, the client creates again without looking',
  },
  why: 'The first one may have been carried out: a client that does not look takes the conflict for a failure, or makes a second one.',
  fix: clientFix(
    'Set the client to look up userName, displayName or externalId before it tries a creation again.',
  ),
  judges: 'idp',
  needs: ['scim'],
  refs: [
    {
      document: 'rfc9110',
      section: '9.2.2',
      says: 'A request that is not idempotent is not repeated unless it is known not to have been applied.',
    },
    refs.page('CreateUser', 'ConflictException: user already exists.'),
  ],
  messages: { blind: '{request} repeats a creation that may have been carried out.' },
  applies: ({ scim }) => hasRequest(scim, 'CreateUser', 'CreateGroup'),
  run: ({ scim }) => {
    const uncertain = new Map<string, true>();
    return readRequests(scim).flatMap((request) => {
      const { operation, lost, status } = request.exchange;
      // Any look at that kind of thing counts: by name, by external id, or at the whole list.
      if (operation.startsWith('List')) {
        for (const key of [...uncertain.keys()]) if (key.startsWith(kindOf(operation))) uncertain.delete(key);
        return [];
      }
      if (!operation.startsWith('Create')) return [];
      const key = `${kindOf(operation)} ${nameIn(request)}`;
      const isBlind = uncertain.has(key);
      if (lost !== undefined || status >= 500) uncertain.set(key, true);
      if (!isBlind) return [];
      return [
        {
          message: 'blind' as const,
          data: { request: nameOf(request) },
          expected: 'a look-up before it',
          observed: nameIn(request),
          where: at(request, 'body'),
        },
      ];
    });
  },
});

function kindOf(operation: string): string {
  return /User/.test(operation) ? 'User' : 'Group';
}

function nameIn({ body }: ScimRequest): string {
  return (textAt(body, 'userName') ?? textAt(body, 'displayName') ?? '').toLowerCase();
}
