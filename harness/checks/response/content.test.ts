import { insertBefore, insertFirst, removeElement, replaceElement } from '../../mutations/kit/edit.ts';
import extensionsHold from '../../mutations/response/extensions-hold-assertion.ts';
import commentInIssuer from '../../mutations/response/issuer-with-comment.ts';
import otherRoot from '../../mutations/response/other-root.ts';
import errorWithAssertion from '../../mutations/response/status-error-with-assertion.ts';
import secondLevelUnknown from '../../mutations/response/status-second-level-unknown.ts';
import successWithout from '../../mutations/response/status-success-without-assertion.ts';
import tooLarge from '../../mutations/response/too-large.ts';
import twoAssertions from '../../mutations/response/two-assertions.ts';
import { NS, STATUS } from '../../saml/namespaces.ts';
import { changed, changedAll, checkTester, genuine } from '../check-tester.ts';
import extensions from './extensions.ts';
import oneAssertion from './one-assertion.ts';
import plainValues from './plain-values.ts';
import size from './size.ts';
import status from './status.ts';
import statusCodes from './status-codes.ts';

const response = (apply: (xml: string) => string) => changed({ on: 'response', apply });
const pretty = response((xml) => xml.replaceAll('><', '>\r\n  <'));
/** An error response in place of the assertion. */
const refused = (...codes: readonly string[]) =>
  changedAll(
    response((xml) => removeElement(xml, 'Assertion')),
    response((xml) =>
      replaceElement(xml, 'StatusCode', () =>
        codes.reduceRight(
          (inner, code) => `<samlp:StatusCode Value="${code}">${inner}</samlp:StatusCode>`,
          '',
        ),
      ),
    ),
  );

checkTester(status, {
  passes: [
    genuine,
    { name: 'the login was refused', given: refused(STATUS.responder, STATUS.authnFailed) },
    {
      name: 'the assertion is encrypted',
      given: response((xml) =>
        replaceElement(
          xml,
          'Assertion',
          () => `<saml:EncryptedAssertion><x:EncryptedData xmlns:x="${NS.xenc}"/></saml:EncryptedAssertion>`,
        ),
      ),
    },
  ],
  fails: [
    {
      given: errorWithAssertion,
      message: 'issued-all-the-same',
      where: { path: '/samlp:Response/samlp:Status[1]' },
    },
    { given: successWithout, message: 'nothing-issued' },
    { name: 'there is none', given: response((xml) => removeElement(xml, 'Status')), message: 'absent' },
  ],
  notApplicable: [otherRoot],
});

checkTester(statusCodes, {
  passes: [
    genuine,
    { name: 'the person declined', given: refused(STATUS.responder, STATUS.authnFailed) },
    { name: 'there is no second-level code', given: refused(STATUS.requester) },
    {
      name: 'the second-level code is the vendor’s own',
      given: refused(STATUS.responder, 'urn:example:status:phone-timed-out'),
    },
  ],
  fails: [
    { given: secondLevelUnknown, message: 'second' },
    { name: 'a second-level code stands outside', given: refused(STATUS.authnFailed), message: 'top' },
    {
      name: 'a top-level code stands inside',
      given: refused(STATUS.responder, STATUS.requester),
      message: 'second',
    },
    { name: 'it is a word', given: refused('Denied'), message: 'top' },
  ],
  notApplicable: [response((xml) => removeElement(xml, 'Status'))],
});

checkTester(oneAssertion, {
  passes: [
    genuine,
    {
      name: 'there are two AttributeStatements in it',
      given: response((xml) =>
        xml.replace(/(<saml:AttributeStatement>.*<\/saml:AttributeStatement>)/, '$1$1'),
      ),
    },
  ],
  fails: [{ given: twoAssertions, message: 'more', where: { path: '/samlp:Response/saml:Assertion[2]' } }],
  notApplicable: [successWithout],
});

const withExtensions = (content: string) =>
  response((xml) => insertBefore(xml, 'Status', `<samlp:Extensions>${content}</samlp:Extensions>`));
checkTester(extensions, {
  passes: [
    {
      name: 'they are the vendor’s own',
      given: withExtensions('<x:Trace xmlns:x="urn:example:trace">17</x:Trace>'),
    },
  ],
  fails: [
    { given: extensionsHold, message: 'saml' },
    {
      name: 'an assertion is hidden deeper',
      given: withExtensions(`<x:Box xmlns:x="urn:example"><saml:Advice xmlns:saml="${NS.saml}"/></x:Box>`),
      message: 'saml',
    },
    { name: 'they have no namespace', given: withExtensions('<Trace xmlns="">17</Trace>'), message: 'saml' },
  ],
  notApplicable: [genuine, otherRoot],
});

const nameId = (content: string) =>
  response((xml) => xml.replace(/(<saml:NameID[^>]*>)[^<]*/, `$1${content}`));
checkTester(plainValues, {
  passes: [
    genuine,
    pretty,
    {
      name: 'a comment stands between elements',
      given: response((xml) => insertFirst(xml, 'Assertion/Subject', '<!-- ours -->')),
    },
    { name: 'a value holds &amp;', given: response((xml) => xml.replace('>Wong<', '>Wong &amp; Sons<')) },
    {
      name: 'the vendor’s own extension holds a comment',
      given: withExtensions('<x:Trace xmlns:x="urn:example:trace">17<!-- ms --></x:Trace>'),
    },
  ],
  fails: [
    { given: commentInIssuer, message: 'broken', where: { path: '/samlp:Response/saml:Issuer[1]' } },
    {
      name: 'a comment splits the NameID',
      given: nameId('alice.wong@example.com<!-- -->.evil.example'),
      message: 'broken',
    },
    {
      name: 'a processing instruction splits the NameID',
      given: nameId('alice.wong<?x y?>@example.com'),
      message: 'broken',
    },
    { name: 'the NameID is CDATA', given: nameId('<![CDATA[alice.wong@example.com]]>'), message: 'broken' },
  ],
});

checkTester(size, {
  passes: [genuine],
  fails: [
    { given: tooLarge, message: 'large' },
    { name: 'the product takes less', given: genuine, options: { maxCharacters: 1000 }, message: 'large' },
  ],
});
