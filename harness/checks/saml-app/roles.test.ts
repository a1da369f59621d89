import { removeElement } from '../../mutations/kit/edit.ts';
import { rolesAttribute } from '../../mutations/saml-app/_genuine.ts';
import { changed, changedAll, checkTester, genuine } from '../check-tester.ts';
import { application, broken, home, own, roles, sending, unknownApplication } from './_login.test-helper.ts';
import assignment from './assignment.ts';
import roleEntitled from './role-entitled.ts';
import roleForm from './role-form.ts';
import roleKnown from './role-known.ts';
import roleSeparate from './role-separate.ts';
import rolesRenewed from './roles-renewed.ts';
import rolesShown from './roles-shown.ts';

const sid = 'corp.example.com//S-1-5-21-3122984950-2570546592-4150994639-1732';
const guid = '906766d1b2-0d5a1f7e-3c2b-4a69-8f10-5e7d9c1b3a42';
const noRoles = {
  name: 'no role is sent',
  given: changed({
    on: 'response',
    apply: (xml) => removeElement(xml, `Attribute[Name=${rolesAttribute}]`),
  }),
};
const nobody = application(() => ({ groups: [] }));

checkTester(roleForm, {
  passes: [
    genuine,
    { name: 'SIDs meet SIDs', given: changedAll(sending(sid), own({ knownRoles: [sid] })) },
    {
      name: 'a bare SID meets one with its domain',
      given: changedAll(sending('S-1-5-21-1-2-3-500'), own({ knownRoles: [sid] })),
    },
    { name: 'names meet names', given: changedAll(sending('admins'), own({ knownRoles: ['users'] })) },
    { name: 'an old group ID meets a new one', given: own({ knownRoles: [guid] }) },
    { name: 'the rules name GUIDs beside names', given: own({ knownRoles: ['users', guid] }) },
  ],
  fails: [
    { given: broken('rules-name-groups'), message: 'other', where: { artifact: 'response' } },
    { given: broken('rules-name-sids'), message: 'other' },
    { name: 'names are sent for GUIDs', given: sending('kafka-admins'), message: 'other' },
  ],
  notApplicable: [
    unknownApplication,
    noRoles,
    { name: 'the rules are not known', given: own({ knownRoles: [] }) },
  ],
});

checkTester(roleKnown, {
  passes: [
    genuine,
    { name: 'one of several roles is known', given: own({ knownRoles: roles.slice(1) }) },
    { name: 'the form differs, which is told elsewhere', given: own({ knownRoles: ['kafka-users'] }) },
    { name: 'the roles are joined, which is told elsewhere', given: sending(roles.join(';')) },
  ],
  fails: [
    { given: broken('rules-name-other-groups'), message: 'unknown', where: { artifact: 'response' } },
    {
      name: 'the person is in no group and no role is sent',
      given: changedAll(noRoles.given, nobody),
      message: 'none',
    },
    { name: 'the rules name nobody', given: own({ knownRoles: [] }), message: 'unknown' },
  ],
  notApplicable: [
    unknownApplication,
    { ...noRoles, name: 'the attribute is missing for somebody with groups' },
  ],
});

checkTester(roleSeparate, {
  passes: [genuine, { name: 'one role is sent', given: sending(roles[0] ?? '') }],
  fails: [
    { given: broken('roles-joined'), message: 'joined', where: { artifact: 'response' } },
    { name: 'a semicolon joins them', given: sending(roles.join(';')), message: 'joined' },
    { name: 'nothing stands between them', given: sending(roles.join('')), message: 'joined' },
  ],
  notApplicable: [
    unknownApplication,
    noRoles,
    { name: 'the person is in one group', given: application(({ groups }) => ({ groups: groups.slice(1) })) },
  ],
});

checkTester(roleEntitled, {
  passes: [genuine, { name: 'a role is missing, which is told elsewhere', given: sending(roles[1] ?? '') }],
  fails: [
    { given: broken('role-of-nobody'), message: 'other', where: { artifact: 'response' } },
    {
      name: 'the person left a group',
      given: application(({ groups }) => ({ groups: groups.slice(1) })),
      message: 'other',
    },
    { name: 'a constant was mapped', given: sending(...roles, 'admin'), message: 'other' },
  ],
  notApplicable: [unknownApplication, noRoles],
});

checkTester(rolesShown, {
  passes: [genuine, { name: 'a role is sent twice', given: sending(...roles, ...roles) }],
  fails: [
    { given: broken('first-role-only'), message: 'missing', where: { path: '/accounts' } },
    { given: broken('role-of-earlier-login'), message: 'extra' },
    { name: 'nothing was sent', given: noRoles.given, message: 'extra' },
  ],
  notApplicable: [unknownApplication],
});

checkTester(rolesRenewed, {
  passes: [genuine],
  fails: [
    { given: broken('role-kept-after-removal'), message: 'kept', where: { path: '/later/shown' } },
    {
      name: 'a new role does not come',
      given: home((one) => ({ ...one, later: { wanted: roles, shown: roles.slice(1) } })),
      message: 'missing',
    },
  ],
  notApplicable: [
    {
      name: 'nothing was changed meanwhile',
      given: home(({ later: _, ...one }) => one),
    },
    {
      name: 'the record of it is of another shape',
      given: home((one) => ({ ...one, later: { wanted: 'all', shown: [] } as never })), // evidence of other versions
    },
  ],
});

checkTester(assignment, {
  passes: [genuine],
  fails: [
    { given: broken('not-assigned'), message: 'none', where: { path: '/application/assigned' } },
    {
      name: 'the person has no group either',
      given: application(() => ({ assigned: false, groups: [] })),
      message: 'none',
    },
  ],
  notApplicable: [unknownApplication],
});
