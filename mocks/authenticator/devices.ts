import { type CryptoKey, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Biometric } from '../../harness/model/records.ts';

/** One person's phone: its key pair never leaves this file's maker. */
export interface Device {
  readonly userName: string;
  readonly idpOrigin: string;
  /** Name that the identity provider gave it. */
  readonly deviceId: string;
  readonly biometrics: readonly Biometric[];
  readonly publicKeyJwk: JWK;
  readonly privateKey: CryptoKey;
}

export type NewKeys = Pick<Device, 'publicKeyJwk' | 'privateKey'>;

/** Makes an ES256 key pair (P-256); the private half cannot be exported. */
export async function createDeviceKeys(): Promise<NewKeys> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: false });
  const { kty = '', crv = '', x = '', y = '' } = await exportJWK(publicKey);
  return { publicKeyJwk: { kty, crv, x, y }, privateKey };
}
