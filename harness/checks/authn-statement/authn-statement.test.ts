import { expect, it } from 'vitest';
import { makeSelftestKeys } from '../../cli/selftest-keys.ts';
import { runCheck } from '../../judge/run-check.ts';
import contextMisspelt from '../../mutations/authn-statement/context-misspelt.ts';
import contextOfPassword from '../../mutations/authn-statement/context-of-password.ts';
import localityHostName from '../../mutations/authn-statement/locality-host-name.ts';
import loginInFuture from '../../mutations/authn-statement/login-in-future.ts';
import loginWithoutZone from '../../mutations/authn-statement/login-without-zone.ts';
import newLoginDemanded from '../../mutations/authn-statement/new-login-demanded.ts';
import none from '../../mutations/authn-statement/none.ts';
import otherContextRequested from '../../mutations/authn-statement/other-context-requested.ts';
import sessionIndexEmpty from '../../mutations/authn-statement/session-index-empty.ts';
import sessionOfAMonth from '../../mutations/authn-statement/session-of-a-month.ts';
import sessionOver from '../../mutations/authn-statement/session-over.ts';
import {
  insertBefore,
  insertInto,
  removeAttribute,
  removeElement,
  setAttribute,
  setText,
} from '../../mutations/kit/edit.ts';
import { makeGenuineLogin } from '../../mutations/kit/genuine.ts';
import { changed, changedAll, checkTester, genuine, testNow } from '../check-tester.ts';
import { readArtifacts } from '../read.ts';
import authnInstant from './authn-instant.ts';
import contextClass from './context-class.ts';
import contextOfFactor from './context-of-factor.ts';
import forceAuthn from './force-authn.ts';
import instants from './instants.ts';
import presence from './presence.ts';
import requestedContext from './requested-context.ts';
import sessionEnd from './session-end.ts';
import sessionIndex from './session-index.ts';
import subjectLocality from './subject-locality.ts';

const response = (apply: (xml: string) => string) => changed({ on: 'response', apply });
const request = (apply: (xml: string) => string) => changed({ on: 'request', apply });
const at = (ms: number) => new Date(testNow + ms).toISOString();
const statement = (name: string, value: string) =>
  response((xml) => setAttribute(xml, 'AuthnStatement', name, value));
const path = '/samlp:Response/saml:Assertion[1]/saml:AuthnStatement[1]';
const classPath = `${path}/saml:AuthnContext[1]/saml:AuthnContextClassRef[1]`;
const prefix = 'urn:oasis:names:tc:SAML:2.0:ac:classes:';
const hours = 3_600_000;

checkTester(presence, {
  passes: [genuine],
  fails: [{ given: none, message: 'absent', where: { path: '/samlp:Response/saml:Assertion[1]' } }],
  notApplicable: [
    {
      name: 'nothing is confirmed as bearer',
      given: response((xml) => removeElement(xml, 'SubjectConfirmation')),
    },
  ],
});

checkTester(instants, {
  passes: [
    {
      name: 'the time has nine digits after the second',
      given: statement('AuthnInstant', at(-1000).replace('.000Z', '.123456789Z')),
    },
  ],
  fails: [
    { given: loginWithoutZone, message: 'not-utc', where: { path: `${path}/@AuthnInstant` } },
    {
      name: 'the end of the session has an offset',
      given: statement('SessionNotOnOrAfter', at(hours).replace('Z', '+01:00')),
      message: 'not-utc',
    },
    {
      name: 'there is no AuthnInstant',
      given: response((xml) => removeAttribute(xml, 'AuthnStatement', 'AuthnInstant')),
      message: 'absent',
    },
  ],
  notApplicable: [none],
});

checkTester(authnInstant, {
  passes: [
    { name: 'the login was hours ago, by single sign-on', given: statement('AuthnInstant', at(-7 * hours)) },
    { name: 'the clocks differ by three minutes', given: statement('AuthnInstant', at(180_000)) },
  ],
  fails: [{ given: loginInFuture, message: 'ahead', where: { path: `${path}/@AuthnInstant` } }],
  notApplicable: [none],
});

checkTester(forceAuthn, {
  passes: [
    {
      name: 'the person logged in anew',
      given: request((xml) => setAttribute(xml, 'AuthnRequest', 'ForceAuthn', '1')),
    },
  ],
  fails: [
    { given: newLoginDemanded, message: 'old', where: { path: `${path}/@AuthnInstant` } },
    {
      name: 'a session of the morning is used',
      given: changedAll(
        request((xml) => setAttribute(xml, 'AuthnRequest', 'ForceAuthn', 'true')),
        statement('AuthnInstant', at(-3 * hours)),
      ),
      message: 'old',
    },
  ],
  notApplicable: [
    genuine,
    { name: 'a session is used that nothing forbids', given: statement('AuthnInstant', at(-3 * hours)) },
  ],
});

