import { defineCheck } from '../../model/check.ts';
import { limits } from '../../scim/limits.ts';
import { textAt } from '../../scim/read-requests.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at, clientFix, hasRequest, nameOf, requestsOf } from './_requests.ts';

export default defineCheck({
  id: 'scim/user-required',
  title: {
    holds: 'Every user is sent with user name, display name, given and family name',
    fails: 'A user is sent without a name that AWS requires',
  },
  why: 'AWS refuses the user, and the person is not known when they log in.',
  fix: clientFix(
    'Map userName, displayName, name.givenName and name.familyName, and fill them in for everybody.',
  ),
  judges: 'idp',
  needs: ['scim'],
  refs: [refs.page('CreateUser', 'givenName, familyName, userName and displayName are required.')],
  messages: { missing: '{request} has no {attribute}.' },
  applies: ({ scim }) => hasRequest(scim, 'CreateUser', 'PutUser'),
  run: ({ scim }) =>
    requestsOf(scim, 'CreateUser', 'PutUser').flatMap((request) =>
      limits.requiredOfUser
        // An empty one is the subject of scim/empty-values.
        .filter((attribute) => textAt(request.body, attribute) === undefined)
        .map((attribute) => ({
          message: 'missing' as const,
          data: { request: nameOf(request), attribute },
          expected: attribute,
          observed: 'none',
          where: at(request, 'body'),
        })),
    ),
});
