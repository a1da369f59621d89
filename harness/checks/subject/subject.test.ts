import { insertAfter, removeAttribute, replaceElement, setAttribute } from '../../mutations/kit/edit.ts';
import addressHostName from '../../mutations/subject/address-host-name.ts';
import answerToOtherRequest from '../../mutations/subject/answer-to-other-request.ts';
import confirmationEndWithoutZone from '../../mutations/subject/confirmation-end-without-zone.ts';
import confirmationExpired from '../../mutations/subject/confirmation-expired.ts';
import confirmationForADay from '../../mutations/subject/confirmation-for-a-day.ts';
import confirmationWithNotBefore from '../../mutations/subject/confirmation-with-not-before.ts';
import confirmedBySender from '../../mutations/subject/confirmed-by-sender.ts';
import confirmedTwice from '../../mutations/subject/confirmed-twice.ts';
import inOtherCase from '../../mutations/subject/name-id-in-other-case.ts';
import noAddress from '../../mutations/subject/name-id-no-address.ts';
import ofOtherPerson from '../../mutations/subject/name-id-of-other-person.ts';
import unspecified from '../../mutations/subject/name-id-unspecified.ts';
import withSpace from '../../mutations/subject/name-id-with-space.ts';
import noConfirmationData from '../../mutations/subject/no-confirmation-data.ts';
import noNameId from '../../mutations/subject/no-name-id.ts';
import noRecipient from '../../mutations/subject/no-recipient.ts';
import none from '../../mutations/subject/none.ts';
import qualifierOfOtherParty from '../../mutations/subject/qualifier-of-other-party.ts';
import recipientExtended from '../../mutations/subject/recipient-extended.ts';
import recipientOfOtherSp from '../../mutations/subject/recipient-of-other-sp.ts';
import twoNameIds from '../../mutations/subject/two-name-ids.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { changed, changedAll, checkTester, genuine, testNow, without } from '../check-tester.ts';
import address from './address.ts';
import confirmation from './confirmation.ts';
import confirmationData from './confirmation-data.ts';
import confirmationExpiry from './confirmation-expiry.ts';
import confirmationLifetime from './confirmation-lifetime.ts';
import confirmationNotBefore from './confirmation-not-before.ts';
import inResponseTo from './in-response-to.ts';
import instants from './instants.ts';
import nameId from './name-id.ts';
import nameIdForm from './name-id-form.ts';
import nameIdFormat from './name-id-format.ts';
import nameIdWhiteSpace from './name-id-white-space.ts';
import nameQualifiers from './name-qualifiers.ts';
import recipient from './recipient.ts';
import userName from './user-name.ts';

const response = (apply: (xml: string) => string) => changed({ on: 'response', apply });
const data = (name: string, value: string) =>
  response((xml) => setAttribute(xml, 'SubjectConfirmationData', name, value));
const named = (value: string, format: string = NAMEID.emailAddress) =>
  response((xml) =>
    replaceElement(xml, 'Subject/NameID', () => `<saml:NameID Format="${format}">${value}</saml:NameID>`),
  );
const at = (ms: number) => new Date(testNow + ms).toISOString();
const subject = '/samlp:Response/saml:Assertion[1]/saml:Subject[1]';
const dataPath = `${subject}/saml:SubjectConfirmation[1]/saml:SubjectConfirmationData[1]`;

checkTester(nameId, {
  passes: [
    {
      name: 'it is encrypted',
      given: response((xml) => replaceElement(xml, 'Subject/NameID', () => '<saml:EncryptedID/>')),
    },
  ],
  fails: [
    { given: noNameId, message: 'absent', where: { path: subject } },
    { given: none, message: 'no-subject' },
    { given: twoNameIds, message: 'several', where: { path: `${subject}/saml:NameID[2]` } },
  ],
});