const noIndex = response((xml) => removeAttribute(xml, 'AuthnStatement', 'SessionIndex'));
const logoutOffered = changed({
  on: 'idp-metadata',
  apply: (xml) =>
    insertBefore(
      xml,
      'NameIDFormat',
      '<md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://acme.1kosmos.net/saml/slo"/>',
    ),
});

checkTester(sessionIndex, {
  passes: [genuine, { name: 'single logout is offered', given: logoutOffered }],
  fails: [
    { given: sessionIndexEmpty, message: 'empty', where: { path: `${path}/@SessionIndex` } },
    {
      name: 'there is none, and single logout is offered',
      given: changedAll(logoutOffered, noIndex),
      message: 'absent',
      where: { path },
    },
  ],
  notApplicable: [{ name: 'there is none, and no single logout', given: noIndex }],
});

checkTester(sessionEnd, {
  passes: [{ name: 'the session lasts for a day', given: statement('SessionNotOnOrAfter', at(24 * hours)) }],
  fails: [
    { given: sessionOver, message: 'over', where: { path: `${path}/@SessionNotOnOrAfter` } },
    { given: sessionOfAMonth, message: 'long' },
  ],
  notApplicable: [
    none,
    {
      name: 'it says nothing of the end',
      given: response((xml) => removeAttribute(xml, 'AuthnStatement', 'SessionNotOnOrAfter')),
    },
  ],
});

const withClass = (text: string) => response((xml) => setText(xml, 'AuthnContextClassRef', text));

checkTester(contextClass, {
  passes: [
    { name: 'the class is unspecified', given: withClass(`${prefix}unspecified`) },
    { name: 'the class is of another body', given: withClass('https://refeds.org/profile/mfa') },
    {
      name: 'a declaration stands in place of the class',
      given: response((xml) =>
        removeElement(
          insertInto(
            xml,
            'AuthnContext',
            '<saml:AuthnContextDeclRef>https://acme.1kosmos.net/declaration</saml:AuthnContextDeclRef>',
          ),
          'AuthnContextClassRef',
        ),
      ),
    },
  ],
  fails: [
    { given: contextMisspelt, message: 'unknown', where: { path: classPath } },
    { name: 'it is a word', given: withClass('biometric'), message: 'unknown' },
    {
      name: 'there is none',
      given: response((xml) => removeElement(xml, 'AuthnContextClassRef')),
      message: 'absent',
      where: { path },
    },
  ],
  notApplicable: [none],
});

checkTester(contextOfFactor, {
  passes: [
    { name: 'the class is of another body', given: withClass('https://refeds.org/profile/mfa') },
    {
      name: 'the profile has another class for it',
      given: withClass('urn:example:live-id'),
      options: { classes: ['urn:example:live-id'] },
    },
  ],
  fails: [{ given: contextOfPassword, message: 'other', where: { path: classPath } }],
  notApplicable: [
    none,
    { name: 'the factor is not known', given: changed({ on: 'setup', apply: withoutFactor }) },
  ],
});

function withoutFactor<S extends { readonly factor?: unknown }>({ factor: _, ...setup }: S) {
  return setup;
}

const asks = (comparison: string, name: string) =>
  request((xml) =>
    insertInto(
      xml,
      'AuthnRequest',
      `<samlp:RequestedAuthnContext Comparison="${comparison}"><saml:AuthnContextClassRef>${prefix}${name}</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>`,
    ),
  );

checkTester(requestedContext, {
  passes: [{ name: 'the class is the one asked for', given: asks('exact', 'MobileTwoFactorContract') }],
  fails: [{ given: otherContextRequested, message: 'other', where: { path: classPath } }],
  notApplicable: [genuine],
});

it('leaves it to a person whether a class is stronger than the one asked for', async () => {
  const keys = await makeSelftestKeys(testNow);
  const login = makeGenuineLogin({ now: testNow, initiatedBy: 'sp', keys });
  const reads = readArtifacts(asks('minimum', 'Password')(login));
  expect(runCheck(requestedContext, reads, { now: testNow, skewMs: 0 }).outcome).toBe('manual');
});

checkTester(subjectLocality, {
  passes: [
    {
      name: 'it gives an address',
      given: response((xml) =>
        insertBefore(xml, 'AuthnStatement/AuthnContext', '<saml:SubjectLocality Address="203.0.113.7"/>'),
      ),
    },
    {
      name: 'it is empty',
      given: response((xml) => insertBefore(xml, 'AuthnStatement/AuthnContext', '<saml:SubjectLocality/>')),
    },
  ],
  fails: [
    { given: localityHostName, message: 'form', where: { path: `${path}/saml:SubjectLocality[1]/@Address` } },
  ],
  notApplicable: [genuine],
});
