import type { ScimRecord } from '../../model/scim-records.ts';
import { changeBody, changeExchange, changeOperations, type Which } from '../../mutations/scim/_exchanges.ts';
import emailNotPrimary from '../../mutations/scim/email-not-primary.ts';
import emailWithDisplay from '../../mutations/scim/email-with-display.ts';
import emptyTitle from '../../mutations/scim/empty-title.ts';
import groupsInUser from '../../mutations/scim/groups-in-user.ts';
import nicknameNull from '../../mutations/scim/nickname-null.ts';
import noDisplayName from '../../mutations/scim/no-display-name.ts';
import noFamilyName from '../../mutations/scim/no-family-name.ts';
import photo from '../../mutations/scim/photo.ts';
import twoEmails from '../../mutations/scim/two-emails.ts';
import twoPhonesPatched from '../../mutations/scim/two-phones-patched.ts';
import type { JsonObject } from '../../scim/read-requests.ts';
import { changed, checkTester } from '../check-tester.ts';
import emptyValues from './empty-values.ts';
import singleValued from './single-valued.ts';
import userAttributes from './user-attributes.ts';
import userRequired from './user-required.ts';

const alice: Which = { operation: 'CreateUser', saying: 'alice' };
const scim = (apply: (record: ScimRecord) => ScimRecord) => changed({ on: 'scim', apply });
const made = (attributes: JsonObject) => scim((record) => changeBody(record, alice, () => attributes));
const patched = (...operations: readonly JsonObject[]) =>
  scim((record) => changeOperations(record, { operation: 'PatchUser' }, ...operations));
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const onlyGroups = scim((record) => ({
  ...record,
  exchanges: record.exchanges.filter(({ operation }) => operation.includes('Group')),
}));
const unreadable = (body: string) => scim((record) => changeExchange(record, alice, { body }));

checkTester(userRequired, {
  passes: [
    {
      name: 'names are spelled in another case',
      given: made({
        userName: undefined,
        USERNAME: 'alice@example.com',
        name: { GivenName: 'Alice', familyname: 'Wong' },
      }),
    },
    { name: 'a name is empty, which another check tells', given: made({ displayName: '' }) },
  ],
  fails: [
    { given: noFamilyName, message: 'missing', where: { path: '/exchanges/1/body' } },
    { given: noDisplayName, message: 'missing' },
    { name: 'the name is a text', given: made({ name: 'Alice Wong' }), message: 'missing' },
    { name: 'the body is no JSON', given: unreadable('{'), message: 'missing' },
    {
      name: 'somebody is overwritten without names',
      given: scim((record) =>
        changeExchange(
          record,
          { operation: 'PatchUser' },
          { operation: 'PutUser', body: '{"userName":"carol"}' },
        ),
      ),
      message: 'missing',
    },
  ],
  notApplicable: [onlyGroups],
});

checkTester(userAttributes, {
  passes: [
    {
      name: 'the manager is named by id',
      given: made({ [enterprise]: { manager: { value: '1' }, department: 'Sales' } }),
    },
    { name: 'the name has a display form of its own', given: made({ displayName: 'Alice', title: 'Dr' }) },
  ],
  fails: [
    { given: photo, message: 'unsupported' },
    { given: groupsInUser, message: 'unsupported' },
    { given: emailWithDisplay, message: 'unsupported' },
    { name: 'it is in another case', given: made({ x509certificates: [] }), message: 'unsupported' },
    {
      name: 'the manager is named',
      given: made({ [enterprise]: { manager: { value: '1', displayName: 'Bob' } } }),
      message: 'unsupported',
    },
    { name: 'a password is sent', given: made({ password: 'secret' }), message: 'unsupported' },
  ],
  notApplicable: [onlyGroups],
});

checkTester(singleValued, {
  passes: [
    { name: 'there is none', given: made({ emails: undefined }) },
    {
      name: 'there is one of each',
      given: made({ phoneNumbers: [{ value: '+15550100' }], roles: [{ value: 'x' }] }),
    },
    {
      name: 'a part of the address is changed',
      given: patched({ op: 'replace', path: 'emails[type eq "work"].value', value: 'a@example.com' }),
    },
    { name: 'the address is removed', given: patched({ op: 'remove', path: 'emails' }) },
  ],
  fails: [
    { given: twoEmails, message: 'several' },
    { given: emailNotPrimary, message: 'not-primary' },
    { given: twoPhonesPatched, message: 'several' },
    {
      name: 'a change without path sets two',
      given: patched({ op: 'replace', value: { Addresses: [{ locality: 'A' }, { locality: 'B' }] } }),
      message: 'several',
    },
    {
      name: 'two operations set one each',
      given: patched(
        { op: 'add', path: 'roles', value: [{ value: 'a' }] },
        { op: 'add', path: 'roles', value: [{ value: 'b' }] },
      ),
      message: 'several',
    },
  ],
  notApplicable: [onlyGroups],
});

checkTester(emptyValues, {
  passes: [
    { name: 'values are false and 0', given: made({ active: false, title: '0' }) },
    { name: 'a list is empty', given: made({ phoneNumbers: [] }) },
    { name: 'the body is no JSON', given: unreadable('null null') },
  ],
  fails: [
    { given: emptyTitle, message: 'empty' },
    { given: nicknameNull, message: 'empty' },
    {
      name: 'a part of the name is empty',
      given: made({ name: { givenName: 'A', familyName: '' } }),
      message: 'empty',
    },
    {
      name: 'the third value of a change is empty',
      given: patched({ op: 'replace', path: 'title', value: '' }),
      message: 'empty',
    },
  ],
});
