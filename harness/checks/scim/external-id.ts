import { defineCheck } from '../../model/check.ts';
import { refs } from '../../scim/spec-refs.ts';
import { counterpart, pushFix, userNameOf, whereUser } from './_directory.ts';

export default defineCheck({
  id: 'scim/external-id',
  title: {
    holds: 'Everybody carries the identity provider’s own id',
    fails: 'Somebody does not carry the identity provider’s own id',
  },
  why: 'Without it a person whose name changes is not recognised, and made a second time.',
  fix: pushFix('Map externalId to an id that never changes.'),
  judges: 'idp',
  needs: ['directory'],
  refs: [
    refs.schema(
      '3.1',
      'externalId is the client’s identifier of the resource, and spares it a mapping of its own.',
    ),
  ],
  messages: { other: '{user} has the external id "{there}", and has to have "{wanted}".' },
  applies: ({ directory }) =>
    directory.expected.users.some(({ externalId }) => externalId !== undefined) || 'No ids are known.',
  run: ({ directory: { expected, found } }) =>
    expected.users.flatMap((wanted) => {
      const there = counterpart(wanted, found.users, userNameOf);
      if (wanted.externalId === undefined || there === undefined || there.externalId === wanted.externalId)
        return [];
      return [
        {
          message: 'other' as const,
          data: { user: wanted.userName, there: there.externalId ?? '', wanted: wanted.externalId },
          expected: wanted.externalId,
          observed: there.externalId ?? 'none',
          where: whereUser(found, there, 'found'),
        },
      ];
    }),
});
