import { deflateRawSync } from 'node:zlib';
import {
  elementText,
  removeAttribute,
  removeElement,
  replaceText,
  setAttribute,
  setText,
} from '../../mutations/kit/edit.ts';
import destinationOther from '../../mutations/response/destination-of-other-sp.ts';
import doctype from '../../mutations/response/doctype.ts';
import idCounted from '../../mutations/response/id-counted.ts';
import inResponseToOther from '../../mutations/response/in-response-to-other.ts';
import instantFuture from '../../mutations/response/issue-instant-future.ts';
import instantNoZone from '../../mutations/response/issue-instant-no-zone.ts';
import instantOld from '../../mutations/response/issue-instant-old.ts';
import issuerOther from '../../mutations/response/issuer-of-other-idp.ts';
import otherRoot from '../../mutations/response/other-root.ts';
import unknownElement from '../../mutations/response/unknown-element.ts';
import versionOther from '../../mutations/response/version-1-1.ts';
import { NAMEID, NS } from '../../saml/namespaces.ts';
import { changed, checkTester, genuine, without } from '../check-tester.ts';
import destination from './destination.ts';
import id from './id.ts';
import inResponseTo from './in-response-to.ts';
import issueInstant from './issue-instant.ts';
import issuer from './issuer.ts';
import readable from './readable.ts';
import root from './root.ts';
import schema from './schema.ts';
import version from './version.ts';

const response = (apply: (xml: string) => string) => changed({ on: 'response', apply });
const sent = (apply: (raw: string) => string) => changed({ on: 'response-parameter', apply }, 'in-transit');
const attribute = (name: string, value: string) =>
  response((xml) => setAttribute(xml, 'Response', name, value));
const withoutAttribute = (name: string) => response((xml) => removeAttribute(xml, 'Response', name));
const otherPrefixes = response((xml) =>
  xml
    .replaceAll('samlp:', 'p:')
    .replaceAll('xmlns:samlp', 'xmlns:p')
    .replaceAll('<saml:', '<')
    .replaceAll('</saml:', '</')
    .replaceAll('xmlns:saml', 'xmlns'),
);
const pretty = response((xml) => xml.replaceAll('><', '>\r\n  <'));

checkTester(readable, {
  passes: [
    genuine,
    otherPrefixes,
    pretty,
    { name: 'the base64 is broken into lines', given: sent((raw) => raw.replace(/.{76}/g, '$&\r\n')) },
    { name: 'it is the XML itself', given: sent((raw) => Buffer.from(raw, 'base64').toString()) },
  ],
  fails: [
    { given: doctype, message: 'unreadable', where: { artifact: 'response', line: 1 } },
    { name: 'it is cut off', given: sent((raw) => raw.slice(0, 401)), message: 'unreadable' },
    { name: 'it is not base64', given: sent(() => '%PHNhbWxwOlJlc3BvbnNl'), message: 'unreadable' },
    { name: 'it is empty', given: sent(() => ''), message: 'unreadable' },
    {
      name: 'it is compressed',
      given: sent((raw) => deflateRawSync(Buffer.from(raw, 'base64')).toString('base64')),
      message: 'unreadable',
    },
    {
      name: 'it is Latin-1',
      given: sent((raw) =>
        Buffer.from(`${Buffer.from(raw, 'base64')}<!-- é -->`, 'latin1').toString('base64'),
      ),
      message: 'unreadable',
    },
    {
      name: 'it is nested 10,000 deep',
      given: sent(() => Buffer.from(`${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`).toString('base64')),
      message: 'unreadable',
    },
  ],
});

checkTester(root, {
  passes: [genuine, otherPrefixes],
  fails: [
    { given: otherRoot, message: 'other', where: { artifact: 'response', line: 1 } },
    {
      name: 'it is an assertion alone',
      given: sent((raw) =>
        elementText(Buffer.from(raw, 'base64').toString(), 'Assertion').replace(
          ' xmlns:saml=',
          ` xmlns:samlp="${NS.samlp}" xmlns:saml=`,
        ),
      ),
      message: 'other',
    },
    {
      name: 'it is a Response of SAML 1.1',
      given: response((xml) => replaceText(xml, NS.samlp, 'urn:oasis:names:tc:SAML:1.0:protocol')),
      message: 'other',
    },
  ],
});

checkTester(schema, {
  passes: [
    genuine,
    otherPrefixes,
    pretty,
    {
      name: 'no attribute value has a type',
      given: response((xml) => xml.replaceAll(' xsi:type="xs:string"', '')),
    },
    { name: 'the Response is signed', given: genuine, login: 'signed-response' },
  ],
  fails: [
    { given: unknownElement, message: 'violation' },
    {
      name: 'the assertion has no Issuer',
      given: response((xml) => removeElement(xml, 'Assertion/Issuer')),
      message: 'violation',
    },
  ],
  notApplicable: [otherRoot],
});

