import { beforeAll, describe, it } from 'vitest';
import {
  at,
  createRefusalTests,
  type Edit,
  expectRefused,
  type RefusalTests,
  replace,
} from './testing/refusals.test-helper.ts';
import { acsUrl, alice, entityId, idpEntityId } from './testing/world.test-helper.ts';

let tests: RefusalTests;
beforeAll(async () => {
  tests = await createRefusalTests();
});

const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';

describe('what a genuine key has signed is refused', () => {
  const cases: readonly (readonly [string, Edit, string | RegExp])[] = [
    [
      'a status of failure',
      replace('status:Success', 'status:Responder'),
      /^Status is "urn:.*:Responder", not Success$/,
    ],
    ['no Status', replace(/<samlp:Status>.*<\/samlp:Status>/, ''), '"Response" has no "Status"'],
    [
      'an Assertion of SAML 1.1',
      (x) => x.replace(/(<saml:Assertion [^>]*)Version="2.0"/, '$1Version="1.1"'),
      '"Assertion" is not of SAML version 2.0',
    ],
    [
      'an ID that is no name',
      (x) => x.replace(/(<saml:Assertion ID=")_/, '$11'),
      /^ID "1.*" is not an NCName$/,
    ],
    [
      'an unknown issuer',
      replace(new RegExp(idpEntityId, 'g'), 'https://other.example'),
      /^Issuer "https:\/\/other.example" is not trusted$/,
    ],
    [
      'two issuers',
      replace(`<saml:Issuer>${idpEntityId}`, '<saml:Issuer>https://other.example'),
      /^Issuers .* differ$/,
    ],
    [
      'no Issuer of the Assertion',
      (x) => x.replace(/(<saml:Assertion[^>]*>)<saml:Issuer>.*?<\/saml:Issuer>/, '$1'),
      '"Assertion" has no "Issuer"',
    ],
    [
      'an Issuer of another format',
      replace('<saml:Issuer>', '<saml:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">'),
      /^Issuer has the format/,
    ],
    [
      'another Destination',
      replace(`Destination="${acsUrl}"`, 'Destination="https://other.example/acs"'),
      /^Destination .* is not the consumer service$/,
    ],
    [
      'a Destination that only begins right',
      replace(`Destination="${acsUrl}"`, `Destination="${acsUrl}/x"`),
      /^Destination/,
    ],
    [
      'another Recipient',
      replace(`Recipient="${acsUrl}"`, 'Recipient="https://other.example/acs"'),
      /^Recipient .* is not the consumer service$/,
    ],
    ['no Recipient', replace(` Recipient="${acsUrl}"`, ''), 'Recipient "" is not the consumer service'],
    [
      'another audience',
      replace(`<saml:Audience>${entityId}`, '<saml:Audience>https://other.example'),
      /^Audience .* is not this provider$/,
    ],
    [
      'no audience',
      replace(/<saml:AudienceRestriction>.*<\/saml:AudienceRestriction>/, ''),
      'Assertion has no AudienceRestriction',
    ],
    [
      'a second restriction that is not ours',
      replace(
        '</saml:Conditions>',
        '<saml:AudienceRestriction><saml:Audience>https://other.example</saml:Audience></saml:AudienceRestriction></saml:Conditions>',
      ),
      /^Audience/,
    ],
    [
      'an unknown condition',
      replace('</saml:Conditions>', '<x:OnlyOnSundays xmlns:x="urn:x"/></saml:Conditions>'),
      'Condition "OnlyOnSundays" is not understood',
    ],
    [
      'OneTimeUse twice',
      replace('</saml:Conditions>', '<saml:OneTimeUse/><saml:OneTimeUse/></saml:Conditions>'),
      '"Conditions" has 2 of "OneTimeUse"',
    ],
    [
      'no Conditions',
      replace(/<saml:Conditions.*<\/saml:Conditions>/, ''),
      '"Assertion" has no "Conditions"',
    ],
    ['no Subject', replace(/<saml:Subject>.*<\/saml:Subject>/, ''), '"Assertion" has no "Subject"'],
    [
      'no AuthnStatement',
      replace(/<saml:AuthnStatement.*<\/saml:AuthnStatement>/, ''),
      'Assertion has no AuthnStatement',
    ],
    [
      'Conditions that have ended',
      replace(
        `NotBefore="${at(-1)}" NotOnOrAfter="${at(5)}"`,
        `NotBefore="${at(-9)}" NotOnOrAfter="${at(-3)}"`,
      ),
      'Assertion has expired',
    ],
    [
      'Conditions that have not begun',
      replace(`NotBefore="${at(-1)}"`, `NotBefore="${at(4)}"`),
      'Assertion is not yet valid',
    ],
    [
      'Conditions that end before they begin',
      replace(
        `NotBefore="${at(-1)}" NotOnOrAfter="${at(5)}"`,
        `NotBefore="${at(1)}" NotOnOrAfter="${at(0)}"`,
      ),
      'Conditions end before they begin',
    ],
    [
      'Conditions without an end',
      replace(`NotBefore="${at(-1)}" NotOnOrAfter="${at(5)}"`, `NotBefore="${at(-1)}"`),
      'Conditions have no NotOnOrAfter',
    ],
    [
      'a confirmation that has ended',
      replace(`Data NotOnOrAfter="${at(5)}"`, `Data NotOnOrAfter="${at(-3)}"`),
      'Subject confirmation has expired',
    ],
    [
      'a confirmation without an end',
      replace(`Data NotOnOrAfter="${at(5)}"`, 'Data'),
      'SubjectConfirmationData has no NotOnOrAfter',
    ],
    [
      'a confirmation with NotBefore',
      replace(`Data NotOnOrAfter`, `Data NotBefore="${at(-1)}" NotOnOrAfter`),
      'SubjectConfirmationData has a NotBefore',
    ],
    [
      'a confirmation for another address',
      replace('Data NotOnOrAfter', 'Data Address="203.0.113.9" NotOnOrAfter'),
      'Confirmation is for the address "203.0.113.9"',
    ],
    [
      'holder of key',
      replace(bearer, 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key'),
      'Subject has 0 bearer confirmations, not exactly one',
    ],
    [
      'no confirmation',
      replace(/<saml:SubjectConfirmation .*<\/saml:SubjectConfirmation>/, ''),
      'Subject has 0 bearer confirmations, not exactly one',
    ],
    [
      'two bearer confirmations',
      (x) => x.replace(/<saml:SubjectConfirmation .*<\/saml:SubjectConfirmation>/, '$&$&'),
      'Subject has 2 bearer confirmations, not exactly one',
    ],
    [
      'a time without a zone',
      replace(`NotOnOrAfter="${at(5)}"><saml:Aud`, `NotOnOrAfter="${at(5).replace('Z', '')}"><saml:Aud`),
      /^NotOnOrAfter ".*" is not a UTC time$/,
    ],
    [
      '30 February',
      replace(`NotBefore="${at(-1)}"`, 'NotBefore="2026-02-30T12:00:00Z"'),
      /^NotBefore ".*" is not a UTC time$/,
    ],
    [
      'an issue in the future',
      replace(new RegExp(`IssueInstant="${at(0)}"`, 'g'), `IssueInstant="${at(4)}"`),
      '"Response" is issued in the future',
    ],
    [
      'an old message',
      replace(new RegExp(`IssueInstant="${at(0)}"`, 'g'), `IssueInstant="${at(-14)}"`),
      '"Response" was issued too long ago',
    ],
    [
      'a login of last week',
      replace(`AuthnInstant="${at(0)}"`, `AuthnInstant="${at(-7 * 24 * 60)}"`),
      'Authentication was too long ago',
    ],
    [
      'a login in the future',
      replace(`AuthnInstant="${at(0)}"`, `AuthnInstant="${at(4)}"`),
      'AuthnInstant is in the future',
    ],
    [
      'a session that is over',
      replace(`SessionNotOnOrAfter="${at(60)}"`, `SessionNotOnOrAfter="${at(0)}"`),
      "The identity provider's session has ended",
    ],
    [
      'InResponseTo on one side only',
      (x) => x.replace(/(<samlp:Response[^>]*) InResponseTo="[^"]*"/, '$1'),
      /^InResponseTo differs/,
    ],
    [
      'the answer to a request that was never made',
      (x) => x.replace(/InResponseTo="[^"]*"/g, 'InResponseTo="_never"'),
      'InResponseTo "_never" is no request that is waited for',
    ],
    [
      'an answer to nothing, where that is off',
      (x) => x.replace(/ InResponseTo="[^"]*"/g, ''),
      'Response was not asked for, and unsolicited ones are switched off',
    ],
    [
      'a NameID of another format',
      replace('nameid-format:emailAddress', 'nameid-format:unspecified'),
      /^NameID has the format/,
    ],
    ['an empty NameID', replace(`>${alice}<`, '><'), 'NameID is empty'],
    [
      'a NameID of 300 characters',
      replace(`>${alice}<`, `>${'a'.repeat(300)}<`),
      'NameID has 300 characters',
    ],
    [
      'two NameIDs',
      (x) => x.replace(/<saml:NameID.*<\/saml:NameID>/, '$&$&'),
      'Subject has 2 identifiers, not exactly one',
    ],
    ['no NameID', replace(/<saml:NameID.*<\/saml:NameID>/, ''), 'Subject has 0 identifiers, not exactly one'],
    ['elements in the NameID', replace(`>${alice}<`, '>a<b/>lice<'), '"NameID" contains elements'],
    [
      'an instruction in the NameID',
      replace(`>${alice}<`, '>alice@example.com<?x?>.evil<'),
      '"NameID" contains a processing instruction',
    ],
    [
      'one attribute twice',
      replace(
        '</saml:Assertion>',
        `<saml:AttributeStatement>${'<saml:Attribute Name="g"><saml:AttributeValue>a</saml:AttributeValue></saml:Attribute>'.repeat(2)}</saml:AttributeStatement></saml:Assertion>`,
      ),
      'Attribute "g" occurs more than once',
    ],
    [
      'an unknown element',
      replace('<saml:Conditions ', '<saml:Surprise/><saml:Conditions '),
      /^Schema does not allow/,
    ],
    [
      'an unknown attribute',
      replace('<saml:Conditions ', '<saml:Conditions Colour="red" '),
      'Schema does not allow "Colour" on "Conditions"',
    ],
    [
      'text where none belongs',
      replace('</saml:Conditions>', 'x</saml:Conditions>'),
      'Schema does not allow text in "Conditions"',
    ],
    [
      'two assertions',
      (x) => x.replace(/<saml:Assertion.*<\/saml:Assertion>/, (one) => one + one.replace(/ID="_a/, 'ID="_b')),
      'Response contains 2 assertions, not exactly one',
    ],
    [
      'an assertion within',
      replace('</saml:Assertion>', '<saml:Advice><saml:Assertion/></saml:Advice></saml:Assertion>'),
      'Response contains 2 assertions, not exactly one',
    ],
    [
      'one ID twice',
      (x) => x.replace('<samlp:Status>', `<samlp:Status Id="${/<saml:Assertion ID="([^"]+)/.exec(x)?.[1]}">`),
      /^ID ".*" occurs more than once$/,
    ],
  ];
  it.each(cases)('%s', async (_title, edit, reason) => {
    const world = await tests.open();
    const browser = world.openBrowser();
    await expectRefused(world, browser, await tests.send(world, browser, edit), reason);
  });
});
