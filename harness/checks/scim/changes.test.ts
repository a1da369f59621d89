import type { ScimRecord } from '../../model/scim-records.ts';
import { changeBody, changeOperations, type Which } from '../../mutations/scim/_exchanges.ts';
import activeRemoved from '../../mutations/scim/active-removed.ts';
import activeTwice from '../../mutations/scim/active-twice.ts';
import groupAttributeUnknown from '../../mutations/scim/group-attribute-unknown.ts';
import manyMembers from '../../mutations/scim/many-members.ts';
import memberByName from '../../mutations/scim/member-by-name.ts';
import membersBeforePeople from '../../mutations/scim/members-before-people.ts';
import membersRemoved from '../../mutations/scim/members-removed.ts';
import membersReplaced from '../../mutations/scim/members-replaced.ts';
import patchVerbUnknown from '../../mutations/scim/patch-verb-unknown.ts';
import patchWithoutSchema from '../../mutations/scim/patch-without-schema.ts';
import patchWithoutValue from '../../mutations/scim/patch-without-value.ts';
import removeWithoutPath from '../../mutations/scim/remove-without-path.ts';
import type { JsonObject } from '../../scim/read-requests.ts';
import { changed, checkTester } from '../check-tester.ts';
import membershipSize from './membership-size.ts';
import membershipWhole from './membership-whole.ts';
import patchForm from './patch-form.ts';
import peopleFirst from './people-first.ts';

const ofUser: Which = { operation: 'PatchUser' };
const ofGroup: Which = { operation: 'PatchGroup' };
const scim = (apply: (record: ScimRecord) => ScimRecord) => changed({ on: 'scim', apply });
const operations = (which: Which, ...list: readonly JsonObject[]) =>
  scim((record) => changeOperations(record, which, ...list));
const users = scim((record) => ({
  ...record,
  exchanges: record.exchanges.filter(({ operation }) => /^(Create|List)User/.test(operation)),
}));
const ids = (count: number) => Array.from({ length: count }, (_, index) => ({ value: `id-${index}` }));
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

checkTester(patchForm, {
  passes: [
    {
      name: 'verbs are in capitals',
      given: operations(ofUser, { op: 'Replace', path: 'active', value: false }),
    },
    {
      name: 'one attribute is set without path',
      given: operations(ofUser, { op: 'replace', value: { title: 'Dr' } }),
    },
    {
      name: 'the extension is changed',
      given: operations(ofUser, { op: 'add', path: `${enterprise}:department`, value: 'Sales' }),
    },
    {
      name: 'the path picks a value',
      given: operations(ofUser, { op: 'replace', path: 'emails[type eq "work"].value', value: 'a@b.c' }),
    },
    { name: 'an attribute is removed', given: operations(ofUser, { op: 'remove', path: 'title' }) },
    {
      name: 'one member is removed by the path',
      given: operations(ofGroup, { op: 'remove', path: 'members[value eq "1"]' }),
    },
  ],
  fails: [
    { given: patchWithoutSchema, message: 'schema' },
    { given: patchVerbUnknown, message: 'verb' },
    { given: removeWithoutPath, message: 'path' },
    { given: patchWithoutValue, message: 'value' },
    { given: activeTwice, message: 'twice' },
    { given: activeRemoved, message: 'removed' },
    { given: groupAttributeUnknown, message: 'attribute' },
    {
      name: 'several attributes are set without path',
      given: operations(ofUser, { op: 'replace', value: { title: 'Dr', locale: 'en' } }),
      message: 'path',
    },
    {
      name: 'a photo is added',
      given: operations(ofUser, { op: 'add', path: 'photos', value: [] }),
      message: 'attribute',
    },
    {
      name: 'the name of the account changes twice, once without path',
      given: operations(
        ofUser,
        { op: 'replace', value: { username: 'a' } },
        { op: 'replace', path: 'userName', value: 'b' },
      ),
      message: 'twice',
    },
  ],
  notApplicable: [users],
});

checkTester(membershipSize, {
  passes: [
    {
      name: 'there are a hundred',
      given: operations(ofGroup, { op: 'remove', path: 'members', value: ids(100) }),
    },
  ],
  fails: [
    { given: manyMembers, message: 'many' },
    {
      name: 'operations have more together',
      given: operations(
        ofGroup,
        { op: 'add', path: 'members', value: ids(60) },
        { op: 'remove', path: 'members', value: ids(41) },
      ),
      message: 'many',
    },
    {
      name: 'a group is made with more',
      given: scim((record) =>
        changeBody(record, { operation: 'CreateGroup' }, () => ({ members: ids(101) })),
      ),
      message: 'many',
    },
    {
      name: 'there is no path',
      given: operations(ofGroup, { op: 'add', value: { members: ids(101) } }),
      message: 'many',
    },
  ],
  notApplicable: [users],
});

checkTester(membershipWhole, {
  passes: [
    {
      name: 'the name is replaced',
      given: operations(ofGroup, { op: 'replace', path: 'displayName', value: 'x' }),
    },
    {
      name: 'one is removed by the path',
      given: operations(ofGroup, { op: 'remove', path: 'members[value eq "1"]' }),
    },
    {
      name: 'a list of nobody is removed',
      given: operations(ofGroup, { op: 'remove', path: 'members', value: [] }),
    },
  ],
  fails: [
    { given: membersReplaced, message: 'replaced' },
    { given: membersRemoved, message: 'removed' },
    {
      name: 'there is no path',
      given: operations(ofGroup, { op: 'replace', value: { Members: ids(1) } }),
      message: 'replaced',
    },
  ],
  notApplicable: [users],
});

checkTester(peopleFirst, {
  passes: [
    {
      name: 'somebody unknown is removed',
      given: operations(ofGroup, { op: 'remove', path: 'members', value: ids(1) }),
    },
    {
      name: 'a group is made with nobody',
      given: scim((record) => changeBody(record, { operation: 'CreateGroup' }, () => ({ members: [] }))),
    },
  ],
  fails: [
    { given: memberByName, message: 'unknown', where: { path: '/exchanges/9/body' } },
    { given: membersBeforePeople, message: 'unknown', where: { path: '/exchanges/0/body' } },
    {
      name: 'only the answer that was lost has told the id',
      given: scim((record) => ({
        ...record,
        exchanges: record.exchanges.filter(({ operation }) => operation !== 'ListUsers'),
      })),
      message: 'unknown',
    },
  ],
  notApplicable: [users, scim((record) => ({ ...record, dropped: 1 }))],
});
