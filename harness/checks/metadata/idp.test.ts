import { insertBefore, removeElement, setAttribute, setText } from '../../mutations/kit/edit.ts';
import byteOrderMark from '../../mutations/metadata/idp-byte-order-mark.ts';
import noCaching from '../../mutations/metadata/idp-cache-duration-zero.ts';
import doctype from '../../mutations/metadata/idp-doctype.ts';
import httpEndpoint from '../../mutations/metadata/idp-endpoint-http.ts';
import noUri from '../../mutations/metadata/idp-entity-id-no-uri.ts';
import expired from '../../mutations/metadata/idp-metadata-expired.ts';
import otherFormat from '../../mutations/metadata/idp-name-id-format-other.ts';
import password from '../../mutations/metadata/idp-password.ts';
import privateKey from '../../mutations/metadata/idp-private-key.ts';
import saml1 from '../../mutations/metadata/idp-protocol-saml-1.ts';
import soap from '../../mutations/metadata/idp-sso-soap.ts';
import tooLarge from '../../mutations/metadata/idp-too-large.ts';
import unknownElement from '../../mutations/metadata/idp-unknown-element.ts';
import wantsSigned from '../../mutations/metadata/idp-wants-signed-requests.ts';
import { NAMEID, NS } from '../../saml/namespaces.ts';
import { changed, changedAll, checkTester, genuine } from '../check-tester.ts';
import endpointsHttps from './idp-endpoints-https.ts';
import entityId from './idp-entity-id.ts';
import nameIdFormat from './idp-name-id-format.ts';
import readable from './idp-readable.ts';
import role from './idp-role.ts';
import schema from './idp-schema.ts';
import secrets from './idp-secrets.ts';
import size from './idp-size.ts';
import ssoService from './idp-sso-service.ts';
import validity from './idp-validity.ts';
import signedRequests from './signed-requests.ts';

const metadata = (apply: (xml: string) => string) => changed({ on: 'idp-metadata', apply });
const entity = (name: string, value: string) =>
  metadata((xml) => setAttribute(xml, 'EntityDescriptor', name, value));

/** The same metadata with the metadata namespace as default and another prefix for signatures. */
const otherPrefixes = metadata((xml) =>
  xml
    .replaceAll('md:', '')
    .replace('xmlns:md=', 'xmlns=')
    .replaceAll('<ds:', '<sig:')
    .replaceAll('</ds:', '</sig:')
    .replace('xmlns:ds=', 'xmlns:sig='),
);
const windowsLines = metadata((xml) => xml.replaceAll('\n', '\r\n'));

checkTester(readable, {
  passes: [
    genuine,
    otherPrefixes,
    windowsLines,
    metadata((xml) => xml.replace('<md:IDP', '<!-- ours --><md:IDP')),
  ],
  fails: [
    { given: doctype, message: 'unreadable', where: { artifact: 'idp-metadata', line: 2 } },
    { given: byteOrderMark, message: 'unreadable', where: { line: 1 } },
    { name: 'it is cut off', given: metadata((xml) => xml.slice(0, 300)), message: 'unreadable' },
  ],
});

checkTester(schema, {
  passes: [genuine, otherPrefixes, windowsLines],
  fails: [
    { given: unknownElement, message: 'violation', where: { artifact: 'idp-metadata' } },
    { name: 'there is no sign-on service', given: changedAll(withoutSso, withoutSso), message: 'violation' },
  ],
});

function withoutSso(login: Parameters<ReturnType<typeof metadata>>[0]) {
  return metadata((xml) => removeElement(xml, 'SingleSignOnService'))(login);
}

checkTester(entityId, {
  passes: [
    genuine,
    { name: 'it is a URN', given: entity('entityID', 'urn:example:idp:1') },
    { name: 'it has 1024 characters', given: entity('entityID', `https://${'a'.repeat(1016)}`) },
  ],
  fails: [
    { given: noUri, message: 'not-a-uri', where: { path: '/md:EntityDescriptor/@entityID', line: 2 } },
    { name: 'it holds a space', given: entity('entityID', 'https://acme login'), message: 'not-a-uri' },
    {
      name: 'it has 1025 characters',
      given: entity('entityID', `https://${'a'.repeat(1017)}`),
      message: 'too-long',
    },
  ],
});

