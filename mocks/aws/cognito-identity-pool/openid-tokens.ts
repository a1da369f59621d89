import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { poolIssuer } from '../../../harness/aws/identity-pool/limits.ts';
import type { PrincipalTag } from '../../../harness/model/identity-pool-records.ts';

export interface TokenFacts {
  readonly poolId: string;
  readonly identityId: string;
  /** Values of the claim `amr`. */
  readonly methods: readonly string[];
  readonly tags: readonly PrincipalTag[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly seconds: number;
}

/** The service's OpenID tokens, signed by a key that is made on first use. */
export interface OpenIdTokens {
  readonly issue: (facts: TokenFacts) => Promise<string>;
  readonly keys: () => Promise<{ readonly keys: readonly JWK[] }>;
}

export function createOpenIdTokens(): OpenIdTokens {
  let pair: ReturnType<typeof generateKeyPair> | undefined;
  const key = () => {
    pair ??= generateKeyPair('RS512', { extractable: true });
    return pair;
  };
  return {
    issue: async ({ poolId, identityId, methods, tags, now, seconds }) => {
      const issuedAt = Math.floor(now / 1000);
      const principalTags = Object.fromEntries(tags.map(({ key: name, value }) => [name, [value]]));
      const more =
        tags.length === 0 ? {} : { 'https://aws.amazon.com/tags': { principal_tags: principalTags } };
      return new SignJWT({ amr: [...methods], ...more })
        .setProtectedHeader({ alg: 'RS512', kid: keyId, typ: 'JWS' })
        .setIssuer(`https://${poolIssuer}`)
        .setAudience(poolId)
        .setSubject(identityId)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + seconds)
        .sign((await key()).privateKey);
    },
    keys: async () => ({
      keys: [{ ...(await exportJWK((await key()).publicKey)), kid: keyId, use: 'sig', alg: 'RS512' }],
    }),
  };
}

const keyId = 'countersign-identity-pool';
