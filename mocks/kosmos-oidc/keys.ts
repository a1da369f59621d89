import { type CryptoKey, exportJWK, generateKeyPair, type JWK } from 'jose';

export type OidcKeyName = 'primary' | 'rollover' | 'stranger';

export interface OidcKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  /** With its private half. */
  readonly jwk: JWK;
  readonly publicJwk: JWK;
}

/** The key in use, the one that follows it, and one that nobody published. */
export type OidcKeys = Readonly<Record<OidcKeyName, OidcKey>>;

export async function createOidcKeys(): Promise<OidcKeys> {
  const [primary, rollover, stranger] = await Promise.all([
    createKey('signing-1'),
    createKey('signing-2'),
    createKey('signing-9'),
  ]);
  return { primary, rollover, stranger };
}

async function createKey(kid: string): Promise<OidcKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const use = { kid, alg: 'RS256', use: 'sig' };
  return {
    kid,
    privateKey,
    jwk: { ...(await exportJWK(privateKey)), ...use },
    publicJwk: { ...(await exportJWK(publicKey)), ...use },
  };
}
