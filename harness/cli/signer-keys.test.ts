import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GenuineKeys } from '../mutations/kit/genuine.ts';
import { makeSelftestKeys } from './selftest-keys.ts';

const now = Date.UTC(2026, 2, 14, 9, 26, 53);

describe('makeSignerKeys', () => {
  let keys: GenuineKeys;
  beforeAll(async () => {
    keys = await makeSelftestKeys(now, { signers: true });
  });
  const certificateOf = (name: keyof NonNullable<GenuineKeys['signers']>) =>
    read(keys.signers?.[name]?.certificateDer ?? expect.fail(`There is no ${name}.`));
  const read = (der: string) => new X509Certificate(Buffer.from(der, 'base64'));
  const textOf = ({ publicKey }: X509Certificate) => publicKey.export({ type: 'spki', format: 'pem' });

  it('makes six keys that differ, and that certificates made now vouch for', () => {
    const certificates = Object.values(keys.signers ?? {}).map(({ certificateDer }) => read(certificateDer));
    expect(new Set([...certificates, read(keys.idp.certificateDer)].map(textOf)).size).toBe(7);
    for (const { validFromDate, validToDate } of certificates) {
      expect(validFromDate.getTime()).toBeLessThan(now);
      expect(validToDate.getTime()).toBeGreaterThan(now);
    }
  });

  it('makes one whose certificate says the same as the genuine one', () => {
    const genuine = read(keys.idp.certificateDer);
    const { subject, issuer, serialNumber } = certificateOf('stranger-same-subject');
    expect({ subject, issuer, serialNumber }).toEqual({
      subject: genuine.subject,
      issuer: genuine.issuer,
      serialNumber: genuine.serialNumber,
    });
  });

  it('makes one that the identity provider’s own key vouches for, and no other', () => {
    const { publicKey } = read(keys.idp.certificateDer);
    expect(certificateOf('same-authority').verify(publicKey)).toBe(true);
    expect(certificateOf('idp-retired').verify(publicKey)).toBe(false);
  });

  it('makes one that is too short', () => {
    expect(certificateOf('idp-short').publicKey.asymmetricKeyDetails?.modulusLength).toBe(1024);
  });

  it('makes none unless asked', async () => {
    expect(await makeSelftestKeys(now)).not.toHaveProperty('signers');
  });
});
