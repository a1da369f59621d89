import idBeginsWithDigit from '../../mutations/assertion/id-begins-with-digit.ts';
import idCounted from '../../mutations/assertion/id-counted.ts';
import issueInstantWithoutZone from '../../mutations/assertion/issue-instant-without-zone.ts';
import issuedInFuture from '../../mutations/assertion/issued-in-future.ts';
import issuedLongAgo from '../../mutations/assertion/issued-long-ago.ts';
import issuerOfOtherFormat from '../../mutations/assertion/issuer-of-other-format.ts';
import issuerOfOtherIdp from '../../mutations/assertion/issuer-of-other-idp.ts';
import issuerWithTrailingSlash from '../../mutations/assertion/issuer-with-trailing-slash.ts';
import secondOfOtherPerson from '../../mutations/assertion/second-of-other-person.ts';
import version11 from '../../mutations/assertion/version-1-1.ts';
import { elementText, insertAfter, insertBefore, setAttribute, setText } from '../../mutations/kit/edit.ts';
import { NS } from '../../saml/namespaces.ts';
import { changed, checkTester, genuine, testNow } from '../check-tester.ts';
import age from './age.ts';
import id from './id.ts';
import issueInstant from './issue-instant.ts';
import issuer from './issuer.ts';
import sameSubject from './same-subject.ts';
import version from './version.ts';

const response = (apply: (xml: string) => string) => changed({ on: 'response', apply });
const noAssertion = changed(
  { on: 'response', apply: (xml) => xml.replace(/<saml:Assertion[\s\S]*<\/saml:Assertion>/, '') },
  'after-signing',
);
const at = (ms: number) => new Date(testNow + ms).toISOString();

checkTester(version, {
  passes: [genuine],
  fails: [
    { given: version11, message: 'other', where: { path: '/samlp:Response/saml:Assertion[1]/@Version' } },
    {
      name: 'it is absent',
      given: response((xml) => xml.replace(/(<saml:Assertion[^>]*) Version="2.0"/, '$1')),
      message: 'other',
    },
  ],
  notApplicable: [noAssertion],
});

checkTester(id, {
  passes: [
    {
      name: 'it begins with a letter',
      given: response((xml) => setAttribute(xml, 'Assertion', 'ID', 'id-7c0e0f4a9d0b4a528a526f1f1c7a2f10')),
    },
    {
      name: 'it is 16 bytes in base64url',
      given: response((xml) => setAttribute(xml, 'Assertion', 'ID', '_Zm9vYmFyYmF6cXV4MTIzNA')),
    },
  ],
  fails: [
    { given: idCounted, message: 'short', where: { path: '/samlp:Response/saml:Assertion[1]/@ID' } },
    { given: idBeginsWithDigit, message: 'no-name' },
    {
      name: 'it is absent',
      given: changed(
        { on: 'response', apply: (xml) => xml.replace(/(<saml:Assertion[^>]*) ID="[^"]*"/, '$1') },
        'after-signing',
      ),
      message: 'absent',
    },
  ],
});

checkTester(issueInstant, {
  passes: [
    {
      name: 'the time has nine digits after the second',
      given: response((xml) =>
        setAttribute(xml, 'Assertion', 'IssueInstant', at(0).replace('.000Z', '.123456789Z')),
      ),
    },
    {
      name: 'the time has no fraction',
      given: response((xml) => setAttribute(xml, 'Assertion', 'IssueInstant', at(0).replace('.000Z', 'Z'))),
    },
  ],
  fails: [
    { given: issueInstantWithoutZone, message: 'not-utc' },
    {
      name: 'the time has an offset',
      given: response((xml) => setAttribute(xml, 'Assertion', 'IssueInstant', at(0).replace('Z', '+00:00'))),
      message: 'not-utc',
    },
    {
      name: 'the text is no time',
      given: response((xml) => setAttribute(xml, 'Assertion', 'IssueInstant', 'yesterday')),
      message: 'malformed',
      where: { path: '/samlp:Response/saml:Assertion[1]/@IssueInstant' },
    },
    {
      name: 'it is absent',
      given: response((xml) => xml.replace(/(<saml:Assertion[^>]*) IssueInstant="[^"]*"/, '$1')),
      message: 'absent',
    },
  ],
  notApplicable: [noAssertion],
});

checkTester(age, {
  passes: [
    {
      name: 'the clocks differ by three minutes',
      given: response((xml) => setAttribute(xml, 'Assertion', 'IssueInstant', at(180_000))),
    },
    {
      name: 'it was five minutes on its way',
      given: response((xml) => setAttribute(xml, 'Assertion', 'IssueInstant', at(-300_000))),
    },
  ],
  fails: [
    { given: issuedInFuture, message: 'ahead' },
    { given: issuedLongAgo, message: 'old' },
    {
      name: 'less is allowed by an option',
      given: response((xml) => setAttribute(xml, 'Assertion', 'IssueInstant', at(-240_001))),
      options: { maxAgeMs: 60_000 },
      message: 'old',
    },
  ],
  notApplicable: [noAssertion],
});

checkTester(issuer, {
  passes: [
    {
      name: 'its Format is entity',
      given: response((xml) =>
        setAttribute(xml, 'Assertion/Issuer', 'Format', 'urn:oasis:names:tc:SAML:2.0:nameid-format:entity'),
      ),
    },
  ],
  fails: [
    {
      given: issuerOfOtherIdp,
      message: 'other',
      where: { path: '/samlp:Response/saml:Assertion[1]/saml:Issuer[1]' },
    },
    { given: issuerWithTrailingSlash, message: 'other' },
    { given: issuerOfOtherFormat, message: 'format' },
    {
      name: 'it is absent',
      given: response((xml) => xml.replace(/(<saml:Assertion[^>]*>)<saml:Issuer>[^<]*<\/saml:Issuer>/, '$1')),
      message: 'absent',
    },
  ],
  notApplicable: [noAssertion],
});

checkTester(sameSubject, {
  passes: [
    {
      name: 'two assertions name the same person',
      given: response((xml) =>
        insertAfter(
          xml,
          'Assertion',
          setAttribute(elementText(xml, 'Assertion'), 'Assertion', 'ID', '_5d1c7b90a2e84f6f9b3d27c18e40aa35'),
        ),
      ),
    },
  ],
  fails: [
    {
      given: secondOfOtherPerson,
      message: 'differs',
      where: { path: '/samlp:Response/saml:Assertion[2]/saml:Subject[1]/saml:NameID[1]' },
    },
  ],
  notApplicable: [
    genuine,
    {
      name: 'another assertion is hidden in Extensions',
      given: response((xml) =>
        insertBefore(
          xml,
          'Status',
          `<samlp:Extensions xmlns:samlp="${NS.samlp}">${setText(elementText(xml, 'Assertion'), 'NameID', 'x@y')}</samlp:Extensions>`,
        ),
      ),
    },
  ],
});
