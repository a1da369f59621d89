import { beforeAll, describe, expect, it } from 'vitest';
import type { SigningKey } from '../../core/keys.ts';
import { wrappingsOf } from '../identity-center/testing/wrappings.ts';
import { encrypt } from '../testing/encrypt.ts';
import { createTestKey, encode, signXml } from '../testing/test-world.ts';
import { factsOf, issuer, pairOf, production, start, xmlOf } from '../testing/world.ts';
import { readSamlResponse, type SamlReading } from './read-saml-response.ts';

let key: SigningKey;
let second: SigningKey;
let stranger: SigningKey;
let opener: SigningKey;
beforeAll(async () => {
  [key, second, stranger, opener] = await Promise.all([
    createTestKey('idp', start),
    createTestKey('idp 2', start),
    createTestKey('stranger', start),
    createTestKey('opener', start),
  ]);
});

const facts = factsOf([pairOf(production, 'Admin')]);
const plain = xmlOf(facts);

function read(xml: string, options: Partial<Parameters<typeof readSamlResponse>[1]> = {}): SamlReading {
  const certificates = [second.certificateDer, key.certificateDer];
  return readSamlResponse(encode(xml), {
    trustFor: (found) =>
      found === issuer ? { entityId: issuer, ssoUrl: 'https://idp.example/sso', certificates } : undefined,
    privateKeys: [],
    acceptSha1: true,
    maxLength: 100_000,
    ...options,
  });
}

function factsIn(reading: SamlReading) {
  if (!reading.response.readable) throw new Error(`It was not read: ${reading.problem}`);
  return reading.response.facts;
}

function expectUnverified(reading: SamlReading, problem: string | RegExp) {
  expect(factsIn(reading).signatureVerifiedByProvider).toBe(false);
  expect(reading.problem).toMatch(problem);
}

describe('what is signed', () => {
  it.each([
    ['the Assertion', () => signXml(plain, 'Assertion', key)],
    ['the Assertion, by the second key of the metadata', () => signXml(plain, 'Assertion', second)],
    ['the Response', () => signXml(plain, 'Response', key)],
    ['both', () => signXml(signXml(plain, 'Assertion', key), 'Response', key)],
    [
      'both, by two keys of the metadata',
      () => signXml(signXml(plain, 'Assertion', second), 'Response', key),
    ],
    [
      'both, the Assertion by a stranger: the Response covers it',
      () => signXml(signXml(plain, 'Assertion', stranger), 'Response', key),
    ],
    [
      'both, the Response by a stranger: the Assertion stands for itself',
      () => signXml(signXml(plain, 'Assertion', key), 'Response', stranger),
    ],
  ])('counts with %s', (_title, make) => {
    const reading = read(make());
    expect(factsIn(reading)).toEqual(facts);
    expect(reading).toMatchObject({ assertionId: '_a1', issuer, problem: undefined });
  });

  it('does not count unsigned, by a stranger, or changed', () => {
    expectUnverified(read(plain), 'Neither the Response nor the Assertion is signed');
    expectUnverified(read(signXml(plain, 'Assertion', stranger)), 'Signature is not valid');
    const changed = signXml(plain, 'Assertion', key).replace('role/Admin', 'role/Owner');
    expectUnverified(read(changed), 'Signature is not valid');
    expectUnverified(
      read(signXml(plain, 'Assertion', key), { trustFor: () => undefined }),
      'There are no certificates',
    );
  });

  it('is still read when it does not count, so that the issuer can be judged', () => {
    expect(factsIn(read(plain))).toEqual({ ...facts, signatureVerifiedByProvider: false });
  });

  it('never counts with another assertion wrapped round, beside or inside', () => {
    const wrappings = wrappingsOf(key);
    expect(wrappings.length).toBeGreaterThan(10);
    for (const [title, wrap] of wrappings) {
      const wrapped = wrap(plain);
      expect(wrapped, title).toContain('<ds:Signature ');
      const reading = read(wrapped);
      expect(reading.problem, title).toMatch(/\S/);
      expect(factsIn(reading).signatureVerifiedByProvider, title).toBe(false);
    }
  });

  it('does not count with a comment inside a name, though canonicalization takes it away', () => {
    const signed = signXml(plain, 'Assertion', key);
    const cut = signed.replace(
      '>alice@example.com</saml:NameID>',
      '>alice@example.com<!---->.evil.example</saml:NameID>',
    );
    expectUnverified(read(cut), '"NameID" contains a comment');
    const whole = signXml(
      plain.replace('alice@example.com</saml:NameID>', 'alice@example.com.evil.example</saml:NameID>'),
      'Assertion',
      key,
    );
    const cutAfter = whole.replace('alice@example.com.evil', 'alice@example.com<!---->.evil');
    expectUnverified(read(cutAfter), '"NameID" contains a comment');
  });
});