checkTester(nameIdFormat, {
  passes: [
    genuine,
    {
      name: 'the profile wants another format than the request',
      given: named('x1', NAMEID.persistent),
      options: { format: NAMEID.persistent },
    },
  ],
  fails: [
    { given: unspecified, message: 'other', where: { path: `${subject}/saml:NameID[1]/@Format` } },
    {
      name: 'there is no Format',
      given: response((xml) => removeAttribute(xml, 'Subject/NameID', 'Format')),
      message: 'other',
    },
  ],
  notApplicable: [
    noNameId,
    {
      name: 'the request leaves the format open',
      given: changedAll(
        changed({
          on: 'request',
          apply: (xml) => setAttribute(xml, 'NameIDPolicy', 'Format', NAMEID.unspecified),
        }),
        named('alice', NAMEID.unspecified),
      ),
    },
    { name: 'nobody asks for a format', given: without('request') },
  ],
});

checkTester(nameIdForm, {
  passes: [
    { name: 'the address has letters beyond ASCII', given: named('zoë.müller@bücher.example') },
    { name: 'the address has a plus and an apostrophe', given: named("o'neil+aws@example.com") },
    { name: 'the format is unspecified', given: named('alice', NAMEID.unspecified) },
    { name: 'the address has a space before it', given: withSpace },
  ],
  fails: [
    { given: noAddress, message: 'other', where: { path: `${subject}/saml:NameID[1]` } },
    {
      name: 'the address has a display name',
      given: named('Alice &lt;alice@example.com&gt;'),
      message: 'other',
    },
    {
      name: 'a persistent identifier is too long',
      given: named('x'.repeat(257), NAMEID.persistent),
      message: 'other',
    },
    { name: 'it is empty', given: named(''), message: 'other' },
  ],
  notApplicable: [noNameId],
});

checkTester(nameIdWhiteSpace, {
  passes: [{ name: 'white space stands inside', given: named('a b', NAMEID.unspecified) }],
  fails: [
    { given: withSpace, message: 'found' },
    { name: 'it ends with a line break', given: named('alice.wong@example.com\n'), message: 'found' },
    { name: 'it ends with a no-break space', given: named('alice.wong@example.com\u00a0'), message: 'found' },
  ],
  notApplicable: [noNameId],
});

checkTester(userName, {
  passes: [
    { name: 'a comment stands inside the value', given: named('alice.wong<!-- -->@example.com') },
    { name: 'white space stands round it', given: withSpace },
  ],
  fails: [
    { given: ofOtherPerson, message: 'other', where: { path: `${subject}/saml:NameID[1]` } },
    { given: inOtherCase, message: 'case' },
  ],
  notApplicable: [
    noNameId,
    {
      name: 'the directory has no such person',
      given: changed({ on: 'setup', apply: (setup) => ({ ...setup, user: null }) }),
    },
  ],
});

const persistent = (attributes: string) =>
  response((xml) =>
    replaceElement(
      xml,
      'Subject/NameID',
      () => `<saml:NameID Format="${NAMEID.persistent}" ${attributes}>x7Hq</saml:NameID>`,
    ),
  );

checkTester(nameQualifiers, {
  passes: [
    { name: 'there are none', given: persistent('') },
    {
      name: 'the identity provider is named',
      given: persistent('NameQualifier="https://acme.1kosmos.net/saml"'),
    },
  ],
  fails: [
    {
      given: qualifierOfOtherParty,
      message: 'other',
      where: { path: `${subject}/saml:NameID[1]/@NameQualifier` },
    },
    {
      name: 'the service provider is another',
      given: persistent('SPNameQualifier="https://other-sp.example/saml"'),
      message: 'other',
    },
  ],
  notApplicable: [genuine],
});

