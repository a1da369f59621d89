import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeSelftestKeys } from '../cli/selftest-keys.ts';
import type { SignerName } from '../model/attack.ts';
import type { Mutation, MutationContext } from '../model/mutation.ts';
import { weaknesses } from '../model/weaknesses.ts';
import { digestText, verifyBytes } from '../saml/algorithms.ts';
import { canonicalize } from '../saml/canonical.ts';
import { derToPem, publicKeyOf } from '../saml/certificate.ts';
import { decodePostParameter } from '../saml/decode.ts';
import { metadataLimits } from '../saml/limits.ts';
import { MissingSigner, makeContext } from '../saml/mutation-context.ts';
import { ALG, NS } from '../saml/namespaces.ts';
import { parseXml } from '../saml/parse.ts';
import { readResponse } from '../saml/read-response.ts';
import { childrenOf, descendants, stepsTo, textOf } from '../saml/tree.ts';
import { mutations } from './index.ts';
import { rawOf } from './kit/artifact.ts';
import { EditError, findElement, findIn, removeElement, replaceText, rootOf } from './kit/edit.ts';
import { canonicalText } from './kit/forge.ts';
import { type GenuineLogin, makeGenuineLogin } from './kit/genuine.ts';
import { makeGenuineIamLogin } from './kit/genuine-iam.ts';
import { digestOf } from './kit/redigest.ts';

const families = [
  'signature-missing',
  'signature-misplaced',
  'wrapping',
  'key-confusion',
  'algorithms',
  'digest',
  'transforms',
  'canonicalization',
];
const now = Date.UTC(2026, 2, 14, 9, 26, 53);
const keys = await makeSelftestKeys(now, { signers: true });
const own = mutations.filter(({ id }) => families.includes(id.split('/')[0] ?? ''));
const attacks = own.filter(({ attack }) => attack !== undefined);

const logins = {
  assertion: makeGenuineLogin({ now, keys, initiatedBy: 'sp' }),
  response: makeGenuineLogin({ now, keys, initiatedBy: 'idp', signed: 'response' }),
  both: makeGenuineLogin({ now, keys, initiatedBy: 'sp', signed: 'both' }),
  iam: makeGenuineIamLogin({ now, keys }),
} as const;
const later = makeGenuineLogin({ now: now + 60_000, keys, initiatedBy: 'sp', signed: 'both' });

const messageOf = ({ evidence }: GenuineLogin) => decodePostParameter(rawOf(evidence, 'response') ?? '').text;

function forge({ change, stage, id }: Mutation, login: GenuineLogin, context = login.context): string {
  if (change.on !== 'response' || stage !== 'after-signing')
    throw new Error(`"${id}" is no change of a signed response.`);
  return change.apply(messageOf(login), context);
}

/** The forged message, or nothing when the attack does not fit this login. */
function tryToForge(attack: Mutation, login: GenuineLogin): string | undefined {
  try {
    return forge(attack, login);
  } catch (error) {
    if (error instanceof EditError) return undefined;
    throw error;
  }
}

/** Every attack on every login, made once. */
const made = new Map(
  attacks.map((attack) => [
    attack,
    Object.entries(logins).map(([name, login]) => ({ name, login, xml: tryToForge(attack, login) })),
  ]),
);
const fittingOf = (attack: Mutation) =>
  (made.get(attack) ?? []).flatMap(({ xml, ...rest }) => (xml === undefined ? [] : [{ ...rest, xml }]));
const attackOf = (id: string): Mutation =>
  attacks.find((one) => one.id === id) ?? expect.fail(`There is no attack "${id}".`);
/** What an attack makes of the first login that it fits. */
const forged = (id: string): string => {
  const attack = attackOf(id);
  const fitting = attack.attack?.needs?.includes('signed-response') ? logins.response : logins.assertion;
  return forge(attack, fitting);
};
const idsIn = (xml: string) =>
  [...xml.matchAll(/ (?:ID|Id|id|xml:id|wsu:Id)="([^"]*)"/g)].map(([, id]) => id);

/** Text of NameIDs and attribute values of what verified. */
function verifiedTexts(xml: string, trusted: readonly string[] = [keys.idp.certificateDer]): string[] {
  return readResponse(xml, trusted)
    .assertions.filter(({ verified }) => verified)
    .flatMap(({ element }) => [...descendants(element)].map((each) => textOf(each).text));
}

