import { defineCheck } from '../../model/check.ts';
import { readRequests } from '../../scim/read-requests.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at, clientFix, hasAny, shorten } from './_requests.ts';

export default defineCheck({
  id: 'scim/base-url',
  title: {
    holds: 'Every request goes to a path that is joined to the base URL by one slash',
    fails: 'A request goes to a path that is not joined to the base URL by one slash',
  },
  why: 'The console shows the address with a slash at its end; a client that adds its own asks for a path that is not there.',
  fix: clientFix('Enter the base URL without the slash at its end, where the client adds its own.'),
  judges: 'idp',
  needs: ['scim'],
  refs: [
    refs.page(
      'What is the IAM Identity Center SCIM implementation',
      'Requests go to endpoints below /scim/v2/.',
    ),
    {
      assumption: 'A path with two slashes is another path.',
      known:
        'Guides of other identity providers tell people to take the slash off; how AWS answers is not documented.',
    },
  ],
  messages: {
    doubled: 'The request for {target} has a slash too many.',
    glued: 'The request for {target} has no slash after the base URL.',
  },
  applies: ({ scim }) => hasAny(scim),
  run: ({ scim }) =>
    readRequests(scim).flatMap((request) => {
      const { path } = request;
      const message = path.includes('//') ? 'doubled' : path.startsWith('/') ? undefined : 'glued';
      if (message === undefined) return [];
      const target = shorten(path);
      return [
        {
          message,
          data: { target },
          expected: 'one slash',
          observed: target,
          where: at(request, 'target'),
        } as const,
      ];
    }),
});
