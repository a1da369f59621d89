import { createPrivateKey, sign as signBytes } from 'node:crypto';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSigningKey, type SigningKey } from '../../mocks/core/keys.ts';
import type { Delivery } from '../model/records.ts';
import { ALG, BINDING, NAMEID } from './namespaces.ts';
import { readRequest, verifyRedirectSignature } from './read-request.ts';
import { sampleRequest } from './sample-messages.ts';
import { signElement } from './sign.ts';

let sp: SigningKey;
let stranger: SigningKey;
beforeAll(async () => {
  const validity = { notBefore: new Date('2026-01-01'), notAfter: new Date('2030-01-01') };
  sp = await createSigningKey({ commonName: 'sp.example', ...validity });
  stranger = await createSigningKey({ commonName: 'stranger.example', ...validity });
});

const delivery = (binding: Delivery['binding']): Delivery => ({
  binding,
  method: binding === 'HTTP-POST' ? 'POST' : 'GET',
  url: 'https://idp.example/sso',
  fields: ['SAMLRequest'],
  tls: true,
});
const deflated = () => deflateRawSync(sampleRequest()).toString('base64');

describe('readRequest', () => {
  it('reads every field', () => {
    expect(readRequest(deflated(), delivery('HTTP-Redirect'))).toMatchObject({
      id: '_q1',
      version: '2.0',
      issueInstant: '2026-03-01T10:00:00Z',
      destination: 'https://idp.example/sso',
      acsUrl: 'https://sp.example/acs',
      acsIndex: undefined,
      protocolBinding: BINDING.post,
      forceAuthn: 'false',
      isPassive: undefined,
      issuer: { text: 'https://sp.example' },
      nameIdPolicy: { format: NAMEID.emailAddress, allowCreate: 'true' },
      requestedAuthnContext: {
        comparison: 'exact',
        classRefs: [{ text: 'urn:oasis:names:tc:SAML:2.0:ac:classes:X509' }],
      },
      signatures: [],
      deflate: 'raw',
      schemaFaults: [],
    });
  });

  it('decodes by the binding, and by the content where none is known', () => {
    const posted = Buffer.from(sampleRequest()).toString('base64');
    const zlib = deflateSync(sampleRequest()).toString('base64');
    expect(readRequest(posted, delivery('HTTP-POST'))).toMatchObject({ id: '_q1', deflate: 'none' });
    expect(readRequest(posted, delivery('HTTP-Redirect'))).toMatchObject({ id: '_q1', deflate: 'none' });
    expect(readRequest(zlib, delivery('HTTP-Redirect'))).toMatchObject({ id: '_q1', deflate: 'zlib' });
    expect(readRequest(deflated(), undefined)).toMatchObject({ id: '_q1', deflate: 'raw' });
    expect(readRequest(posted, undefined)).toMatchObject({ id: '_q1', deflate: 'none' });
    expect(readRequest(sampleRequest(), undefined)).toMatchObject({ id: '_q1', deflate: 'none' });
    expect(readRequest(deflated(), delivery('HTTP-POST')).document.problems).toHaveLength(1);
  });

  it('verifies a signature inside a posted request', () => {
    const raw = Buffer.from(signElement(sampleRequest(), '_q1', sp)).toString('base64');
    const reading = readRequest(raw, delivery('HTTP-POST'), [sp.certificateDer]);
    expect(reading.signatures).toMatchObject([{ verifiedWith: 0 }]);
    expect(reading.schemaFaults).toEqual([]);
  });
});

describe('verifyRedirectSignature', () => {
  /** A signed address as the binding wants it; `encode` is the sender's way of percent-encoding. */
  function signedUrl({
    relayState = '',
    encode = (text: string) => encodeURIComponent(text),
    algorithm = ALG.rsaSha256 as string,
  } = {}): string {
    const relay = relayState === '' ? '' : `&RelayState=${encode(relayState)}`;
    const query = `SAMLRequest=${encode(deflated())}${relay}&SigAlg=${encode(algorithm)}`;
    const hash = algorithm === ALG.rsaSha512 ? 'sha512' : 'sha256';
    const value = signBytes(hash, Buffer.from(query), createPrivateKey(sp.privateKeyPem)).toString('base64');
    return `https://idp.example/sso?${query}&Signature=${encode(value)}`;
  }
  const verify = (url: string) => verifyRedirectSignature(url, [stranger.certificateDer, sp.certificateDer]);
  const good = { present: true, algorithm: ALG.rsaSha256, verified: true, verifiedWith: 1 };

  it('verifies what was signed, with RelayState or without', () => {
    expect(verify(signedUrl())).toEqual(good);
    expect(verify(signedUrl({ relayState: 'a b&c=d' }))).toEqual(good);
    expect(verify(signedUrl({ algorithm: ALG.rsaSha512 }))).toMatchObject({
      verified: true,
      algorithm: ALG.rsaSha512,
    });
  });

  it('takes the encoding as sent, lower case and needless escapes included', () => {
    const lower = (text: string) => encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase());
    const all = (text: string) =>
      [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    for (const encode of [lower, all]) expect(verify(signedUrl({ encode, relayState: 'x/y' }))).toEqual(good);
    expect(verify(signedUrl({ relayState: 'x/y' }).replaceAll('%2F', '%2f'))).toMatchObject({
      verified: false,
    });
  });

  it('leaves parameters of the service itself, and a fragment, aside', () => {
    const url = signedUrl().replace('?', '?tenant=acme&');
    expect(verify(`${url}&lang=en#top`)).toEqual(good);
  });

  it('says when there is no signature', () => {
    const url = `https://idp.example/sso?SAMLRequest=${encodeURIComponent(deflated())}`;
    expect(verify(url)).toEqual({ present: false, algorithm: undefined, verified: false });
    expect(verify('https://idp.example/sso')).toEqual({
      present: false,
      algorithm: undefined,
      verified: false,
    });
  });

  it('does not verify a changed, added, removed or repeated parameter', () => {
    const url = signedUrl({ relayState: 'deep' });
    const changed = [
      url.replace('RelayState=deep', 'RelayState=other'),
      url.replace('&RelayState=deep', ''),
      signedUrl().replace('&SigAlg', '&RelayState=deep&SigAlg'),
      url.replace('rsa-sha256', 'rsa-sha512'),
      url.replace(/Signature=....../, 'Signature=AAAAAA'),
      url.replace(/Signature=.*/, 'Signature='),
      url.replace(/Signature=.*/, 'Signature=%E0%A4%A'),
      url.replace(/SigAlg=[^&]*/, 'SigAlg=urn:none'),
      `${url}&RelayState=deep`,
      `${url}&SAMLRequest=AAAA`,
    ];
    expect(changed.map((each) => verify(each).verified)).toEqual(changed.map(() => false));
    expect(verifyRedirectSignature(url, [stranger.certificateDer]).verified).toBe(false);
    expect(verifyRedirectSignature(url, ['AAAA']).verified).toBe(false);
  });

  it('says when the parameters come in another order or twice', () => {
    const url = signedUrl({ relayState: 'deep' });
    const moved = url.replace('&RelayState=deep', '').replace('?', '?RelayState=deep&');
    expect(verify(moved)).toEqual({
      ...good,
      orderProblem:
        'The parameters come as RelayState, SAMLRequest, SigAlg, Signature, not as SAMLRequest, RelayState, SigAlg, Signature.',
    });
    expect(verify(`${url}&RelayState=deep`).orderProblem).toBe('RelayState is there more than once.');
  });
});
