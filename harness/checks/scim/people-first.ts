import { defineCheck } from '../../model/check.ts';
import { memberChanges } from '../../scim/read-patch.ts';
import { listOf, objectOf, readRequests, type ScimRequest } from '../../scim/read-requests.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at, clientFix, hasRequest, nameOf } from './_requests.ts';

export default defineCheck({
  id: 'scim/people-first',
  title: {
    holds: 'Nobody is put into a group before the service has told their id',
    fails: 'Somebody is put into a group before the service has told their id',
  },
  why: 'A member who is not there yet is refused, and with them all others of the request.',
  fix: clientFix('Push people first, then groups, then memberships.'),
  judges: 'idp',
  needs: ['scim'],
  refs: [
    refs.schema('4.2', 'A member’s value is the id that the service gave.'),
    refs.page('PatchGroup', 'Members are named by the id of the user.'),
  ],
  messages: { unknown: '{request} adds the member "{id}", whom no answer has named.' },
  applies: ({ scim }) => {
    if (scim.dropped > 0) return 'The beginning of the record was not kept.';
    return hasRequest(scim, 'PatchGroup', 'CreateGroup');
  },
  run: ({ scim }) => {
    const told = new Set<string>();
    return readRequests(scim).flatMap((request) => {
      const strangers = memberChanges(request).filter(({ op, id }) => op === 'add' && !told.has(id));
      for (const id of idsTold(request)) told.add(id);
      return strangers.map(({ id }) => ({
        message: 'unknown' as const,
        data: { request: nameOf(request), id },
        expected: 'an id that the service has told before',
        observed: id,
        where: at(request, 'body'),
      }));
    });
  },
});

/** Ids of users in an answer that reached the client. */
function idsTold({ exchange, answer }: ScimRequest): readonly string[] {
  if (exchange.lost !== undefined || !/User/.test(exchange.operation)) return [];
  return [answer, ...listOf(objectOf(answer).Resources)].flatMap((one) => {
    const { id } = objectOf(one);
    return typeof id === 'string' ? [id] : [];
  });
}
