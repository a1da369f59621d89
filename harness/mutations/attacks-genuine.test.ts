import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Mutation } from '../model/mutation.ts';
import { parseXml } from '../saml/parse.ts';
import { readSignatures } from '../saml/signature.ts';
import { parseInstant } from '../saml/time.ts';
import { type AttackWorld, attacks, makeAttackWorld, messageIn, now } from './attack-world.test-helper.ts';
import { attributeOf } from './kit/edit.ts';

/** Attacks whose signature is not the identity provider's, or that this reader refuses to look for. */
const notByIdp: Readonly<Record<string, string>> = {
  'binding/issuer-not-asked': 'no-trusted-key',
  'parser/assertion-in-lower-case': '',
  'parser/id-by-reference': 'duplicate-id',
  'parser/text-in-instruction': 'digest-mismatch',
};

const byId = (id: string): Mutation => {
  const found = attacks.find((attack) => attack.id === id);
  if (found === undefined) throw new Error(`There is no attack "${id}".`);
  return found;
};

describe('what attacks leave genuine', () => {
  let world: AttackWorld;
  beforeAll(async () => {
    world = await makeAttackWorld();
  });
  const forge = (id: string) => world.forge(byId(id)).forged;
  const signaturesOf = (xml: string) => readSignatures(parseXml(xml), [world.idpCertificate]);

  it.each(attacks.filter(({ change, stage }) => change.on === 'response' && stage === 'before-signing'))(
    '$id is signed by the identity provider',
    (attack) => {
      const signatures = signaturesOf(world.forge(attack).forged);
      expect(signatures.length).toBeGreaterThan(0);
      for (const { verifiedWith, fault } of signatures) {
        if (attack.id in notByIdp) expect(fault?.code ?? '').toBe(notByIdp[attack.id]);
        else expect(fault ?? verifiedWith).toBe(0);
      }
    },
  );

  it.each(attacks.filter(({ change, stage }) => change.on === 'response' && stage === 'after-signing'))(
    '$id keeps the signature of the identity provider, or is not XML that anyone should read',
    (attack) => {
      const document = parseXml(withoutPadding(world.forge(attack).forged));
      if (document.root === undefined) {
        const codes = document.problems.map(({ code }) => code);
        expect(['doctype', 'not-well-formed', 'too-deep', 'too-many-nodes', 'too-large']).toEqual(
          expect.arrayContaining(codes),
        );
        return;
      }
      const faults = signaturesOf(document.text).map(({ fault }) => fault?.code ?? 'verified');
      if (attack.id === 'replay/re-encrypted') expect(document.text).toMatch(/<saml:EncryptedAssertion\b/);
      else expect(faults).toContain(notByIdp[attack.id] ?? 'verified');
    },
  );

  it('expands to the genuine message where an entity holds part of it', () => {
    for (const id of ['parser/doctype', 'parser/entity-internal', 'parser/entity-parameter'])
      expect(expand(forge(id)), id).toBe(world.signed);
    for (const id of ['parser/external-subset', 'parser/parameter-entity-of-address', 'parser/stylesheet'])
      expect(expand(forge(id)).replace(/^<\?xml-stylesheet[^?]*\?>/, ''), id).toBe(world.signed);
    expect(expand(forge('parser/id-by-entity'))).toContain(` ID="${assertionId(world.signed)}"`);
    expect(expand(forge('parser/id-by-entity')).split(assertionId(world.signed)).length).toBe(4);
  });

  it('is the genuine message for a reader that drops what XML forbids', () => {
    const ids = attacks.filter(({ attack }) => attack?.weakness[0] === 'control-characters-dropped');
    expect(ids.length).toBe(7);
    for (const { id, change } of ids) {
      const text = change.on === 'response' ? forge(id) : fromLatin1(forge(id)).replace('\xed\xa0\x80', '');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the attacks put in
      expect(text.replace(/[\0\x01\uFFFE]|&#(?:0|x1|xD800);/g, ''), id).toBe(world.signed);
    }
  });

  it('is the genuine message for a reader that forgives its encoding', () => {
    const decode = (parameter: string) => Buffer.from(parameter, 'base64');
    for (const id of ['base64-url', 'base64-garbage', 'base64-padding'])
      expect(
        decode(forge(`binding/${id}`))
          .toString('utf8')
          .trimEnd(),
        id,
      ).toBe(world.signed);
    expect(decode(forge('replay/re-encoded')).toString('utf8')).toBe(world.signed);
    const [first = '', rest = ''] = forge('binding/base64-padding-inside').split(/(?<==)(?!=)/);
    expect(decode(first).toString('latin1') + decode(rest).toString('latin1')).toBe(world.signed);
    expect(inflateRawSync(decode(forge('binding/deflated'))).toString('utf8')).toBe(world.signed);
    expect(decode(decode(forge('binding/base64-double')).toString('utf8')).toString('utf8')).toBe(
      world.signed,
    );
    expect(fromLatin1(forge('parser/byte-order-mark-lies')).slice(2)).toBe(world.signed);
    const utf16 = decode(forge('parser/encoding-utf-16')).toString('utf16le');
    expect(expand(utf16.replace(/^\uFEFF<\?xml[^?]*\?>/, ''))).toBe(world.signed);
    expect(fromUtf7(fromLatin1(forge('parser/encoding-utf-7')))).toBe(world.signed);
    const overlong = fromLatin1(forge('parser/encoding-overlong')).replace(/([\xc0\xc1])([\x80-\xbf])/, fold);
    expect(overlong).toBe(world.signed);
  });

  it('grows a thousand times when it is inflated', () => {
    const bytes = Buffer.from(forge('binding/deflate-bomb'), 'base64');
    const inflated = inflateRawSync(bytes);
    expect(inflated.length / bytes.length).toBeGreaterThan(900);
    expect(inflated.toString('utf8').trimEnd()).toBe(world.signed);
  });

  it('signs what a post is changed to where a signer is at hand', () => {
    const faultsIn = (id: string) =>
      signaturesOf(messageIn(forge(id), id.startsWith('logout/') ? 'SAMLRequest' : 'SAMLResponse')).map(
        ({ fault }) => fault?.code ?? 'verified',
      );
    expect(faultsIn('binding/host-header')).toEqual(['verified', 'verified']);
    for (const id of [
      'wrong-issuer',
      'other-user',
      'other-session',
      'expired',
      'wrong-destination',
      'replayed',
    ])
      expect(faultsIn(`logout/${id}`), id).toEqual(['verified']);
    expect(faultsIn('logout/unsigned')).toEqual([]);
    expect(faultsIn('logout/by-stranger')).toEqual(['no-trusted-key']);
    expect(faultsIn('logout/changed-after-signing')).toEqual(['digest-mismatch']);
  });

  it('keeps the form’s fields whatever carries them', () => {
    const json = JSON.parse(JSON.parse(forge('binding/as-json')).body);
    expect(json.SAMLResponse).toBe(world.parameter);
    expect(JSON.parse(forge('binding/as-multipart')).body).toContain(`\r\n\r\n${world.parameter}\r\n--`);
    const { url } = JSON.parse(forge('binding/by-get'));
    expect(new URL(url).searchParams.get('SAMLResponse')).toBe(world.parameter);
    for (const id of ['field-twice', 'field-twice-forged-first']) {
      const values = new URLSearchParams(JSON.parse(forge(`binding/${id}`)).body).getAll('SAMLResponse');
      expect(values, id).toHaveLength(2);
      expect(values, id).toContain(world.parameter);
      const forged = values.find((value) => value !== world.parameter) ?? '';
      expect(signaturesOf(Buffer.from(forged, 'base64').toString('utf8')), id).toEqual([]);
    }
  });

  it('oversteps each bound of time by just more than five minutes', () => {
    const at = (id: string, target: string, name: string) =>
      (parseInstant(attributeOf(forge(`time/${id}`), target, name))?.ms ?? Number.NaN) - now;
    expect(at('expired-just', 'Conditions', 'NotOnOrAfter')).toBe(-301_000);
    expect(at('subject-expired-just', 'SubjectConfirmationData', 'NotOnOrAfter')).toBe(-301_000);
    expect(at('not-yet-valid-just', 'Conditions', 'NotBefore')).toBe(310_000);
    expect(at('expired', 'Conditions', 'NotOnOrAfter')).toBe(-360_000);
    expect(at('expired-just', 'SubjectConfirmationData', 'NotOnOrAfter')).toBeGreaterThan(0);
    expect(at('subject-expired-just', 'Conditions', 'NotOnOrAfter')).toBeGreaterThan(0);
    expect(at('bounds-not-utc', 'Conditions', 'NotOnOrAfter')).toBe(-3_600_000);
  });
});

/** The text without what only makes it long: what is left is read as ever. */
const withoutPadding = (text: string) =>
  ['#', 'x'].reduce((shorter, sign) => shorter.replaceAll(sign.repeat(1000), sign), text);

/** The text with its document type gone and the internal entities of it replaced, as a processor does. */
function expand(text: string): string {
  const doctype = /<!DOCTYPE [^[>]*(?:\[([\s\S]*?)\])?>/.exec(text);
  if (doctype === null) return text;
  const declared = new Map<string, string>();
  const declarations = (doctype[1] ?? '').replaceAll("'", '');
  for (const [, name = '', value = ''] of declarations.matchAll(/<!ENTITY (\w+) "([^"]*)">/g))
    declared.set(name, value);
  return text
    .replace(doctype[0], '')
    .replace(/&(\w+);/g, (reference, name) => declared.get(name) ?? reference);
}

const assertionId = (xml: string) => attributeOf(xml, 'Response/Assertion', 'ID');
const fromLatin1 = (parameter: string) => Buffer.from(parameter, 'base64').toString('latin1');
const fold = (_all: string, first: string, second: string) =>
  String.fromCharCode(((first.charCodeAt(0) & 0x1f) << 6) | (second.charCodeAt(0) & 0x3f));

function fromUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-/g, (_all, units: string) =>
    units === '' ? '+' : Buffer.from(units, 'base64').swap16().toString('utf16le'),
  );
}