describe('the attacks on signatures', () => {
  it('are all that is hostile in their families, and as many as the catalogue asks for', () => {
    expect(own.filter(({ hostile }) => hostile)).toEqual(attacks);
    expect(attacks.length).toBeGreaterThanOrEqual(100);
  });

  it.each(attacks)('$id says what it is, why it works and where from', ({ attack, refs, safe, title }) => {
    expect(attack?.against).toBe('sp');
    expect(attack?.mechanism).toMatch(/^[A-Z].{30,}\.$/);
    expect(title).not.toMatch(/\.$/);
    expect(attack?.weakness.length).toBeGreaterThan(0);
    for (const id of attack?.weakness ?? []) expect(weaknesses).toHaveProperty(id);
    expect(refs.length).toBeGreaterThan(0);
    expect(['refuses', 'genuine-user']).toContain(safe);
  });

  it.each(attacks)('$id fits the logins that its needs allow', (attack) => {
    const needs = attack.attack?.needs ?? [];
    expect(fittingOf(attack).map(({ name }) => name)).toEqual([
      ...(needs.includes('signed-response') ? [] : ['assertion']),
      ...(needs.includes('signed-assertion') ? [] : ['response']),
      'both',
      ...(needs.includes('signed-response') ? [] : ['iam']),
    ]);
  });

  it.each(attacks)('$id changes the message, and in the same way each time', (attack) => {
    for (const { login, xml } of fittingOf(attack)) {
      expect(xml).not.toBe(messageOf(login));
      expect(forge(attack, login)).toBe(xml);
    }
  });

  it.each(attacks)('$id uses no ID in two messages', (attack) => {
    const ids = new Set(idsIn(forge(attack, logins.both)));
    expect(idsIn(forge(attack, later)).filter((id) => ids.has(id))).toEqual([]);
  });

  it.each(attacks)('$id does not make the judge believe anything about the victim', (attack) => {
    for (const { login, xml } of fittingOf(attack))
      expect(verifiedTexts(xml)).not.toContain(login.context.victim.nameId);
  });

  it('can be told to name the victim, when the judge trusts a stranger', () => {
    const xml = forged('key-confusion/keyinfo-self-signed');
    expect(verifiedTexts(xml, [keys.stranger.certificateDer])).toContain('bob.stone@example.com');
  });
});

/** A login’s context without the identity provider’s private key. */
function keyless({ context }: GenuineLogin): MutationContext {
  const { idp: _, ...others } = keys.signers ?? {};
  return makeContext({
    ...context,
    idpCertificate: keys.idp.certificateDer,
    signers: { ...others, stranger: keys.stranger },
  });
}

function needsTheKey(attack: Mutation, login: GenuineLogin): boolean {
  try {
    forge(attack, login, keyless(login));
    return false;
  } catch (error) {
    if (error instanceof MissingSigner) return true;
    throw error;
  }
}

describe('attacks without the identity provider’s key', () => {
  const without = attacks.filter((attack) => !needsTheKey(attack, logins.both));

  it('are most of them', () => {
    expect(without.length).toBeGreaterThan(attacks.length / 2);
  });

  it.each(without)('$id is about the victim, or takes away from a genuine message', (attack) => {
    const xml = forge(attack, logins.both);
    const { victim } = logins.both.context;
    const hidden = attack.attack?.needs?.includes('encryption');
    const harmless = ['signature-missing/stripped', 'digest/comment-in-signature-value'];
    const weak = ['algorithms/cbc-encryption', 'algorithms/rsa15-transport', 'algorithms/rsa1024'];
    const isAboutIdentity = attack.attack?.watch === undefined;
    if (hidden || !isAboutIdentity || [...harmless, ...weak].includes(attack.id)) return;
    const words = [victim.nameId, ...(victim.attributes.first_name ?? [])];
    expect(words.some((word) => xml.includes(word))).toBe(true);
  });
});

