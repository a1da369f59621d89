import { SignJWT } from 'jose';
import { z } from 'zod';
import type { OidcKey, OidcKeyName } from './keys.ts';

/** What is made wrong about the next ID tokens. */
export const tokenChangeSchema = z.strictObject({
  /** Claims that have this value instead. */
  set: z.record(z.string(), z.unknown()).default({}),
  remove: z.array(z.string()).default([]),
  /** `none` leaves the signature out. */
  alg: z.enum(['RS256', 'none']).default('RS256'),
  /** Whose key signs. The key in use unless given. */
  signedBy: z.enum(['primary', 'rollover', 'stranger']).optional(),
  /** Name of the key that the header gives; that of the signing key unless given. */
  kid: z.string().optional(),
  /** Moves iat, exp and auth_time, in seconds. */
  shiftSeconds: z.number().int().default(0),
  /** Keeps the signature of the provider while the claims change. */
  keepSignature: z.boolean().default(false),
});
export type TokenChange = z.output<typeof tokenChangeSchema>;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The ID token with one thing wrong; signed again unless the wrong is in the signing. */
export async function changeIdToken(
  token: string,
  change: TokenChange,
  keys: Readonly<Record<OidcKeyName, OidcKey>>,
  active: OidcKeyName,
): Promise<string> {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const before = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>; // the provider wrote it
  const claims: Record<string, unknown> = { ...before, ...change.set };
  for (const name of change.remove) delete claims[name];
  for (const name of ['iat', 'exp', 'auth_time'])
    if (typeof claims[name] === 'number') claims[name] = Number(claims[name]) + change.shiftSeconds;
  if (change.keepSignature) return `${header}.${encode(claims)}.${signature}`;
  if (change.alg === 'none') return `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`;
  const key = keys[change.signedBy ?? active];
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: change.kid ?? key.kid })
    .sign(key.privateKey);
}
