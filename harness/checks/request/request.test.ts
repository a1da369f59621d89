import {
  insertAfter,
  insertInto,
  removeAttribute,
  removeElement,
  setAttribute,
} from '../../mutations/kit/edit.ts';
import idpOtherFormat from '../../mutations/metadata/idp-name-id-format-other.ts';
import promisesSigned from '../../mutations/metadata/sp-promises-signed-requests.ts';
import acsNotRegistered from '../../mutations/request/acs-not-registered.ts';
import acsUrlAndIndex from '../../mutations/request/acs-url-and-index.ts';
import contextUnknown from '../../mutations/request/context-class-unknown.ts';
import contextPassword from '../../mutations/request/context-password-exactly.ts';
import destinationOther from '../../mutations/request/destination-of-other-idp.ts';
import doctype from '../../mutations/request/doctype.ts';
import idCounted from '../../mutations/request/id-counted.ts';
import idNoName from '../../mutations/request/id-not-a-name.ts';
import instantLocal from '../../mutations/request/issue-instant-local.ts';
import instantOld from '../../mutations/request/issue-instant-old.ts';
import issuerOther from '../../mutations/request/issuer-of-other-sp.ts';
import passiveAndForced from '../../mutations/request/passive-and-forced.ts';
import bindingRedirect from '../../mutations/request/protocol-binding-redirect.ts';
import subjectConfirmed from '../../mutations/request/subject-confirmed.ts';
import unknownElement from '../../mutations/request/unknown-element.ts';
import versionOther from '../../mutations/request/version-1-1.ts';
import { BINDING, NAMEID, NS } from '../../saml/namespaces.ts';
import { changed, changedAll, checkTester, genuine, testNow, without } from '../check-tester.ts';
import acs from './acs.ts';
import authnContext from './authn-context.ts';
import destination from './destination.ts';
import id from './id.ts';
import issueInstant from './issue-instant.ts';
import issuer from './issuer.ts';
import nameIdPolicy from './name-id-policy.ts';
import forced from './passive-and-forced.ts';
import protocolBinding from './protocol-binding.ts';
import readable from './readable.ts';
import schema from './schema.ts';
import signed from './signed.ts';
import subjectConfirmation from './subject-confirmation.ts';
import version from './version.ts';

const request = (apply: (xml: string) => string) => changed({ on: 'request', apply });
const attribute = (name: string, value: string) =>
  request((xml) => setAttribute(xml, 'AuthnRequest', name, value));
const withoutAttribute = (name: string) => request((xml) => removeAttribute(xml, 'AuthnRequest', name));
const otherPrefixes = request((xml) =>
  xml
    .replaceAll('samlp:', 'p:')
    .replace('xmlns:samlp', 'xmlns:p')
    .replaceAll('saml:', 'a:')
    .replace('xmlns:saml', 'xmlns:a'),
);

checkTester(readable, {
  passes: [genuine, otherPrefixes, request((xml) => `<?xml version="1.0" encoding="UTF-8"?>\r\n${xml}\r\n`)],
  fails: [
    { given: doctype, message: 'unreadable', where: { artifact: 'request', line: 1 } },
    { name: 'it is cut off', given: request((xml) => xml.slice(0, 200)), message: 'unreadable' },
    { name: 'it is empty', given: request(() => ''), message: 'unreadable' },
  ],
});

checkTester(schema, {
  passes: [genuine, otherPrefixes],
  fails: [
    { given: unknownElement, message: 'violation' },
    { name: 'it has no IssueInstant', given: withoutAttribute('IssueInstant'), message: 'violation' },
  ],
});

checkTester(version, {
  passes: [genuine],
  fails: [
    { given: versionOther, message: 'other', where: { path: '/samlp:AuthnRequest/@Version', line: 1 } },
    { name: 'it has none', given: withoutAttribute('Version'), message: 'other' },
  ],
});

checkTester(id, {
  passes: [
    genuine,
    { name: 'it begins with a letter', given: attribute('ID', 'id6f1c9f0e3b5a4d5e9a0b2c1d7e8f9a10') },
    { name: 'it is a UUID', given: attribute('ID', '_6f1c9f0e-3b5a-4d5e-9a0b-2c1d7e8f9a10') },
    { name: 'it is 22 characters of base64url', given: attribute('ID', '_q7Zt0xPk3_Wb-YdR5mNcVa') },
  ],
  fails: [
    { given: idCounted, message: 'guessable', where: { path: '/samlp:AuthnRequest/@ID' } },
    { given: idNoName, message: 'not-a-name' },
    { name: 'it is long and constant', given: attribute('ID', `_${'0'.repeat(40)}`), message: 'guessable' },
    { name: 'it has none', given: withoutAttribute('ID'), message: 'absent' },
  ],
});

checkTester(issueInstant, {
  passes: [
    genuine,
    {
      name: 'it has nine digits of fraction',
      given: attribute('IssueInstant', '2026-03-14T09:26:39.123456789Z'),
    },
    { name: 'the clock runs two minutes ahead', given: attribute('IssueInstant', '2026-03-14T09:28:53Z') },
    { name: 'the person took ten minutes', given: attribute('IssueInstant', '2026-03-14T09:16:53Z') },
  ],
  fails: [
    { given: instantOld, message: 'old' },
    { given: instantLocal, message: 'not-utc' },
    {
      name: 'the clock runs ten minutes ahead',
      given: attribute('IssueInstant', '2026-03-14T09:36:53Z'),
      message: 'future',
    },
    { name: 'it is a number', given: attribute('IssueInstant', `${testNow}`), message: 'not-a-time' },
  ],
});

