import { defineCheck } from '../../model/check.ts';
import { limits } from '../../scim/limits.ts';
import { memberChanges } from '../../scim/read-patch.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at, clientFix, hasRequest, nameOf, requestsOf } from './_requests.ts';

export default defineCheck({
  id: 'scim/membership-size',
  title: {
    holds: 'No request changes more than a hundred memberships',
    fails: 'A request changes more than a hundred memberships',
  },
  why: 'AWS refuses the whole request: large groups stay empty while small ones work.',
  fix: clientFix('Set the client to send memberships in parts of at most 100.'),
  judges: 'idp',
  needs: ['scim'],
  refs: [
    refs.page('PatchGroup', 'At most 100 membership changes are allowed in a request.'),
    refs.page('CreateGroup', 'At most 100 members can be added in a request.'),
  ],
  messages: { many: '{request} changes {count} memberships.' },
  applies: ({ scim }) => hasRequest(scim, 'PatchGroup', 'CreateGroup'),
  run: ({ scim }) =>
    requestsOf(scim, 'PatchGroup', 'CreateGroup').flatMap((request) => {
      const count = memberChanges(request).length;
      if (count <= limits.membersPerRequest) return [];
      return [
        {
          message: 'many' as const,
          data: { request: nameOf(request), count },
          expected: `at most ${limits.membersPerRequest}`,
          observed: String(count),
          where: at(request, 'body'),
        },
      ];
    }),
});
