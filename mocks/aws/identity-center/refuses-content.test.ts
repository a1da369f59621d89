import { describe, expect, it } from 'vitest';
import { abac, createRefusalTests, expectRefused, start, withAttributes } from './testing/refusals.ts';
import { acsUrl, type ResponseFacts, sign, writeResponse } from './testing/test-idp.ts';
import { factsOf } from './testing/test-portal.ts';

const { key, open, send } = await createRefusalTests();
const minute = 60_000;

describe('refuses what the provider wrote wrongly', () => {
  const facts: readonly [string, Partial<ResponseFacts>, string | RegExp][] = [
    ['another issuer', { issuer: 'https://other.example/saml' }, /^Issuer "https:\/\/other/],
    [
      'another audience',
      { audience: 'https://us-east-1.signin.aws.amazon.com/platform/saml/d-0000000000' },
      /^Audience/,
    ],
    [
      'an audience that only begins right',
      { audience: 'https://us-east-1.signin.aws.amazon.com/platform/saml/d-12345678901' },
      /^Audience/,
    ],
    ['another recipient', { recipient: `${acsUrl}/` }, /^Recipient/],
    ['another destination', { destination: 'https://us-west-2.signin.aws.amazon.com/' }, /^Destination/],
    [
      'a status that is not success',
      { status: 'urn:oasis:names:tc:SAML:2.0:status:Responder' },
      /^Response status/,
    ],
    [
      'an InResponseTo that nobody asked',
      { inResponseTo: '_unknown' },
      /^InResponseTo "_unknown" is no request/,
    ],
    [
      'another NameID format',
      { nameIdFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent' },
      'Response contains invalid name id policy format',
    ],
    ['a NameID that is no address', { nameId: 'alice' }, 'NameID "alice" is not an e-mail address'],
    ['a NameID with white space', { nameId: ' alice@example.com' }, /is not an e-mail address$/],
    ['a NameID of nobody', { nameId: 'nobody@example.com' }, 'User "nobody@example.com" does not exist'],
    ['a NameID in other case', { nameId: 'erin@example.com' }, 'User "erin@example.com" does not exist'],
    ['a NameID in full-width letters', { nameId: 'ａlice@example.com' }, /does not exist$/],
    ['a disabled user', { nameId: 'gone@example.com' }, 'User "gone@example.com" is disabled'],
    ['an assertion that has expired', { now: start - 8 * minute - 1 }, 'Assertion has expired'],
    ['an assertion from the future', { now: start + 4 * minute + 1 }, 'Assertion is issued in the future'],
  ];
  it.each(facts)('%s', async (_title, change, reason) => {
    const opened = open();
    await expectRefused(opened, await send(opened, change), reason);
  });

  const edits: readonly [string, (xml: string) => string, string | RegExp][] = [
    [
      'no audience restriction',
      (x) => x.replace(/<saml:AudienceRestriction>.*?<\/saml:AudienceRestriction>/, ''),
      'Assertion has no AudienceRestriction',
    ],
    [
      'a second restriction for someone else',
      (x) =>
        x.replace(
          '</saml:Conditions>',
          '<saml:AudienceRestriction><saml:Audience>urn:x</saml:Audience></saml:AudienceRestriction></saml:Conditions>',
        ),
      /^Audience "urn:x"/,
    ],
    [
      'a condition that is not understood',
      (x) => x.replace('</saml:Conditions>', '<x:Only xmlns:x="urn:x"/></saml:Conditions>'),
      'Condition "Only" is not understood',
    ],
    [
      'a NotBefore in the future',
      (x) => x.replace(/NotBefore="[^"]+"/, 'NotBefore="2026-03-01T12:03:01Z"'),
      'Assertion is not yet valid',
    ],
    [
      'conditions that end before they begin',
      (x) =>
        x.replace(
          /NotBefore="[^"]+" NotOnOrAfter="[^"]+"/,
          'NotBefore="2026-03-01T12:01:00Z" NotOnOrAfter="2026-03-01T12:00:00Z"',
        ),
      'Conditions end before they begin',
    ],
    [
      'a confirmation that has expired',
      (x) =>
        x.replace(
          /SubjectConfirmationData NotOnOrAfter="[^"]+"/,
          'SubjectConfirmationData NotOnOrAfter="2026-03-01T11:57:00Z"',
        ),
      'Subject confirmation has expired',
    ],
    [
      'a confirmation without an end',
      (x) => x.replace(/SubjectConfirmationData NotOnOrAfter="[^"]+"/, 'SubjectConfirmationData'),
      'SubjectConfirmationData has no NotOnOrAfter',
    ],
    [
      'a confirmation with a NotBefore',
      (x) =>
        x.replace(
          '<saml:SubjectConfirmationData',
          '<saml:SubjectConfirmationData NotBefore="2026-03-01T11:00:00Z"',
        ),
      'SubjectConfirmationData has a NotBefore',
    ],
    [
      'a holder-of-key confirmation',
      (x) => x.replace('cm:bearer', 'cm:holder-of-key'),
      /^Subject has 0 bearer/,
    ],
    [
      'a time without a zone',
      (x) =>
        x.replace(
          /SubjectConfirmationData NotOnOrAfter="([^"]+)\.000Z"/,
          'SubjectConfirmationData NotOnOrAfter="$1"',
        ),
      /is not a UTC time$/,
    ],
    [
      'no subject',
      (x) => x.replace(/<saml:Subject>.*?<\/saml:Subject>/, ''),
      'Assertion has not exactly one Subject',
    ],
    [
      'no conditions',
      (x) => x.replace(/<saml:Conditions.*?<\/saml:Conditions>/, ''),
      'Assertion has not exactly one Conditions',
    ],
    [
      'no authentication statement',
      (x) => x.replace(/<saml:AuthnStatement.*?<\/saml:AuthnStatement>/, ''),
      'Assertion has no AuthnStatement',
    ],
    [
      'a session that has ended',
      (x) => x.replace('SessionIndex="s1"', 'SessionNotOnOrAfter="2026-03-01T11:00:00Z"'),
      "The identity provider's session has ended",
    ],
    ['no status', (x) => x.replace(/<samlp:Status>.*?<\/samlp:Status>/, ''), 'Response has no Status'],
    [
      'no NameID',
      (x) => x.replace(/<saml:NameID .*?<\/saml:NameID>/, ''),
      'Subject has not exactly one NameID',
    ],
    [
      'elements inside the NameID',
      (x) => x.replace('alice@example.com</saml:NameID>', 'alice@example.com<b xmlns=""/></saml:NameID>'),
      '"NameID" contains elements',
    ],
    [
      'an InResponseTo on the Response only',
      (x) => x.replace(/(SubjectConfirmationData [^>]*?) InResponseTo="[^"]+"/, '$1'),
      /^InResponseTo differs/,
    ],
    [
      'an InResponseTo in the Subject only',
      (x) => x.replace(/InResponseTo="[^"]+"/, ''),
      /^InResponseTo differs/,
    ],
    [
      'an assertion of another version',
      (x) => x.replace(/(<saml:Assertion [^>]*Version=)"2.0"/, '$1"1.1"'),
      'Assertion is not of SAML version 2.0',
    ],
    [
      'an issuer with a format',
      (x) =>
        x.replace(
          /<saml:Assertion(.*?)<saml:Issuer>/,
          '<saml:Assertion$1<saml:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">',
        ),
      /^Issuer has the format/,
    ],
    [
      'an encrypted assertion',
      (x) => x.replace('</samlp:Response>', '<saml:EncryptedAssertion/></samlp:Response>'),
      /encrypted element/,
    ],
    ['a Response without an ID', (x) => x.replace(/ ID="[^"]+"/, ''), /^Response ID is missing/],
    [
      'OneTimeUse twice',
      (x) => x.replace('</saml:Conditions>', `${'<saml:OneTimeUse/>'.repeat(2)}</saml:Conditions>`),
      'Condition "OneTimeUse" stands there 2 times',
    ],
    [
      'ProxyRestriction twice',
      (x) => x.replace('</saml:Conditions>', `${'<saml:ProxyRestriction/>'.repeat(2)}</saml:Conditions>`),
      'Condition "ProxyRestriction" stands there 2 times',
    ],
    [
      'more than 50 access control attributes',
      (x) => withAttributes(x, 51, (n) => abac(`k${n}`, '<saml:AttributeValue>v</saml:AttributeValue>')),
      /51 access control attributes/,
    ],
    [
      'an access control attribute with two values',
      (x) =>
        withAttributes(x, 1, () =>
          abac(
            'team',
            '<saml:AttributeValue>a</saml:AttributeValue><saml:AttributeValue>b</saml:AttributeValue>',
          ),
        ),
      /has 2 values, not one$/,
    ],
    [
      'an access control attribute twice',
      (x) => withAttributes(x, 2, () => abac('team', '<saml:AttributeValue>a</saml:AttributeValue>')),
      /occurs more than once$/,
    ],
    [
      'an access control attribute with XML',
      (x) => withAttributes(x, 1, () => abac('team', '<saml:AttributeValue><b/></saml:AttributeValue>')),
      /contains XML$/,
    ],
  ];
  it.each(edits)('%s', async (_title, edit, reason) => {
    const opened = open();
    await expectRefused(opened, await send(opened, {}, edit), reason);
  });

  it('no assertion', async () => {
    const opened = open();
    const page = await send(opened, {}, undefined, (xml) =>
      xml.replace(/<saml:Assertion.*<\/saml:Assertion>/, ''),
    );
    await expectRefused(opened, page, 'Response contains 0 assertions, not exactly one');
  });

  it('two assertions, each signed by the provider', async () => {
    const opened = open();
    const page = await send(opened, {}, undefined, (xml) => {
      const other = sign(writeResponse({ ...factsOf(opened.at, undefined), nameId: 'Erin@example.com' }), {
        key,
        element: 'Assertion',
      });
      const second = /<saml:Assertion.*<\/saml:Assertion>/.exec(other)?.[0] ?? '';
      return sign(xml, { key, element: 'Assertion' }).replace(
        '</samlp:Response>',
        `${second}</samlp:Response>`,
      );
    });
    await expectRefused(opened, page, 'Response contains 2 assertions, not exactly one');
  });

  it('a signed Response without a Destination', async () => {
    const opened = open();
    const page = await send(
      opened,
      {},
      (x) => x.replace(/ Destination="[^"]+"/, ''),
      (x) => sign(sign(x, { key, element: 'Assertion' }), { key, element: 'Response' }),
    );
    await expectRefused(opened, page, 'Signed Response has no Destination');
  });
});

