import {
  elementText,
  insertAfter,
  removeAttribute,
  removeElement,
  setAttribute,
  setText,
} from '../../mutations/kit/edit.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { changed, checkTester, genuine, testNow } from '../check-tester.ts';
import { account, attempts, broken, noAssertion, response, sts } from './_login.test-helper.ts';
import audience from './audience.ts';
import destination from './destination.ts';
import metadataKeyCount from './metadata-key-count.ts';
import metadataKeySize from './metadata-key-size.ts';
import nameIdFormat from './name-id-format.ts';
import pageSize from './page-size.ts';
import recipient from './recipient.ts';
import redeemInTime from './redeem-in-time.ts';
import relayState from './relay-state.ts';
import service from './service.ts';

const heard = (text: string) => response((xml) => setText(xml, 'Audience', text));
const sentTo = (url: string) =>
  response((xml) => setAttribute(xml, 'SubjectConfirmationData', 'Recipient', url));
const moved = (partition: 'aws-cn' | 'aws-us-gov') => account((record) => ({ ...record, partition }));
const state = (text: string) => changed({ on: 'relay-state', apply: () => text });
const metadata = (apply: (xml: string) => string) => changed({ on: 'idp-metadata', apply });
const asSent = { name: 'it is as the identity provider sends it', given: genuine };

checkTester(audience, {
  passes: [
    { name: 'it is the sign-in address', given: heard('https://signin.aws.amazon.com/saml') },
    {
      name: 'it is a regional sign-in address',
      given: heard('https://eu-west-1.signin.aws.amazon.com/saml'),
    },
    {
      name: 'another audience stands beside it',
      given: response((xml) =>
        insertAfter(xml, 'Audience', '<saml:Audience>https://other.example</saml:Audience>'),
      ),
    },
    { name: 'the account is in GovCloud, which takes the same', given: moved('aws-us-gov') },
  ],
  fails: [
    { given: broken('audience-of-identity-center'), message: 'center' },
    { given: broken('audience-of-user-pool'), message: 'other' },
    { name: 'a slash follows', given: heard('urn:amazon:webservices/'), message: 'other' },
    { name: 'it is that of GovCloud', given: heard('urn:amazon:webservices:govcloud'), message: 'other' },
    {
      name: 'a second restriction names somebody else',
      given: response((xml) =>
        insertAfter(
          xml,
          'AudienceRestriction',
          elementText(xml, 'AudienceRestriction').replace('urn:amazon:webservices', 'https://other.example'),
        ),
      ),
      message: 'other',
    },
  ],
  notApplicable: [
    noAssertion,
    { name: 'there is none', given: response((xml) => removeElement(xml, 'AudienceRestriction')) },
  ],
});
checkTester(service, {
  passes: [asSent, { name: 'both are of Identity Center', given: genuine, login: 'sp' }],
  fails: [
    { given: broken('audience-of-identity-center'), message: 'mixed' },
    { given: broken('recipient-of-identity-center'), message: 'mixed' },
    { given: broken('audience-of-iam'), login: 'sp', message: 'mixed' },
  ],
  notApplicable: [
    noAssertion,
    { name: 'the audience is not of AWS', given: heard('https://other.example') },
    { name: 'the Recipient is not of AWS', given: sentTo('https://other.example') },
  ],
});
checkTester(recipient, {
  passes: [
    { name: 'it is a regional address', given: sentTo('https://eu-central-1.signin.aws.amazon.com/saml') },
    {
      name: 'it is the address of one provider',
      given: sentTo('https://us-east-1.signin.aws.amazon.com/saml/acs/SAMLSPABCDEFGHIJKLMNOPQR'),
    },
    {
      name: 'it is not there, which another check tells',
      given: response((xml) => removeAttribute(xml, 'SubjectConfirmationData', 'Recipient')),
    },
  ],
  fails: [
    { given: broken('recipient-with-slash'), message: 'none' },
    { given: broken('recipient-of-china'), message: 'partition' },
    { given: broken('recipient-of-identity-center'), message: 'none' },
    { name: 'it is by http', given: sentTo('http://signin.aws.amazon.com/saml'), message: 'none' },
    { name: 'the account is in China', given: moved('aws-cn'), message: 'partition' },
    {
      name: 'the host only looks alike',
      given: sentTo('https://signin.aws.amazon.com.example/saml'),
      message: 'none',
    },
  ],
  notApplicable: [noAssertion],
});
checkTester(destination, {
  passes: [asSent],
  fails: [{ given: broken('no-destination'), message: 'absent', where: { path: '/samlp:Response' } }],
});
checkTester(relayState, {
  passes: [
    asSent,
    {
      name: 'a region stands before the host',
      given: state('https://eu-west-1.console.aws.amazon.com/ec2/'),
    },
    {
      name: 'it is a service with a page of its own',
      given: state('https://appstream2.us-east-1.aws.amazon.com/saml?stack=x'),
    },
  ],
  fails: [
    { given: broken('relay-state-elsewhere'), message: 'other' },
    { name: 'it is no address', given: state('token-1234'), message: 'other' },
    { name: 'it is by http', given: state('http://console.aws.amazon.com/'), message: 'other' },
    {
      name: 'the host only looks alike',
      given: state('https://console.aws.amazon.com.example/'),
      message: 'other',
    },
    { name: 'the account is in China', given: moved('aws-cn'), message: 'other' },
  ],
  notApplicable: [{ name: 'it is empty', given: state('') }],
});
checkTester(nameIdFormat, {
  passes: [
    asSent,
    {
      name: 'it is persistent',
      given: response((xml) => setAttribute(xml, 'NameID', 'Format', NAMEID.persistent)),
    },
    {
      name: 'there is none, which means unspecified',
      given: response((xml) => removeAttribute(xml, 'NameID', 'Format')),
    },
  ],
  fails: [
    { given: broken('name-id-format-of-own'), message: 'other' },
    {
      name: 'the e-mail format is said to be of SAML 2.0',
      given: response((xml) =>
        setAttribute(xml, 'NameID', 'Format', 'urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress'),
      ),
      message: 'other',
    },
  ],
  notApplicable: [noAssertion],
});
const askedAt = (ms: number) =>
  attempts((attempt) => ({ ...attempt, askedAt: new Date(testNow - 2000 + ms).toISOString() }));
checkTester(redeemInTime, {
  passes: [
    { name: 'it is exactly five minutes', given: askedAt(300_000) },
    { name: 'it is presented three times', given: genuine },
  ],
  fails: [
    { given: broken('presented-too-late'), message: 'late', where: { path: '/attempts/0/askedAt' } },
    { name: 'it is a second more', given: askedAt(301_000), message: 'late' },
  ],
  notApplicable: [noAssertion, { name: 'nothing was asked', given: sts(() => ({ attempts: [] })) }],
});
checkTester(pageSize, {
  passes: [asSent],
  fails: [{ given: broken('too-large-for-page'), message: 'large' }],
});
checkTester(metadataKeySize, {
  passes: [asSent],
  fails: [{ given: broken('metadata-key-tiny'), message: 'small', where: { artifact: 'idp-metadata' } }],
  notApplicable: [{ name: 'there is no key', given: metadata((xml) => removeElement(xml, 'KeyDescriptor')) }],
});
checkTester(metadataKeyCount, {
  passes: [
    {
      name: 'there are exactly ten',
      given: metadata((xml) =>
        insertAfter(xml, 'KeyDescriptor', elementText(xml, 'KeyDescriptor').repeat(9)),
      ),
    },
  ],
  fails: [{ given: broken('metadata-with-eleven-keys'), message: 'many' }],
});