describe('what is encrypted', () => {
  const opened: MutationContext = {
    ...logins.both.context,
    encrypt: (xml) => `<saml:EncryptedAssertion xmlns:saml="${NS.saml}">${xml}</saml:EncryptedAssertion>`,
  };
  const inside = (id: string) => {
    const xml = forge(attackOf(id), logins.both, opened);
    return childrenOf(findElement(xml, 'EncryptedAssertion'));
  };
  const nameOf = (xml: string, path: string) => textOf(findElement(xml, path)).text;

  it.each<[string, string, string]>([
    ['signature-missing/encrypted', 'EncryptedAssertion/Assertion', 'bob.stone'],
    ['wrapping/encrypted', 'EncryptedAssertion/Assertion', 'bob.stone'],
    ['wrapping/encrypted-first', 'EncryptedAssertion/Assertion', 'bob.stone'],
    ['wrapping/encrypted-response-in-object', 'EncryptedAssertion/Assertion', 'bob.stone'],
    ['wrapping/signed-inside-encrypted', 'EncryptedAssertion/Assertion', 'alice.wong'],
    ['wrapping/signed-inside-encrypted', 'Response/Assertion', 'bob.stone'],
    ['wrapping/signed-inside-encrypted-last', 'Response/Assertion', 'bob.stone'],
    ['wrapping/wrapped-inside-encrypted', 'EncryptedAssertion/Assertion', 'bob.stone'],
    ['wrapping/wrapped-inside-encrypted', 'Signature/Object/Assertion', 'alice.wong'],
    ['wrapping/two-inside-encrypted', 'EncryptedAssertion/Assertion[1]', 'bob.stone'],
    ['wrapping/two-inside-encrypted', 'EncryptedAssertion/Assertion[2]', 'alice.wong'],
  ])('%s: %s is about %s', (id, path, name) => {
    const xml = forge(attackOf(id), logins.both, opened);
    expect(nameOf(xml, `${path}/Subject/NameID`)).toContain(name);
  });

  it('is one assertion, but where two are the attack', () => {
    expect(inside('wrapping/encrypted')).toHaveLength(1);
    expect(inside('wrapping/two-inside-encrypted')).toHaveLength(2);
  });

  it('is really encrypted', () => {
    const xml = forged('signature-missing/encrypted');
    expect(xml).toContain('EncryptedData');
    expect(xml).not.toContain('bob.stone');
  });
});

/** True when the identity provider’s key made the SignatureValue over the n-th SignedInfo, by exclusive canonicalization. */
function infoVerifies(xml: string, position = 1, comments = false): boolean {
  const root = rootOf(xml);
  const signature = findIn(root, 'Signature[1]');
  const element = stepsTo(root, findIn(root, `Signature/SignedInfo[${position}]`)) ?? '/*';
  const algorithm = comments ? ALG.excC14nWithComments : ALG.excC14n;
  const text = canonicalize(xml, { element }, { algorithm, prefixes: [], comments });
  return valueVerifies(textOf(findIn(signature, 'Signature/SignatureValue')).text, text);
}

function valueVerifies(value: string, text: string, certificate = keys.idp.certificateDer): boolean {
  const key = publicKeyOf(certificate) ?? expect.fail('There is no key.');
  return verifyBytes(ALG.rsaSha256, Buffer.from(text, 'utf8'), key, Buffer.from(value, 'base64'));
}

describe('each forged digest fits what it has to fit', () => {
  const digestPath = 'Signature/SignedInfo/Reference/DigestValue';

  it('in a comment before the signed one, which the signature still fits', () => {
    const xml = forged('digest/comment-in-value');
    const [comment, signed] = findElement(xml, digestPath).children;
    expect(infoVerifies(xml)).toBe(true);
    expect(comment).toEqual({ kind: 'comment', text: digestOf(xml, 'Response/Assertion') });
    expect(signed).toEqual({
      kind: 'text',
      text: digestOf(messageOf(logins.assertion), 'Response/Assertion'),
    });
  });

  it.each([
    ['digest/several-signedinfo', 1, 2],
    ['digest/several-signedinfo-forged-first', 2, 1],
    ['digest/several-signedinfo-both-fit', 1, 2],
  ] as const)('%s: the signed SignedInfo is number %i, and number %i fits', (id, signed, fitting) => {
    const xml = forged(id);
    expect(infoVerifies(xml, signed)).toBe(true);
    expect(infoVerifies(xml, fitting)).toBe(false);
    const value = findElement(xml, `Assertion/Signature/SignedInfo[${fitting}]/Reference/DigestValue`);
    const bare = removeElement(xml, 'Response/Assertion/Signature');
    const digest = digestText(ALG.sha256, canonicalText(bare, 'Response/Assertion'));
    expect(textOf(value).text).toBe(digest);
  });

  it.each(['wrapping/digest-elsewhere', 'wrapping/digest-in-extensions'])(
    '%s: first in the document',
    (id) => {
      const xml = forged(id);
      expect(infoVerifies(xml)).toBe(true);
      const first = [...descendants(rootOf(xml))].find(({ local }) => local === 'DigestValue');
      expect(first && textOf(first).text).toBe(digestOf(xml, 'Response/Assertion'));
    },
  );

  it.each([
    ['digest/several-digestvalues', 1],
    ['digest/several-digestvalues-last', 2],
  ] as const)('%s: number %i', (id, position) => {
    const xml = forged(id);
    expect(infoVerifies(xml)).toBe(true);
    expect(textOf(findElement(xml, `${digestPath}[${position}]`)).text).toBe(
      digestOf(xml, 'Response/Assertion'),
    );
  });

  it('in SignedInfo, while the value is the old one', () => {
    const xml = forged('digest/recomputed');
    expect(textOf(findElement(xml, digestPath)).text).toBe(digestOf(xml, 'Response/Assertion'));
    expect(infoVerifies(xml)).toBe(false);
    expect(infoVerifies(messageOf(logins.assertion))).toBe(true);
  });

  it('none of the element that was only changed', () => {
    const xml = forged('digest/altered');
    expect(infoVerifies(xml)).toBe(true);
    expect(textOf(findElement(xml, digestPath)).text).not.toBe(digestOf(xml, 'Response/Assertion'));
  });
});

