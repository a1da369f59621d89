import { attributeName } from '../../aws/saml-attributes.ts';
import { removeAttribute } from '../../mutations/kit/edit.ts';
import { checkTester, genuine } from '../check-tester.ts';
import {
  account,
  broken,
  noAssertion,
  noAttributes,
  onlyAttribute,
  response,
  setup,
  values,
} from './_login.test-helper.ts';
import attributeSingle from './attribute-single.ts';
import sessionDuration from './session-duration.ts';
import sessionDurationRange from './session-duration-range.ts';
import sessionDurationRole from './session-duration-role.ts';
import sessionEnd from './session-end.ts';
import sessionName from './session-name.ts';
import sessionNameCharacters from './session-name-characters.ts';
import sessionNameLength from './session-name-length.ts';
import sessionNamePerson from './session-name-person.ts';
import sessionNameSingle from './session-name-single.ts';
import sourceIdentity from './source-identity.ts';

const name = (...texts: readonly string[]) => values('roleSessionName', ...texts);
const duration = (...texts: readonly string[]) => values('sessionDuration', ...texts);
const identity = (...texts: readonly string[]) => values('sourceIdentity', ...texts);
const asSent = { name: 'it is as the identity provider sends it', given: genuine };

checkTester(sessionName, {
  passes: [asSent, { name: 'there are two, which another check tells', given: name('a1', 'b2') }],
  fails: [
    { given: broken('no-session-name'), message: 'absent' },
    { name: 'it has no value', given: name(), message: 'absent' },
    { ...noAttributes, message: 'absent' },
  ],
  notApplicable: [noAssertion, { given: broken('session-name-named-by-http') }],
});
checkTester(sessionNameSingle, {
  passes: [asSent],
  fails: [{ given: broken('session-name-twice'), message: 'several' }],
  notApplicable: [noAttributes],
});
checkTester(sessionNameCharacters, {
  passes: [
    { name: 'every allowed mark is used', given: name('a_B9+=,.@-') },
    { name: 'it is too long, which another check tells', given: broken('session-name-too-long') },
  ],
  fails: [
    { given: broken('session-name-with-space'), message: 'other' },
    { name: 'it has an accent', given: name('zoë@example.com'), message: 'other' },
    { name: 'it has a domain and backslash', given: name('ACME\\alice'), message: 'other' },
    { name: 'a space follows', given: name('alice '), message: 'other' },
  ],
  notApplicable: [noAttributes, { given: broken('session-name-twice') }],
});
checkTester(sessionNameLength, {
  passes: [
    { name: 'it has 64 characters', given: name('a'.repeat(64)) },
    { name: 'it has 2 characters', given: name('ab') },
  ],
  fails: [
    { given: broken('session-name-too-long'), message: 'length' },
    { name: 'it has one character', given: name('a'), message: 'length' },
    { name: 'it is empty', given: name(''), message: 'length' },
  ],
  notApplicable: [noAttributes],
});
checkTester(sessionNamePerson, {
  passes: [
    { name: 'it is the part before the @', given: name('alice.wong') },
    { name: 'the case is another', given: name('Alice.Wong@example.com') },
  ],
  fails: [
    { given: broken('session-name-shared'), message: 'other' },
    { name: 'it is another person', given: name('bob.lee@example.com'), message: 'other' },
  ],
  notApplicable: [
    noAttributes,
    { given: broken('session-name-with-space') },
    { name: 'nobody knows the person', given: setup(({ user: _, ...record }) => record) },
    { name: 'there is no such person', given: setup((record) => ({ ...record, user: null })) },
  ],
});
checkTester(sessionDuration, {
  passes: [asSent, { name: 'it is out of range, which another check tells', given: duration('1') }],
  fails: [
    { given: broken('session-duration-in-words'), message: 'other' },
    { name: 'it has a fraction', given: duration('3600.0'), message: 'other' },
    { name: 'it is negative', given: duration('-3600'), message: 'other' },
    { name: 'it is empty', given: duration(''), message: 'other' },
    { name: 'it is in the form of XML Schema', given: duration('PT4H'), message: 'other' },
  ],
  notApplicable: [noAttributes],
});
checkTester(sessionDurationRange, {
  passes: [
    { name: 'it is the least', given: duration('900') },
    { name: 'it is the most', given: duration('43200') },
  ],
  fails: [
    { given: broken('session-duration-too-short'), message: 'outside' },
    { given: broken('session-duration-too-long'), message: 'outside' },
    { name: 'it is 899', given: duration('899'), message: 'outside' },
    { name: 'it is 43201', given: duration('43201'), message: 'outside' },
  ],
  notApplicable: [noAttributes, { given: broken('session-duration-in-words') }],
});
checkTester(sessionDurationRole, {
  passes: [
    { name: 'it is exactly the maximum', given: genuine },
    {
      name: 'the maximum is not known',
      given: account((record) => ({
        ...record,
        roles: record.roles.map(({ maxSessionSeconds: _, ...one }) => one),
      })),
    },
  ],
  fails: [{ given: broken('session-duration-above-role'), message: 'short' }],
  notApplicable: [noAttributes, { given: broken('session-duration-too-long') }],
});
checkTester(sessionEnd, {
  passes: [asSent],
  fails: [
    {
      given: broken('session-ends-early'),
      message: 'short',
      where: {
        artifact: 'response',
        path: '/samlp:Response/saml:Assertion[1]/saml:AuthnStatement[1]/@SessionNotOnOrAfter',
      },
    },
  ],
  notApplicable: [
    noAttributes,
    {
      name: 'the session has no end',
      given: response((xml) => removeAttribute(xml, 'AuthnStatement', 'SessionNotOnOrAfter')),
    },
  ],
});
checkTester(sourceIdentity, {
  passes: [asSent, { name: 'aws stands at the beginning without a colon', given: identity('aws-alice') }],
  fails: [
    { given: broken('source-identity-reserved'), message: 'reserved' },
    { given: broken('source-identity-with-space'), message: 'characters' },
    { name: 'it has one character', given: identity('a'), message: 'length' },
    { name: 'it has 65 characters', given: identity('a'.repeat(65)), message: 'length' },
  ],
  notApplicable: [noAttributes],
});
checkTester(attributeSingle, {
  passes: [
    asSent,
    { name: 'one of them is there', given: onlyAttribute(attributeName('sessionDuration'), '3600') },
  ],
  fails: [
    { given: broken('session-duration-twice'), message: 'count' },
    { name: 'SourceIdentity has two values', given: identity('alice', 'bob'), message: 'count' },
    { name: 'SourceIdentity has none', given: identity(), message: 'count' },
  ],
  notApplicable: [noAttributes],
});
