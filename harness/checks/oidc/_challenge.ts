import type { Fault } from '../../model/check.ts';
import { fault, queryOf, show } from './_oidc.ts';

/** What is wrong about the code challenge of a request (RFC 7636, 4.2 and 4.3). */
export function judgeChallenge(
  url: string | undefined,
  path: string,
): readonly Fault<'missing' | 'method' | 'form'>[] {
  const query = queryOf(url);
  const challenge = query.get('code_challenge');
  const method = query.get('code_challenge_method');
  if (challenge === null) return [fault('missing', 'a code_challenge', 'nothing', path)];
  if (method !== 'S256') return [fault('method', 'S256', show(method), path)];
  return /^[\w-]{43}$/.test(challenge)
    ? []
    : [fault('form', '43 characters of base64url', show(challenge), path)];
}
