import { generateKeyPairSync } from 'node:crypto';
import { createSigningKey } from '../../mocks/core/keys.ts';
import type { GenuineKeys } from '../mutations/kit/genuine.ts';
import { makeSignerKeys } from './signer-keys.ts';

export interface SelftestKeysOptions {
  /** Makes the further keys that attacks sign with, too: six more, which take their time. Off unless set. */
  readonly signers?: boolean;
}

/** Makes the keys of one genuine login. @param now milliseconds since 1970; certificates hold from the day before */
export async function makeSelftestKeys(
  now: number,
  { signers = false }: SelftestKeysOptions = {},
): Promise<GenuineKeys> {
  const validity = { notBefore: new Date(now - 86_400_000), notAfter: new Date(now + 2 * 365 * 86_400_000) };
  const [idp, sp, stranger] = await Promise.all(
    ['Acme IdP signing 1', 'Service provider', 'Stranger'].map((commonName) =>
      createSigningKey({ commonName, ...validity }),
    ),
  );
  if (idp === undefined || sp === undefined || stranger === undefined) throw new Error('A key is missing.');
  const device = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y } = device.publicKey.export({ format: 'jwk' });
  return {
    idp,
    sp,
    stranger,
    ...(signers ? { signers: await makeSignerKeys(now, idp) } : {}),
    device: {
      privateKeyPem: device.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      publicJwk: { kty, crv, x, y },
    },
  };
}