checkTester(confirmation, {
  passes: [
    {
      name: 'another method stands beside it',
      given: response((xml) =>
        insertAfter(
          xml,
          'SubjectConfirmation',
          '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:sender-vouches"/>',
        ),
      ),
    },
  ],
  fails: [
    {
      given: confirmedBySender,
      message: 'absent',
      where: { path: `${subject}/saml:SubjectConfirmation[1]` },
    },
    { given: confirmedTwice, message: 'several', where: { path: `${subject}/saml:SubjectConfirmation[2]` } },
    {
      name: 'the profile wants no other method beside it',
      given: response((xml) =>
        insertAfter(
          xml,
          'SubjectConfirmation',
          '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:sender-vouches"/>',
        ),
      ),
      options: { noOtherMethod: true },
      message: 'several',
    },
  ],
  notApplicable: [none],
});

checkTester(confirmationData, {
  passes: [genuine],
  fails: [
    { given: noConfirmationData, message: 'absent' },
    { given: noRecipient, message: 'incomplete', where: { path: dataPath } },
    {
      name: 'it has no end',
      given: response((xml) => removeAttribute(xml, 'SubjectConfirmationData', 'NotOnOrAfter')),
      message: 'incomplete',
    },
  ],
  notApplicable: [none, confirmedBySender],
});

checkTester(recipient, {
  passes: [genuine],
  fails: [
    { given: recipientOfOtherSp, message: 'other', where: { path: `${dataPath}/@Recipient` } },
    { given: recipientExtended, message: 'other' },
  ],
  notApplicable: [
    noConfirmationData,
    { name: 'the ACS URL is not known', given: without('setup', 'sp-metadata') },
  ],
});

checkTester(confirmationExpiry, {
  passes: [{ name: 'the clocks differ by nearly three minutes', given: data('NotOnOrAfter', at(-179_999)) }],
  fails: [{ given: confirmationExpired, message: 'passed', where: { path: `${dataPath}/@NotOnOrAfter` } }],
  notApplicable: [noConfirmationData],
});

checkTester(confirmationLifetime, {
  passes: [{ name: 'it lasts for ten minutes', given: data('NotOnOrAfter', at(600_000)) }],
  fails: [{ given: confirmationForADay, message: 'long', where: { path: `${dataPath}/@NotOnOrAfter` } }],
  notApplicable: [noConfirmationData],
});

checkTester(confirmationNotBefore, {
  passes: [genuine],
  fails: [
    { given: confirmationWithNotBefore, message: 'present', where: { path: `${dataPath}/@NotBefore` } },
  ],
  notApplicable: [noConfirmationData],
});

checkTester(inResponseTo, {
  passes: [{ name: 'the login began at the identity provider', given: genuine, login: 'idp' }],
  fails: [
    { given: answerToOtherRequest, message: 'other', where: { path: `${dataPath}/@InResponseTo` } },
    {
      name: 'the login began at the identity provider',
      given: answerToOtherRequest,
      login: 'idp',
      message: 'unsolicited',
    },
    {
      name: 'it is absent',
      given: response((xml) => removeAttribute(xml, 'SubjectConfirmationData', 'InResponseTo')),
      message: 'absent',
    },
  ],
  notApplicable: [noConfirmationData],
});

checkTester(address, {
  passes: [
    { name: 'it is of IPv4', given: data('Address', '203.0.113.7') },
    { name: 'it is of IPv6', given: data('Address', '2001:db8::7') },
  ],
  fails: [
    { given: addressHostName, message: 'form', where: { path: `${dataPath}/@Address` } },
    { name: 'it has a port', given: data('Address', '203.0.113.7:443'), message: 'form' },
    { name: 'a part is too large', given: data('Address', '203.0.113.256'), message: 'form' },
  ],
  notApplicable: [genuine],
});

checkTester(instants, {
  passes: [
    { name: 'the time has no fraction', given: data('NotOnOrAfter', at(60_000).replace('.000Z', 'Z')) },
  ],
  fails: [
    { given: confirmationEndWithoutZone, message: 'not-utc', where: { path: `${dataPath}/@NotOnOrAfter` } },
    { name: 'the text is no time', given: data('NotOnOrAfter', '1893459600'), message: 'malformed' },
  ],
  notApplicable: [noConfirmationData],
});
