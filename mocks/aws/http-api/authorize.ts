import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import type { HttpApiSettings } from './config.ts';

type Authorizer = NonNullable<HttpApiSettings['authorizer']>;

/**
 * Decides as a JWT authorizer of an HTTP API does (API Gateway Developer Guide, "Control access to HTTP APIs with JWT
 * authorizers"): signature by a key of the issuer, `iss`, `aud` or `client_id`, `exp`. What else a token says is for
 * the function.
 * @returns the claims, all as text; or why the token is refused
 */
export async function authorize(
  { issuer, audience, reachedAt }: Authorizer,
  header: string | null,
  now: number,
): Promise<{ readonly claims: Readonly<Record<string, string>> } | { readonly why: string }> {
  const token = /^(?:Bearer )?(\S+)$/.exec(header ?? '')?.[1];
  if (token === undefined) return { why: 'There is no token.' };
  try {
    const { pathname } = new URL(issuer);
    const base = reachedAt === undefined ? issuer : `${reachedAt.replace(/\/$/, '')}${pathname}`;
    const answer = await fetch(`${base}/.well-known/jwks.json`);
    const keys = createLocalJWKSet((await answer.json()) as JSONWebKeySet); // jose judges what it is
    const { payload } = await jwtVerify(token, keys, { issuer, currentDate: new Date(now) });
    const isMeant = [payload.aud, payload.client_id].flat().some((one) => audience.includes(String(one)));
    return isMeant ? { claims: asText(payload) } : { why: 'The token is for somebody else.' };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
}

/** API Gateway hands every claim on as text. */
function asText(payload: JWTPayload): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  );
}
