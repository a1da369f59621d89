import { createHash } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK } from 'jose';

/** A pool's signing key with what it publishes of it. */
export interface PoolKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  /** The line of the JWKS. */
  readonly jwk: JWK;
}

/** A pool publishes two keys: one signs ID tokens, the other access tokens. */
export interface PoolKeys {
  readonly id: PoolKey;
  readonly access: PoolKey;
}

export async function createPoolKeys(): Promise<PoolKeys> {
  const [id, access] = await Promise.all([createPoolKey(), createPoolKey()]);
  return { id, access };
}

async function createPoolKey(): Promise<PoolKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const exported = await exportJWK(publicKey);
  const kid = createHash('sha256')
    .update(exported.n ?? '')
    .digest('base64');
  return { kid, privateKey, publicKey, jwk: { ...exported, alg: 'RS256', kid, use: 'sig' } };
}
