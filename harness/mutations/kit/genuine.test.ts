import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSelftestKeys } from '../../cli/selftest-keys.ts';
import type { PhoneRecord, Setup } from '../../model/records.ts';
import { readMetadata } from '../../saml/read-metadata.ts';
import { readRequest, verifyRedirectSignature } from '../../saml/read-request.ts';
import { readResponse } from '../../saml/read-response.ts';
import { rawOf } from './artifact.ts';
import { type GenuineKeys, makeGenuineLogin } from './genuine.ts';

const now = Date.UTC(2026, 2, 14, 9, 26, 53);

describe('makeGenuineLogin', () => {
  let keys: GenuineKeys;
  beforeAll(async () => {
    keys = await makeSelftestKeys(now);
  });

  it.each(['sp', 'idp'] as const)(
    'gives a response that verifies and fits the schema (%s)',
    (initiatedBy) => {
      const { evidence } = makeGenuineLogin({ now, initiatedBy, keys });
      const setup: Setup = JSON.parse(rawOf(evidence, 'setup') ?? '');
      const response = readResponse(rawOf(evidence, 'response') ?? '', setup.idp?.certificates ?? []);
      expect(response.document.problems).toEqual([]);
      expect(response.schemaFaults).toEqual([]);
      expect(response.assertions).toHaveLength(1);
      expect(response.assertions[0]?.verified).toBe(true);
      expect(response.inResponseTo).toBe(setup.requestId);
    },
  );

  it.each(['response', 'both'] as const)('signs the %s when asked to', (signed) => {
    const { evidence } = makeGenuineLogin({ now, initiatedBy: 'sp', keys, signed });
    const { signatures } = readResponse(rawOf(evidence, 'response') ?? '', [keys.idp.certificateDer]);
    expect(signatures.map(({ parent }) => parent.local)).toEqual(
      signed === 'both' ? ['Response', 'Assertion'] : ['Response'],
    );
    expect(signatures.every(({ verifiedWith }) => verifiedWith === 0)).toBe(true);
  });

  it('gives metadata and a request that fit the schemas', () => {
    const { evidence } = makeGenuineLogin({ now, initiatedBy: 'sp', keys });
    for (const name of ['idp-metadata', 'sp-metadata'] as const)
      expect(readMetadata(rawOf(evidence, name) ?? '').schemaFaults).toEqual([]);
    const request = readRequest(rawOf(evidence, 'request') ?? '', undefined);
    expect(request.schemaFaults).toEqual([]);
    expect(request.deflate).toBe('raw');
  });

  it('signs the query string when asked to', () => {
    const { evidence } = makeGenuineLogin({ now, initiatedBy: 'sp', keys, signRequests: true });
    const { url } = JSON.parse(rawOf(evidence, 'request-delivery') ?? '');
    expect(verifyRedirectSignature(url, [keys.sp.certificateDer])).toMatchObject({ verified: true });
  });

  it("has the phone's approval signed by the enrolled key", () => {
    const { evidence } = makeGenuineLogin({ now, initiatedBy: 'sp', keys });
    const phone: PhoneRecord = JSON.parse(rawOf(evidence, 'phone') ?? '');
    const [header, payload, signature = ''] = (phone.answer.jws ?? '').split('.');
    const key = createPublicKey({ key: { ...phone.answer.enrolledKey }, format: 'jwk' });
    const signed = Buffer.from(`${header}.${payload}`);
    const isGenuine = verify(
      'sha256',
      signed,
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    expect(isGenuine).toBe(true);
  });

  it('gives the same bytes for the same options, but for the phone', () => {
    const [first, second] = [1, 2].map(() => makeGenuineLogin({ now, initiatedBy: 'sp', keys }).evidence);
    const { phone: _, ...artifacts } = first?.artifacts ?? {};
    expect(second?.artifacts).toMatchObject(artifacts);
  });
});
