import type { DirectoryRecord, ScimPerson } from '../../model/scim-records.ts';
import { changeGroups, changeThere } from '../../mutations/scim/_directory.ts';
import familyNameStale from '../../mutations/scim/family-name-stale.ts';
import groupMissing from '../../mutations/scim/group-missing.ts';
import groupRenamed from '../../mutations/scim/group-renamed.ts';
import leaverNotRemoved from '../../mutations/scim/leaver-not-removed.ts';
import leaverNotSwitchedOff from '../../mutations/scim/leaver-not-switched-off.ts';
import memberLeft from '../../mutations/scim/member-left.ts';
import memberMissing from '../../mutations/scim/member-missing.ts';
import noExternalId from '../../mutations/scim/no-external-id.ts';
import otherExternalId from '../../mutations/scim/other-external-id.ts';
import personMadeByHandToo from '../../mutations/scim/person-made-by-hand-too.ts';
import personMissing from '../../mutations/scim/person-missing.ts';
import personOfLoginMissing from '../../mutations/scim/person-of-login-missing.ts';
import personTwice from '../../mutations/scim/person-twice.ts';
import switchedOffByHand from '../../mutations/scim/switched-off-by-hand.ts';
import userNameInOtherCase from '../../mutations/scim/user-name-in-other-case.ts';
import userNameStale from '../../mutations/scim/user-name-stale.ts';
import { changed, changedAll, checkTester } from '../check-tester.ts';
import externalId from './external-id.ts';
import groupsThere from './groups-there.ts';
import leaversOff from './leavers-off.ts';
import membersSame from './members-same.ts';
import nameId from './name-id.ts';
import userOnce from './user-once.ts';
import usersActive from './users-active.ts';
import usersSame from './users-same.ts';
import usersThere from './users-there.ts';

const directory = (apply: (record: DirectoryRecord) => DirectoryRecord) =>
  changed({ on: 'directory', apply });
const there = (givenName: string, make: (person: ScimPerson) => readonly ScimPerson[]) =>
  directory((record) => changeThere(record, givenName, make));
const nobody = directory(({ byHand }) => ({
  expected: { users: [], groups: [] },
  found: { users: [], groups: [] },
  byHand,
}));
const gone = there('Carol', () => []);
const withoutIds = directory(({ expected, ...rest }) => ({
  ...rest,
  expected: { ...expected, users: expected.users.map(({ externalId: _, ...user }) => user) },
}));
const named = (nameIdText: string) =>
  changed({ on: 'response', apply: (xml) => xml.replaceAll('alice.wong@example.com', nameIdText) });

checkTester(usersThere, {
  passes: [
    { name: 'somebody who is switched off was never made', given: gone },
    { name: 'somebody is there under another name', given: userNameStale },
  ],
  fails: [
    { given: personMissing, message: 'missing', where: { path: '/expected/users/1' } },
    { given: personOfLoginMissing, message: 'missing' },
  ],
  notApplicable: [nobody],
});

checkTester(usersSame, {
  passes: [
    { name: 'somebody is missing, which another check tells', given: personMissing },
    { name: 'only the state differs', given: switchedOffByHand },
  ],
  fails: [
    { given: familyNameStale, message: 'differs', where: { path: '/found/users/1' } },
    { given: userNameStale, message: 'differs' },
    { given: userNameInOtherCase, message: 'differs' },
    {
      name: 'the same letters are in another form of Unicode',
      given: directory(({ expected, ...rest }) =>
        changeThere(
          {
            ...rest,
            expected: {
              ...expected,
              users: expected.users.map((user) =>
                user.givenName === 'Bob' ? { ...user, familyName: 'St\u00f6ne' } : user,
              ),
            },
          },
          'Bob',
          (bob) => [{ ...bob, familyName: 'Sto\u0308ne' }],
        ),
      ),
      message: 'differs',
    },
    {
      name: 'the e-mail address did not arrive',
      given: there('Bob', ({ email: _, ...bob }) => [bob]),
      message: 'differs',
    },
  ],
  notApplicable: [nobody],
});

checkTester(usersActive, {
  passes: [{ name: 'somebody who is switched off is gone', given: gone }],
  fails: [
    { given: switchedOffByHand, message: 'off', where: { path: '/found/users/1' } },
    { given: leaverNotSwitchedOff, message: 'on' },
  ],
  notApplicable: [nobody],
});