describe('what cannot be read', () => {
  it.each([
    ['not-base64', '%%%', 'Response is not base64'],
    ['not-base64', Buffer.from([0xff, 0xfe, 0x00]).toString('base64'), 'Response is not UTF-8'],
    ['not-base64', 'A'.repeat(100_004), 'Response is longer than 100000 characters'],
    ['not-xml', encode('hello'), ''],
    [
      'not-xml',
      encode('<!DOCTYPE x [<!ENTITY e "x">]><x>&e;</x>'),
      'A document type declaration is not allowed.',
    ],
    ['not-xml', encode('<samlp:Response xmlns:samlp="urn:x"/>'), 'Root element "Response" is not a Response'],
    ['not-xml', encode(`<x>${'<y>'.repeat(100)}${'</y>'.repeat(100)}</x>`), 'nested more than'],
  ] as const)('is %s: %#', (problem, encoded, says) => {
    const reading = readSamlResponse(encoded, {
      trustFor: () => undefined,
      privateKeys: [],
      acceptSha1: true,
      maxLength: 100_000,
    });
    expect(reading.response).toEqual({ readable: false, problem });
    expect(reading.problem).toContain(says);
  });

  it('counts none and several assertions, and believes a signed Response about it', () => {
    const none = signXml(xmlOf({ ...facts, assertionCount: 0 }), 'Response', key);
    expect(factsIn(read(none))).toMatchObject({
      assertionCount: 0,
      signatureVerifiedByProvider: true,
      issuer,
    });
    const two = signXml(xmlOf({ ...facts, assertionCount: 2 }), 'Response', key);
    expect(factsIn(read(two))).toMatchObject({
      assertionCount: 2,
      signatureVerifiedByProvider: true,
      attributes: [],
    });
  });

  it('reads the text of values that are XML', () => {
    const value = '<saml:AttributeValue><saml:NameID>id-1</saml:NameID></saml:AttributeValue>';
    const xml = plain.replace(
      '<saml:AttributeStatement>',
      `<saml:AttributeStatement><saml:Attribute Name="urn:x">${value}</saml:Attribute>`,
    );
    expect(factsIn(read(signXml(xml, 'Assertion', key))).attributes[0]).toEqual({
      name: 'urn:x',
      values: ['id-1'],
    });
  });
});

describe('encrypted assertions', () => {
  const opened = { ...facts, encrypted: true, decrypted: true };
  const signed = () => signXml(plain, 'Assertion', key);
  const keys = () => ({ privateKeys: [stranger.privateKeyPem, opener.privateKeyPem] });

  it.each([
    'http://www.w3.org/2001/04/xmlenc#aes128-cbc',
    'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
    'http://www.w3.org/2009/xmlenc11#aes128-gcm',
    'http://www.w3.org/2009/xmlenc11#aes256-gcm',
  ])('are opened by the key that fits: %s', async (algorithm) => {
    const xml = await encrypt(signed(), opener.certificateDer, algorithm);
    expect(xml).not.toContain('alice@example.com');
    expect(factsIn(read(xml, keys()))).toEqual(opened);
  });

  it('are opened where the signature is the Response’s, over the cipher text', async () => {
    const xml = signXml(await encrypt(plain, opener.certificateDer), 'Response', key);
    expect(factsIn(read(xml, keys()))).toEqual(opened);
    const changed = xml.replace('status:Success', 'status:Responder');
    expectUnverified(read(changed, keys()), 'Neither the Response nor the Assertion is signed');
  });

  it('are told when no key opens them', async () => {
    const xml = await encrypt(signed(), opener.certificateDer);
    const reading = read(xml, { privateKeys: [stranger.privateKeyPem] });
    expect(factsIn(reading)).toMatchObject({ assertionCount: 1, encrypted: true, decrypted: false, issuer });
    expect(reading.problem).toBe('No key opens the assertion');
  });

  it('count only with a signature, inside or out', async () => {
    expectUnverified(read(await encrypt(plain, opener.certificateDer), keys()), 'Neither');
    const byStranger = await encrypt(signXml(plain, 'Assertion', stranger), opener.certificateDer);
    expectUnverified(read(byStranger, keys()), 'Signature is not valid');
  });

  it('do not open with a cipher that AWS does not take', async () => {
    const xml = await encrypt(
      signed(),
      opener.certificateDer,
      'http://www.w3.org/2001/04/xmlenc#tripledes-cbc',
    );
    expect(factsIn(read(xml, keys()))).toMatchObject({ encrypted: true, decrypted: false });
  });

  it('do not hide a second assertion', async () => {
    const xml = await encrypt(signed(), opener.certificateDer);
    const beside = xml.replace('</samlp:Response>', '<saml:Assertion ID="_evil"/></samlp:Response>');
    expect(factsIn(read(beside, keys()))).toMatchObject({
      assertionCount: 2,
      signatureVerifiedByProvider: false,
    });
  });
});
