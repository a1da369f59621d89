import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { Part, Row } from './described.ts';

/** Claims that are seconds since 1970 (RFC 7519, 4.1; OpenID Connect Core, 2). */
const instants = new Set(['exp', 'iat', 'nbf', 'auth_time']);

/** Header and claims of a JSON Web Token (RFC 7519). Its signature is a secret of sorts, and is not repeated. */
export function describeToken(token: string, title = 'Token'): readonly Part[] {
  return [
    { title: `${title}: header`, rows: rowsOfObject(decodeProtectedHeader(token)) },
    { title: `${title}: claims`, rows: rowsOfObject(decodeJwt(token)) },
  ];
}

/** True for three parts of base64url of which the first two are JSON objects. */
export function isToken(text: string): boolean {
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) return false;
  try {
    decodeProtectedHeader(text);
    decodeJwt(text);
    return true;
  } catch {
    return false;
  }
}

function rowsOfObject(object: object): readonly Row[] {
  return Object.entries(object).map(([name, value]: [string, unknown]) => [name, show(name, value)]);
}

function show(name: string, value: unknown): string {
  if (instants.has(name) && typeof value === 'number' && Math.abs(value) < 8.64e12)
    return `${value}  (${new Date(value * 1000).toISOString()})`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
