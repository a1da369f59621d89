import { defineCheck } from '../../model/check.ts';
import type { ScimPerson } from '../../model/scim-records.ts';
import { refs } from '../../scim/spec-refs.ts';
import { pushFix, whereUser } from './_directory.ts';

export default defineCheck({
  id: 'scim/user-once',
  title: {
    holds: 'Nobody is at the service twice',
    fails: 'Somebody is at the service twice',
  },
  why: 'Assignments go to one account, the login to the other.',
  fix: pushFix(
    'Delete the second account, and set the client to look people up by externalId before it makes them.',
  ),
  judges: 'setup',
  needs: ['directory'],
  refs: [
    refs.schema('3.1', 'externalId is unique among the resources of one client.'),
    refs.schema('4.1.1', 'userName is unique, whatever its case.'),
  ],
  messages: { twice: '{user} has the {attribute} of {other}.' },
  applies: ({ directory }) => directory.found.users.length > 1 || 'There are not two people at the service.',
  run: ({ directory: { found } }) => {
    const keys: readonly (readonly [string, (user: ScimPerson) => string | undefined])[] = [
      ['external id', ({ externalId }) => externalId],
      ['user name', ({ userName }) => userName.normalize('NFKC').toLowerCase()],
      ['e-mail address', ({ email }) => email?.toLowerCase()],
    ];
    return keys.flatMap(([attribute, keyOf]) => {
      const first = new Map<string, ScimPerson>();
      return found.users.flatMap((user) => {
        const key = keyOf(user);
        const other = key === undefined ? undefined : first.get(key);
        if (key !== undefined && other === undefined) first.set(key, user);
        if (other === undefined) return [];
        return [
          {
            message: 'twice' as const,
            data: { user: user.userName, attribute, other: other.userName },
            expected: 'one account a person',
            observed: `${other.userName} and ${user.userName}`,
            where: whereUser(found, user, 'found'),
          },
        ];
      });
    });
  },
});