checkTester(version, {
  passes: [genuine],
  fails: [
    { given: versionOther, message: 'other', where: { path: '/samlp:Response/@Version' } },
    { name: 'there is none', given: withoutAttribute('Version'), message: 'other' },
  ],
  notApplicable: [otherRoot],
});

checkTester(id, {
  passes: [
    genuine,
    { name: 'it begins with a letter', given: attribute('ID', 'pfx6f1c9f0e-3b5a-4d5e-9a0b-2c1d7e8f9a10') },
    { name: 'nothing is known of the request', given: without('request', 'setup') },
  ],
  fails: [
    { given: idCounted, message: 'guessable' },
    {
      name: 'it begins with a digit',
      given: attribute('ID', '6f1c9f0e3b5a4d5e9a0b2c1d7e8f9a10'),
      message: 'not-a-name',
    },
    {
      name: 'it is that of the request',
      given: response((xml) =>
        setAttribute(xml, 'Response', 'ID', /InResponseTo="([^"]+)"/.exec(xml)?.[1] ?? ''),
      ),
      message: 'of-request',
    },
    { name: 'there is none', given: withoutAttribute('ID'), message: 'absent' },
  ],
  notApplicable: [otherRoot],
});

checkTester(issueInstant, {
  passes: [
    genuine,
    {
      name: 'it has nine digits of fraction',
      given: attribute('IssueInstant', '2026-03-14T09:26:50.123456789Z'),
    },
    { name: 'it has no fraction', given: attribute('IssueInstant', '2026-03-14T09:26:50Z') },
    { name: 'the clock runs two minutes ahead', given: attribute('IssueInstant', '2026-03-14T09:28:53Z') },
  ],
  fails: [
    { given: instantOld, message: 'old', where: { path: '/samlp:Response/@IssueInstant' } },
    { given: instantFuture, message: 'future' },
    { given: instantNoZone, message: 'not-utc' },
    {
      name: 'the day does not exist',
      given: attribute('IssueInstant', '2026-02-30T09:26:50Z'),
      message: 'not-a-time',
    },
  ],
  notApplicable: [otherRoot],
});

const noIssuer = response((xml) => removeElement(xml, 'Response/Issuer'));
checkTester(issuer, {
  passes: [
    genuine,
    {
      name: 'its format is entity',
      given: response((xml) => setAttribute(xml, 'Response/Issuer', 'Format', NAMEID.entity)),
    },
    { name: 'the Response is signed', given: genuine, login: 'signed-response' },
    { name: 'only the typed value is known', given: without('idp-metadata') },
  ],
  fails: [
    { given: issuerOther, message: 'other', where: { path: '/samlp:Response/saml:Issuer[1]' } },
    {
      name: 'it has a trailing slash',
      given: response((xml) => setText(xml, 'Response/Issuer', 'https://acme.1kosmos.net/saml/')),
      message: 'other',
    },
    {
      name: 'its case differs',
      given: response((xml) => setText(xml, 'Response/Issuer', 'https://acme.1kosmos.net/SAML')),
      message: 'other',
    },
    {
      name: 'its format is unspecified',
      given: response((xml) => setAttribute(xml, 'Response/Issuer', 'Format', NAMEID.unspecified)),
      message: 'format',
    },
    { name: 'a signed Response has none', given: noIssuer, login: 'signed-response', message: 'absent' },
  ],
  notApplicable: [{ name: 'an unsigned Response has none', given: noIssuer }, otherRoot],
});

checkTester(destination, {
  passes: [
    genuine,
    { name: 'the Response is signed', given: genuine, login: 'signed-response' },
    { name: 'only the typed value is known', given: without('sp-metadata') },
  ],
  fails: [
    { given: destinationOther, message: 'other', where: { path: '/samlp:Response/@Destination' } },
    {
      name: 'a signed Response has none',
      given: withoutAttribute('Destination'),
      login: 'signed-response',
      message: 'absent',
    },
  ],
  notApplicable: [
    { name: 'an unsigned Response has none', given: withoutAttribute('Destination') },
    { name: 'the ACS URL is not known', given: without('sp-metadata', 'setup') },
    otherRoot,
  ],
});

checkTester(inResponseTo, {
  passes: [
    genuine,
    { name: 'the identity provider started the login', given: genuine, login: 'idp' },
    { name: 'only the request itself is known', given: without('setup') },
  ],
  fails: [
    { given: inResponseToOther, message: 'other' },
    { given: inResponseToOther, login: 'idp', message: 'unsolicited' },
    { name: 'it is left out', given: withoutAttribute('InResponseTo'), message: 'absent' },
  ],
  notApplicable: [without('setup', 'request'), otherRoot],
});