describe('what cannot be canonicalized', () => {
  const spoilt = ' xmlns:void="relative"';

  it('has a signed digest of the empty text', () => {
    const xml = forged('canonicalization/void');
    expect(() => digestOf(xml, 'Response/Assertion')).toThrow('canonicalize');
    expect(xml).toContain(`<ds:DigestValue>${digestText(ALG.sha256, '')}<`);
    expect(infoVerifies(replaceText(xml, spoilt, ''))).toBe(true);
  });

  it('has a signature over the empty text', () => {
    const xml = forged('canonicalization/void-signed-info');
    const value = textOf(findElement(xml, 'Signature/SignatureValue')).text;
    expect(valueVerifies(value, '')).toBe(true);
    expect(() => infoVerifies(xml)).toThrow('canonicalize');
  });

  it('verifies where instructions are text, as xml-crypto renders them', () => {
    const xml = forged('canonicalization/instruction-as-text');
    expect(textOf(findElement(xml, 'Subject/NameID')).text).toBe('bob.stone@example.com');
    const rendered = replaceText(xml, '<?x x?>', 'x');
    expect(verifiedTexts(rendered)).toContain('xbob.stone@example.com');
    expect(verifiedTexts(xml)).toEqual([]);
  });

  it('verifies where comments are dropped, whatever the method', () => {
    const xml = forged('canonicalization/signedinfo-with-comments');
    expect(infoVerifies(xml, 1, true)).toBe(false);
    expect(infoVerifies(replaceText(xml, '<!-- -->', ''), 1, true)).toBe(true);
  });

  it.each([
    ['xml-base', ' xml:base="https://attacker.example/"'],
    ['xml-lang', ' xml:lang="de"'],
  ])('verifies without the %s that was added, and not with it', (name, added) => {
    const xml = forged(`canonicalization/${name}`);
    const value = textOf(findElement(xml, 'Signature/SignedInfo/Reference/DigestValue')).text;
    expect(digestOf(xml, 'Response/Assertion')).not.toBe(value);
    expect(digestOf(replaceText(xml, added, ''), 'Response/Assertion')).toBe(value);
    expect(infoVerifies(xml)).toBe(true);
  });
});

describe('attacks by other keys', () => {
  const signers: readonly [string, SignerName][] = [
    ['key-confusion/keyinfo-self-signed', 'stranger'],
    ['key-confusion/keyinfo-same-subject', 'stranger-same-subject'],
    ['key-confusion/encryption-key', 'idp-encryption'],
    ['key-confusion/retired', 'idp-retired'],
    ['key-confusion/other-idp', 'other-idp'],
    ['key-confusion/issuer-other-idp', 'other-idp'],
    ['key-confusion/issuer-other-idp-outside', 'other-idp'],
    ['key-confusion/ca-signed', 'same-authority'],
    ['key-confusion/two-certificates', 'stranger'],
    ['key-confusion/two-kinds-of-key', 'stranger'],
    ['key-confusion/unnamed', 'stranger'],
    ['algorithms/rsa1024', 'idp-short'],
  ];
  const certificateOf = (name: SignerName) =>
    (name === 'stranger' ? keys.stranger : keys.signers?.[name])?.certificateDer ?? expect.fail(name);

  it.each(signers)('%s: the signature is truly by %s', (id, signer) => {
    const [signature] = readResponse(forged(id), [certificateOf(signer)]).signatures;
    expect(signature).toMatchObject({ verifiedWith: 0 });
  });

  it('brings a certificate that says the same as the genuine one, but of another key', () => {
    const alike = readResponse(forged('key-confusion/keyinfo-same-subject'), []).signatures[0];
    const [der = ''] = alike?.keyInfoCertificates ?? [];
    const subjectOf = (text: string) => publicKeyOf(text)?.export({ type: 'spki', format: 'pem' });
    expect(subjectOf(der)).not.toBe(subjectOf(keys.idp.certificateDer));
  });
});

