import { beforeAll, describe, it } from 'vitest';
import { createRefusalTests, expectRefused, type RefusalTests } from './testing/refusals.test-helper.ts';
import { acsUrl, encode, factsOf, start, writeResponse } from './testing/world.test-helper.ts';

let tests: RefusalTests;
beforeAll(async () => {
  tests = await createRefusalTests();
});

describe('what is no message in a form is refused', () => {
  const body = (value: string): RequestInit => ({
    method: 'POST',
    body: new URLSearchParams({ SAMLResponse: value }),
  });
  const xml = () => tests.signed(writeResponse(factsOf(start, '_x')));
  const cases: readonly (readonly [
    title: string,
    make: () => RequestInit,
    reason: string | RegExp,
    query?: string,
  ])[] = [
    [
      'GET',
      () => ({ method: 'GET' }),
      'Message came by GET, not by POST',
      `?SAMLResponse=${encodeURIComponent('PHg+')}`,
    ],
    ['PUT', () => ({ ...body(encode(xml())), method: 'PUT' }), 'Message came by PUT, not by POST'],
    [
      'JSON',
      () => ({ method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }),
      'Message came as "application/json", not as a form',
    ],
    [
      'a form without the field',
      () => ({ method: 'POST', body: new URLSearchParams({ x: '1' }) }),
      'Form has no SAMLResponse',
    ],
    [
      'the field twice',
      () => ({
        method: 'POST',
        body: new URLSearchParams([
          ['SAMLResponse', 'PHg+'],
          ['SAMLResponse', 'PHg+'],
        ]),
      }),
      'Form has 2 fields "SAMLResponse"',
    ],
    [
      'the field in the address too',
      () => body(encode(xml())),
      '"SAMLResponse" stands in the address',
      '?SAMLResponse=x',
    ],
    [
      'a RelayState of 81 bytes',
      () => ({
        method: 'POST',
        body: new URLSearchParams({ SAMLResponse: encode(xml()), RelayState: 'r'.repeat(81) }),
      }),
      'RelayState has 81 bytes, more than 80',
    ],
    ['what is not base64', () => body('<samlp:Response/>'), 'Response is not base64'],
    [
      'what is not UTF-8',
      () => body(Buffer.from([0x3c, 0xff, 0x3e]).toString('base64')),
      'Response is not UTF-8',
    ],
    ['a byte order mark', () => body(encode(`\uFEFF${xml()}`)), 'Response begins with a byte order mark'],
    [
      'another encoding',
      () => body(encode(`<?xml version="1.0" encoding="ISO-8859-1"?>${xml()}`)),
      'Declared encoding is "ISO-8859-1"',
    ],
    [
      'a document type',
      () => body(encode(`<!DOCTYPE x>${xml()}`)),
      'Response cannot be parsed: A document type declaration is not allowed.',
    ],
    ['a second root', () => body(encode(xml() + xml())), /^Response cannot be parsed/],
    [
      'a tag that is not closed',
      () => body(encode(xml().replace('</saml:Subject>', ''))),
      /^Response cannot be parsed/,
    ],
    [
      'a bare Assertion',
      () => body(encode('<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion"/>')),
      'Root element "Assertion" is not a Response',
    ],
    [
      'a Response in an envelope',
      () => body(encode(`<Envelope>${xml()}</Envelope>`)),
      'Root element "Envelope" is not a Response',
    ],
    ['40 levels', () => body(encode('<x>'.repeat(40) + '</x>'.repeat(40))), /nested more than 32 deep/],
    ['6,000 elements', () => body(encode(`<x>${'<y/>'.repeat(6_000)}</x>`)), /more than 5000 elements/],
    ['half a megabyte', () => body('A'.repeat(600_000)), 'Response is longer than 524288 characters'],
    ['a form of two megabytes', () => body('A'.repeat(2_000_000)), 'Form is longer than 1048576 bytes'],
  ];
  it.each(cases.map(([title, ...rest]) => ({ title, rest })))(
    '$title',
    async ({ rest: [make, reason, query = ''] }) => {
      const world = await tests.open();
      const browser = world.openBrowser();
      await expectRefused(world, browser, await browser.send(acsUrl + query, make()), reason);
    },
  );

  it('by plain HTTP', async () => {
    const world = await tests.open();
    const browser = world.openBrowser();
    const page = await browser.send(acsUrl.replace('https:', 'http:'), body(encode(xml())));
    await expectRefused(world, browser, page, 'Message came by plain HTTP');
  });
});