checkTester(leaversOff, {
  passes: [
    {
      name: 'somebody who left is switched off',
      given: there('Carol', (carol) => [carol, { ...carol, userName: 'dan', externalId: 'dan' }]),
    },
    { name: 'somebody was made by hand, and is known', given: personMadeByHandToo },
    { name: 'a state differs, which another check tells', given: leaverNotSwitchedOff },
  ],
  fails: [{ given: leaverNotRemoved, message: 'still-active', where: { path: '/found/users/3' } }],
});

checkTester(userOnce, {
  passes: [
    {
      name: 'two have no ids and no addresses',
      given: directory(({ found, ...rest }) => ({
        ...rest,
        found: {
          ...found,
          users: found.users.map(({ externalId: _, email: __, ...user }) => user),
        },
      })),
    },
    {
      name: 'two share their whole name',
      given: there('Bob', (bob) => [
        { ...bob, givenName: 'Carol', familyName: 'Diaz', displayName: 'Carol Diaz' },
      ]),
    },
  ],
  fails: [
    { given: personTwice, message: 'twice' },
    { given: personMadeByHandToo, message: 'twice' },
    {
      name: 'names differ in case',
      given: there('Bob', ({ externalId: _, email: __, ...bob }) => [
        bob,
        { ...bob, userName: bob.userName.toUpperCase() },
      ]),
      message: 'twice',
    },
    {
      name: 'names differ in the form of Unicode',
      given: there('Bob', ({ externalId: _, email: __, ...bob }) => [
        { ...bob, userName: 'b\u00f6b' },
        { ...bob, userName: 'bo\u0308b' },
      ]),
      message: 'twice',
    },
  ],
  notApplicable: [nobody],
});

checkTester(externalId, {
  passes: [{ name: 'somebody is missing, which another check tells', given: personMissing }],
  fails: [
    { given: noExternalId, message: 'other', where: { path: '/found/users/1' } },
    { given: otherExternalId, message: 'other' },
  ],
  notApplicable: [nobody, withoutIds],
});

checkTester(groupsThere, {
  passes: [
    {
      name: 'there is a group more, which was made by hand',
      given: directory((record) =>
        changeGroups(record, (group) => [group, { displayName: 'Made by hand', members: [] }]),
      ),
    },
  ],
  fails: [
    { given: groupMissing, message: 'missing', where: { path: '/expected/groups/0' } },
    { given: groupRenamed, message: 'renamed', where: { path: '/found/groups/0' } },
    {
      name: 'the name is in another case',
      given: directory((record) =>
        changeGroups(record, (group) => [{ ...group, displayName: group.displayName.toUpperCase() }]),
      ),
      message: 'renamed',
    },
  ],
  notApplicable: [nobody],
});

checkTester(membersSame, {
  passes: [
    {
      name: 'members are in another order',
      given: directory((record) =>
        changeGroups(record, (group) => [{ ...group, members: group.members.toReversed() }]),
      ),
    },
    { name: 'a member is not there at all, which another check tells', given: personMissing },
    { name: 'a member has another name there, which another check tells', given: userNameStale },
    { name: 'the group has another name there', given: groupRenamed },
    { name: 'the group is missing, which another check tells', given: groupMissing },
  ],
  fails: [
    { given: memberMissing, message: 'missing', where: { path: '/found/groups/0' } },
    { given: memberLeft, message: 'extra' },
    {
      name: 'somebody whom nobody knows is in it',
      given: directory((record) =>
        changeGroups(record, (group) => [{ ...group, members: [...group.members, 'made-by-hand'] }]),
      ),
      message: 'extra',
    },
  ],
  notApplicable: [nobody],
});

checkTester(nameId, {
  passes: [{ name: 'somebody else is missing', given: personMissing }],
  fails: [
    { given: personOfLoginMissing, message: 'unknown' },
    { given: userNameInOtherCase, message: 'case' },
    { name: 'the NameID has white space', given: named(' alice.wong@example.com'), message: 'unknown' },
    {
      name: 'the NameID is the name in another form of Unicode',
      given: changedAll(
        named('al\u00edce'),
        there('Alice', (alice) => [{ ...alice, userName: 'ali\u0301ce' }]),
      ),
      message: 'form',
    },
  ],
});
