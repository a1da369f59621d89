import { execFileSync, spawnSync } from 'node:child_process';
import { constants, createDecipheriv, createHash, createPrivateKey, privateDecrypt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSigningKey, type SigningKey } from '../../mocks/core/keys.ts';
import { makeEncrypt } from './encrypt.ts';
import { ALG, NS } from './namespaces.ts';
import { parseXml } from './parse.ts';
import { descendants, textOf } from './tree.ts';

const assertion = `<saml:Assertion xmlns:saml="${NS.saml}" ID="_a1"><saml:Issuer>ñ &amp; 😀</saml:Issuer></saml:Assertion>`;
const repeatable = (size: number) => Buffer.alloc(size, createHash('sha256').update(`${size}`).digest());

let key: SigningKey;
beforeAll(async () => {
  const day = 86_400_000;
  const now = Date.UTC(2026, 2, 14);
  key = await createSigningKey({
    commonName: 'Recipient',
    notBefore: new Date(now - day),
    notAfter: new Date(now + 3650 * day),
  });
});

const methods: readonly [block: string, transport: string][] = [
  [ALG.aes128Gcm, ALG.rsaOaepMgf1p],
  [ALG.aes192Gcm, ALG.rsaOaepMgf1p],
  [ALG.aes256Gcm, ALG.rsaOaepMgf1p],
  [ALG.aes128Cbc, ALG.rsaOaepMgf1p],
  [ALG.aes192Cbc, ALG.rsa15],
  [ALG.aes256Cbc, ALG.rsa15],
];

describe('makeEncrypt', () => {
  const encrypt = (block: string, transport: string) =>
    makeEncrypt({ ...key, random: repeatable })(assertion, { block, transport });

  it.each(methods)('encrypts by %s, its key by %s, so that the recipient reads it', (block, transport) => {
    expect(decrypt(encrypt(block, transport), key)).toBe(assertion);
  });

  it('encrypts by AES-256-GCM and RSA-OAEP unless told otherwise, the same for the same random bytes', () => {
    const once = makeEncrypt({ ...key, random: repeatable })(assertion);
    expect(once).toBe(encrypt(ALG.aes256Gcm, ALG.rsaOaepMgf1p));
    expect(once).not.toContain('Issuer');
  });

  it('knows no other algorithms', () => {
    expect(() => encrypt('urn:other', ALG.rsa15)).toThrow('"urn:other" is not known');
    expect(() => encrypt(ALG.aes128Gcm, 'urn:other')).toThrow('"urn:other" is not known');
  });

  const installed = spawnSync('xmlsec1', ['--version']).status === 0;
  const folder = installed ? mkdtempSync(join(tmpdir(), 'countersign-xmlsec-')) : '';
  afterAll(() => {
    if (folder !== '') rmSync(folder, { recursive: true });
  });

  it.runIf(installed).each(methods)('is read by xmlsec1: %s, %s', (block, transport) => {
    writeFileSync(join(folder, 'message.xml'), encrypt(block, transport));
    writeFileSync(join(folder, 'key.pem'), key.privateKeyPem);
    const options = ['--decrypt', '--privkey-pem', 'key.pem', 'message.xml'];
    const plain = execFileSync('xmlsec1', options, { cwd: folder, stdio: 'pipe' }).toString('utf8');
    const { root } = parseXml(plain);
    const issuer = root && [...descendants(root)].find(({ local }) => local === 'Issuer');
    expect(issuer && textOf(issuer).text).toBe('ñ & 😀');
  });
});

/** Decrypts as a recipient does, with the paddings of node:crypto. */
function decrypt(xml: string, { privateKeyPem }: SigningKey): string {
  const elements = [...descendants(parseXml(xml).root ?? expect.fail('It is no XML.'))];
  const values = elements.filter(({ local }) => local === 'CipherValue').map((each) => textOf(each).text);
  const [wrapped = '', content = ''] = values;
  const padding = xml.includes(ALG.rsa15) ? constants.RSA_PKCS1_PADDING : constants.RSA_PKCS1_OAEP_PADDING;
  const secret = privateDecrypt(
    { key: createPrivateKey(privateKeyPem), padding },
    Buffer.from(wrapped, 'base64'),
  );
  const bytes = Buffer.from(content, 'base64');
  if (!xml.includes('-gcm')) {
    const cbc = createDecipheriv(`aes-${secret.length * 8}-cbc`, secret, bytes.subarray(0, 16));
    return Buffer.concat([cbc.update(bytes.subarray(16)), cbc.final()]).toString('utf8');
  }
  const names = { 16: 'aes-128-gcm', 24: 'aes-192-gcm', 32: 'aes-256-gcm' } as const;
  const [, name = 'aes-256-gcm'] =
    Object.entries(names).find(([size]) => Number(size) === secret.length) ?? [];
  const gcm = createDecipheriv(name, secret, bytes.subarray(0, 12));
  gcm.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([gcm.update(bytes.subarray(12, -16)), gcm.final()]).toString('utf8');
}