checkTester(role, {
  passes: [
    genuine,
    {
      name: 'it speaks SAML 1.1 as well',
      given: metadata((xml) =>
        xml.replace(`="${NS.samlp}"`, `="urn:oasis:names:tc:SAML:1.1:protocol ${NS.samlp}"`),
      ),
    },
  ],
  fails: [
    { given: saml1, message: 'protocol', where: { artifact: 'idp-metadata', line: 3 } },
    {
      name: 'it is metadata of a service provider',
      given: metadata((xml) => xml.replaceAll('IDPSSODescriptor', 'SPSSODescriptor')),
      message: 'absent',
    },
  ],
});

checkTester(endpointsHttps, {
  passes: [genuine],
  fails: [
    { given: httpEndpoint, message: 'not-https' },
    {
      name: 'a location is no address',
      given: metadata((xml) => setAttribute(xml, 'SingleSignOnService', 'Location', '/saml/sso')),
      message: 'not-https',
    },
  ],
  notApplicable: [metadata((xml) => xml.replaceAll('IDPSSODescriptor', 'SPSSODescriptor'))],
});

checkTester(ssoService, {
  passes: [
    genuine,
    { name: 'only HTTP-POST is left', given: metadata((xml) => removeElement(xml, 'SingleSignOnService')) },
  ],
  fails: [
    { given: soap, message: 'none' },
    { name: 'there is none', given: changedAll(withoutSso, withoutSso), message: 'none' },
  ],
});

checkTester(nameIdFormat, {
  passes: [
    genuine,
    {
      name: 'it offers "unspecified", which refuses no format',
      given: metadata((xml) => setText(xml, 'NameIDFormat', NAMEID.unspecified)),
    },
    {
      name: 'the profile needs another format, which is there',
      given: metadata((xml) => setText(xml, 'NameIDFormat', NAMEID.persistent)),
      options: { format: NAMEID.persistent },
    },
  ],
  fails: [{ given: otherFormat, message: 'missing', where: { artifact: 'idp-metadata' } }],
  notApplicable: [metadata((xml) => removeElement(xml, 'NameIDFormat'))],
});

checkTester(validity, {
  passes: [
    { name: 'it ends in a year', given: entity('validUntil', '2027-03-14T00:00:00Z') },
    {
      name: 'the end has fractions of a second',
      given: entity('validUntil', '2027-03-14T00:00:00.123456789Z'),
    },
    { name: 'it may be kept for a day', given: entity('cacheDuration', 'P1D') },
    { name: 'it may be kept for 90 minutes', given: entity('cacheDuration', 'PT1H30M') },
  ],
  fails: [
    { given: expired, message: 'passed', where: { path: '/md:EntityDescriptor/@validUntil' } },
    { given: noCaching, message: 'not-a-duration' },
    { name: 'the end is a date only', given: entity('validUntil', '2027-03-14'), message: 'not-a-time' },
    { name: 'the duration is a number', given: entity('cacheDuration', '86400'), message: 'not-a-duration' },
    { name: 'the duration is negative', given: entity('cacheDuration', '-PT1H'), message: 'not-a-duration' },
  ],
  notApplicable: [genuine],
});

checkTester(size, {
  passes: [genuine],
  fails: [
    { given: tooLarge, message: 'large' },
    { name: 'the product wants more', given: genuine, options: { minCharacters: 10_000 }, message: 'small' },
  ],
});

checkTester(secrets, {
  passes: [
    genuine,
    {
      name: 'a contact has a name and an address',
      given: metadata((xml) =>
        xml.replace(
          '</md:EntityDescriptor>',
          '<md:ContactPerson contactType="technical"><md:EmailAddress>mailto:a@example.com</md:EmailAddress></md:ContactPerson></md:EntityDescriptor>',
        ),
      ),
    },
  ],
  fails: [
    { given: privateKey, message: 'private-key' },
    { given: password, message: 'password' },
    {
      name: 'a private key is there without its first line',
      given: metadata((xml) =>
        insertBefore(xml, 'IDPSSODescriptor', '<!-- MIIEvQIBADANBgkqhkiG9w0BAQEFAASC -->'),
      ),
      message: 'private-key',
    },
  ],
});

checkTester(signedRequests, {
  passes: [genuine, { name: 'they are wanted and promised', given: wantsSigned, login: 'signed-request' }],
  fails: [{ given: wantsSigned, message: 'unsigned', where: { artifact: 'sp-metadata' } }],
});
