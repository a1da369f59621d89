import { defineCheck } from '../../model/check.ts';
import type { ScimPerson } from '../../model/scim-records.ts';
import { refs } from '../../scim/spec-refs.ts';
import { counterpart, pushFix, userNameOf, whereUser } from './_directory.ts';

const compared = ['userName', 'displayName', 'givenName', 'familyName', 'email'] as const;

export default defineCheck({
  id: 'scim/users-same',
  title: {
    holds: 'Everybody has the same names and address on both sides',
    fails: 'Somebody has other names or another address at the service',
  },
  why: 'After a change of name or address the person is known to the identity provider under one name, and to AWS under another.',
  fix: pushFix('Push again; where the difference stays, compare the attribute mapping.'),
  judges: 'setup',
  needs: ['directory'],
  refs: [
    refs.userGuide(
      'Automatic provisioning',
      'Changes at the identity provider are synchronised to Identity Center.',
    ),
    refs.guide('Capabilities overview', 'Accounts are updated.'),
  ],
  messages: { differs: 'The {attribute} of {user} is "{there}" at the service, and has to be "{wanted}".' },
  applies: ({ directory }) => directory.expected.users.length > 0 || 'Nobody is entitled.',
  run: ({ directory: { expected, found } }) =>
    expected.users.flatMap((wanted) => {
      const there = counterpart(wanted, found.users, userNameOf);
      if (there === undefined) return [];
      return compared.filter(differs(wanted, there)).map((attribute) => ({
        message: 'differs' as const,
        data: {
          attribute,
          user: wanted.userName,
          there: there[attribute] ?? '',
          wanted: wanted[attribute] ?? '',
        },
        expected: wanted[attribute] ?? 'none',
        observed: there[attribute] ?? 'none',
        where: whereUser(found, there, 'found'),
      }));
    }),
});

/** To the letter: another case or form of Unicode is another name when somebody logs in. */
function differs(wanted: ScimPerson, there: ScimPerson) {
  return (attribute: (typeof compared)[number]) => wanted[attribute] !== there[attribute];
}