const installed = spawnSync('xmlsec1', ['--version']).status === 0;

/** Attacks whose signature is good by XML Signature: what is wrong is what it says, or what is made of it. */
const good = [
  'algorithms/digest-md5',
  'algorithms/digest-sha1',
  'algorithms/md5',
  'algorithms/sha1',
  'canonicalization/prefix-list-huge',
  'digest/comment-in-signature-value',
  'signature-misplaced/at-response',
  'signature-misplaced/at-response-last',
  'signature-misplaced/detached',
  'signature-misplaced/empty-uri-inner',
  'signature-misplaced/in-other-response',
  'signature-misplaced/on-advice',
  'signature-misplaced/on-child',
  'signature-misplaced/on-conditions',
  'signature-misplaced/on-key-info',
  'signature-misplaced/on-other-element',
  'signature-misplaced/refers-to-response',
  'signature-misplaced/xpointer',
  'signature-misplaced/xpointer-root',
  'signature-missing/response-only-when-assertion-wanted',
  'transforms/many',
  'transforms/xpath',
  'transforms/xpath2',
  'transforms/xslt',
  'wrapping/encrypted',
  'wrapping/evil-attribute-statement',
  'wrapping/evil-in-extensions',
  'wrapping/evil-in-key-info',
  'wrapping/evil-in-object',
  'wrapping/evil-in-status-detail',
  'wrapping/evil-subject',
  'wrapping/id-attribute-mixed-case',
  'wrapping/lifted-signature',
  'wrapping/lifted-signature-status-detail',
  'wrapping/response-in-extensions',
  'wrapping/response-in-status-detail',
  'wrapping/signature-of-metadata',
  'wrapping/status-detail',
  'wrapping/unsigned-copy-read',
  'wrapping/xsw2',
  'wrapping/xsw3',
  'wrapping/xsw4',
  'wrapping/xsw5',
  'wrapping/xsw7',
];

describe.runIf(installed)('xmlsec1, a verifier that does what XML Signature says', () => {
  const folder = installed ? mkdtempSync(join(tmpdir(), 'countersign-attacks-')) : '';
  afterAll(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'certificate.pem'), derToPem(keys.idp.certificateDer));
  const named = ['Assertion', 'Response', 'EntityDescriptor', 'note', 'Advice', 'Subject', 'Conditions'];
  const ids = [...named.flatMap((name) => ['--id-attr:ID', name]), '--id-attr:Id', 'KeyInfo'];

  it.each(good)('finds the signature good: %s', (id) => {
    expect(verifies(forged(id))).toBe(true);
  });

  it.each(['digest/altered', 'key-confusion/keyinfo-self-signed', 'canonicalization/xml-lang'])(
    'finds it bad: %s',
    (id) => {
      expect(verifies(forged(id))).toBe(false);
    },
  );

  function verifies(xml: string): boolean {
    writeFileSync(join(folder, 'message.xml'), xml);
    const known = ['--enabled-key-data', 'x509,key-name'];
    const options = ['--verify', '--pubkey-cert-pem', 'certificate.pem', ...ids, ...known, 'message.xml'];
    try {
      execFileSync('xmlsec1', options, { cwd: folder, stdio: 'pipe' });
      return true;
    } catch {
      return false;
    }
  }
});

describe('the documents with two roots', () => {
  it.each([
    'wrapping/second-root',
    'wrapping/second-root-response',
    'wrapping/second-root-forged-first',
    'wrapping/second-root-metadata',
  ])('%s is none, and each of its roots is one', (id) => {
    const xml = forged(id);
    expect(parseXml(xml, metadataLimits).root).toBeUndefined();
    const second = xml.indexOf('<samlp:Response', 1);
    for (const part of [xml.slice(0, second), xml.slice(second)])
      expect(parseXml(part, metadataLimits).problems).toEqual([]);
  });
});