describe('takes what only looks wrong', () => {
  const accepted: readonly [string, (xml: string) => string][] = [
    [
      'clocks that differ by less than three minutes',
      (x) => x.replace(/NotBefore="[^"]+"/, 'NotBefore="2026-03-01T12:02:59Z"'),
    ],
    ['a Response without an Issuer', (x) => x.replace(/<saml:Issuer>[^<]*<\/saml:Issuer>/, '')],
    ['an unsigned Response without a Destination', (x) => x.replace(/ Destination="[^"]+"/, '')],
    [
      'OneTimeUse and ProxyRestriction, once each',
      (x) => x.replace('</saml:Conditions>', '<saml:OneTimeUse/><saml:ProxyRestriction/></saml:Conditions>'),
    ],
    [
      'several audiences in one restriction',
      (x) => x.replace('<saml:Audience>', '<saml:Audience>urn:x</saml:Audience><saml:Audience>'),
    ],
    [
      '50 access control attributes',
      (x) => withAttributes(x, 50, (n) => abac(`k${n}`, '<saml:AttributeValue>v</saml:AttributeValue>')),
    ],
    [
      'attributes that it does not use, repeated',
      (x) =>
        x.replace(
          '</saml:Assertion>',
          '<saml:AttributeStatement><saml:Attribute Name="a"/><saml:Attribute Name="a"/></saml:AttributeStatement></saml:Assertion>',
        ),
    ],
    ['pretty printing', (x) => x.replaceAll('><saml:', '>\r\n  <saml:')],
    ['nine digits of a second', (x) => x.replace(/NotBefore="([^"]+)\.000Z"/, 'NotBefore="$1.123456789Z"')],
  ];
  it.each(accepted)('%s', async (_title, edit) => {
    const opened = open();
    expect((await send(opened, {}, edit)).status).toBe(200);
    expect(await opened.at.client.whoami(opened.browser.cookie())).toBe('alice@example.com');
  });
});