checkTester(issuer, {
  passes: [
    genuine,
    {
      name: 'its format is entity',
      given: request((xml) => setAttribute(xml, 'Issuer', 'Format', NAMEID.entity)),
    },
    { name: 'only the typed value is known', given: without('sp-metadata') },
  ],
  fails: [
    { given: issuerOther, message: 'other', where: { path: '/samlp:AuthnRequest/saml:Issuer[1]' } },
    {
      name: 'it ends in a line break',
      given: request((xml) => xml.replace('</saml:Issuer>', '\n</saml:Issuer>')),
      message: 'other',
    },
    {
      name: 'its format is that of an address',
      given: request((xml) => setAttribute(xml, 'Issuer', 'Format', NAMEID.emailAddress)),
      message: 'format',
    },
    { name: 'there is none', given: request((xml) => removeElement(xml, 'Issuer')), message: 'absent' },
  ],
});

checkTester(destination, {
  passes: [genuine, { name: 'only the typed value is known', given: without('idp-metadata') }],
  fails: [
    { given: destinationOther, message: 'other', where: { path: '/samlp:AuthnRequest/@Destination' } },
    {
      name: 'it has another trailing slash',
      given: attribute('Destination', 'https://acme.1kosmos.net/saml/sso/'),
      message: 'other',
    },
    {
      name: 'a signed request has none',
      given: withoutAttribute('Destination'),
      login: 'signed-request',
      message: 'absent',
    },
  ],
  notApplicable: [{ name: 'an unsigned request has none', given: withoutAttribute('Destination') }],
});

checkTester(acs, {
  passes: [
    genuine,
    {
      name: 'it is named by a registered index',
      given: changedAll(
        withoutAttribute('AssertionConsumerServiceURL'),
        withoutAttribute('ProtocolBinding'),
        attribute('AssertionConsumerServiceIndex', '0'),
      ),
    },
    { name: 'only the typed value is known', given: without('sp-metadata') },
  ],
  fails: [
    { given: acsNotRegistered, message: 'other-url' },
    { given: acsUrlAndIndex, message: 'both' },
    {
      name: 'the index is not registered',
      given: changedAll(
        withoutAttribute('AssertionConsumerServiceURL'),
        withoutAttribute('ProtocolBinding'),
        attribute('AssertionConsumerServiceIndex', '7'),
      ),
      message: 'other-index',
    },
  ],
  notApplicable: [withoutAttribute('AssertionConsumerServiceURL')],
});

checkTester(protocolBinding, {
  passes: [genuine, { name: 'it is HTTP-Artifact', given: attribute('ProtocolBinding', BINDING.artifact) }],
  fails: [{ given: bindingRedirect, message: 'other' }],
  notApplicable: [withoutAttribute('ProtocolBinding')],
});

const subject = `<saml:Subject xmlns:saml="${NS.saml}"><saml:NameID>ana@example.com</saml:NameID></saml:Subject>`;
checkTester(subjectConfirmation, {
  passes: [
    { name: 'the subject is a hint only', given: request((xml) => insertAfter(xml, 'Issuer', subject)) },
  ],
  fails: [{ given: subjectConfirmed, message: 'present' }],
  notApplicable: [genuine],
});

const format = (value: string) => request((xml) => setAttribute(xml, 'NameIDPolicy', 'Format', value));
checkTester(nameIdPolicy, {
  passes: [genuine],
  fails: [
    { given: idpOtherFormat, message: 'not-offered', where: { artifact: 'request' } },
    { name: 'it asks for persistent identifiers', given: format(NAMEID.persistent), message: 'not-offered' },
  ],
  notApplicable: [
    { name: 'it asks for "unspecified"', given: format(NAMEID.unspecified) },
    { name: 'there is no policy', given: request((xml) => removeElement(xml, 'NameIDPolicy')) },
  ],
});

const context = (comparison: string, ...classes: readonly string[]) =>
  request((xml) =>
    insertInto(
      xml,
      'AuthnRequest',
      `<samlp:RequestedAuthnContext Comparison="${comparison}">${classes
        .map((name) => `<saml:AuthnContextClassRef>${name}</saml:AuthnContextClassRef>`)
        .join('')}</samlp:RequestedAuthnContext>`,
    ),
  );
const standard = 'urn:oasis:names:tc:SAML:2.0:ac:classes:';
checkTester(authnContext, {
  passes: [
    { name: 'a password is the least', given: context('minimum', `${standard}PasswordProtectedTransport`) },
    {
      name: 'two factors on a phone are asked for',
      given: context('exact', `${standard}MobileTwoFactorContract`),
    },
    { name: 'a password is one of two', given: context('exact', `${standard}Password`, `${standard}X509`) },
    { name: 'the class is of another body', given: context('exact', 'https://refeds.org/profile/mfa') },
  ],
  fails: [
    { given: contextPassword, message: 'password' },
    { given: contextUnknown, message: 'unknown' },
  ],
  notApplicable: [genuine],
});

checkTester(forced, {
  passes: [genuine, { name: 'only ForceAuthn is true', given: attribute('ForceAuthn', '1') }],
  fails: [{ given: passiveAndForced, message: 'both' }],
  notApplicable: [changedAll(withoutAttribute('ForceAuthn'), withoutAttribute('IsPassive'))],
});

checkTester(signed, {
  passes: [{ name: 'it is promised and done', given: genuine, login: 'signed-request' }],
  fails: [{ given: promisesSigned, message: 'unsigned' }],
  notApplicable: [genuine],
});
