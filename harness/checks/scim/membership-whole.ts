import { defineCheck } from '../../model/check.ts';
import { operationsOf } from '../../scim/read-patch.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at, clientFix, hasRequest, nameOf, requestsOf } from './_requests.ts';

export default defineCheck({
  id: 'scim/membership-whole',
  title: {
    holds: 'Members are added and removed by name, never replaced or removed as a whole',
    fails: 'Members are replaced or removed as a whole',
  },
  why: 'AWS refuses it: people keep the access that they should lose.',
  fix: clientFix('Set the client to add and remove single members.'),
  judges: 'idp',
  needs: ['scim'],
  refs: [
    refs.page('PatchGroup', 'Replacing or removing all memberships in one request is a ValidationException.'),
    refs.page('Limitations', 'PatchGroup does not support remove all or replace operations.'),
  ],
  messages: {
    replaced: '{request} replaces all members.',
    removed: '{request} removes all members.',
  },
  applies: ({ scim }) => hasRequest(scim, 'PatchGroup'),
  run: ({ scim }) =>
    requestsOf(scim, 'PatchGroup').flatMap((request) =>
      operationsOf(request)
        .filter(({ attributes }) => attributes.some((name) => name.toLowerCase() === 'members'))
        .flatMap(({ op, path, value }) => {
          const removesAll = op === 'remove' && value === undefined && path?.toLowerCase() === 'members';
          const message = op === 'replace' ? 'replaced' : removesAll ? 'removed' : undefined;
          if (message === undefined) return [];
          const data = { request: nameOf(request) };
          return [
            {
              message,
              data,
              expected: 'add or remove with members',
              observed: op,
              where: at(request, 'body'),
            } as const,
          ];
        }),
    ),
});
