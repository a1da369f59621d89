import { createHash } from 'node:crypto';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import type { OidcDocument, OidcToken } from '../../harness/model/oidc-records.ts';

/**
 * Reads a token for the record: what it says, and whether the issuer's published keys verify it. This is the harness's
 * own opinion, whatever the party that received it made of it; the token itself is left behind.
 */
export async function readToken(token: string, jwks: OidcDocument, accessToken?: string): Promise<OidcToken> {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return {
    header: decode(header),
    claims: decode(payload),
    signature: signature === '' ? 'none' : (await verifies(token, jwks)) ? 'verified' : 'not-verified',
    ...(accessToken === undefined
      ? {}
      : {
          accessTokenHash: createHash('sha256')
            .update(accessToken)
            .digest()
            .subarray(0, 16)
            .toString('base64url'),
        }),
  };
}

async function verifies(token: string, { body }: OidcDocument): Promise<boolean> {
  try {
    const keys = JSON.parse(body) as JSONWebKeySet; // whatever does not fit is an error that is caught
    await compactVerify(token, createLocalJWKSet(keys));
    return true;
  } catch {
    return false;
  }
}

function decode(part: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

/** The same parameters, the code so that it can be compared and not used. */
export function hashCode(parameters: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { code } = parameters;
  if (code === undefined) return parameters;
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 10);
  return { ...parameters, code: `masked-${hash}` };
}

/** As `code_challenge` with S256 (RFC 7636, 4.2). */
export function hashVerifier(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
