import { isDeepStrictEqual } from 'node:util';
import type { ScimClaim, ScimExpectation } from '../../model/scim-records.ts';
import { isObject } from '../../scim/read-requests.ts';

/** What a value has to be. */
export interface Matcher {
  /** In words: `201`, `200 or 204`, `present`. */
  readonly text: string;
  readonly test: (value: unknown) => boolean;
}

/** Who says it, and what. */
export interface Claim {
  readonly by: 'rfc' | 'identityCenter';
  readonly source: string;
  /** Undefined: the standard leaves it open, and nothing is judged by it. */
  readonly matcher: Matcher | undefined;
}

/** @param section of RFC 7643 or 7644, for example `7644, 3.3` */
export function rfc(section: string, matcher: Matcher): Claim {
  return { by: 'rfc', source: `RFC ${section}`, matcher };
}

/** What AWS says otherwise. @param page of its developer guide, for example `CreateUser` */
export function aws(page: string, matcher: Matcher): Claim {
  return { by: 'identityCenter', source: `AWS, ${page}`, matcher };
}

/** AWS says nothing of it, or leaves it out. */
export const openAtAws: Claim = { by: 'identityCenter', source: 'AWS', matcher: undefined };

/** Judges an observation by both standards; what AWS says nothing else of is as the RFCs have it. */
export function judgeClaims(
  observed: unknown,
  claims: readonly Claim[],
): Pick<ScimExpectation, 'rfc' | 'identityCenter' | 'observed'> {
  const by = (name: Claim['by']) => claims.find((claim) => claim.by === name);
  const ofRfc = judge(by('rfc'), observed);
  const ofAws = judge(by('identityCenter') ?? by('rfc'), observed);
  return {
    observed: show(observed),
    ...(ofRfc === undefined ? {} : { rfc: ofRfc }),
    ...(ofAws === undefined ? {} : { identityCenter: ofAws }),
  };
}

function judge(claim: Claim | undefined, observed: unknown): ScimClaim | undefined {
  if (claim?.matcher === undefined) return undefined;
  return { source: claim.source, expected: claim.matcher.text, holds: claim.matcher.test(observed) };
}

export function is(value: unknown): Matcher {
  return { text: show(value), test: (seen) => isDeepStrictEqual(seen, value) };
}

export function oneOf(...values: readonly unknown[]): Matcher {
  return {
    text: values.map(show).join(' or '),
    test: (seen) => values.some((value) => isDeepStrictEqual(seen, value)),
  };
}

/** An object with at least these values, or a list with at least these. */
export function has(part: unknown): Matcher {
  return { text: `with ${show(part)}`, test: (seen) => contains(seen, part) };
}

export const present: Matcher = { text: 'present', test: (seen) => seen !== undefined && seen !== null };
/** Attributes without a value may be left out, null or empty (RFC 7643, 2.5). */
export const absent: Matcher = {
  text: 'absent',
  test: (seen) => seen === undefined || seen === null || (Array.isArray(seen) && seen.length === 0),
};
export const accepted: Matcher = { text: '2xx', test: (seen) => inHundreds(seen, 2) };
export const refused: Matcher = { text: '4xx or 501', test: (seen) => inHundreds(seen, 4) || seen === 501 };

function inHundreds(status: unknown, hundreds: number): boolean {
  return typeof status === 'number' && Math.floor(status / 100) === hundreds;
}

function contains(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part))
    return Array.isArray(whole) && part.every((one) => whole.some((other) => contains(other, one)));
  if (!isObject(part)) return isDeepStrictEqual(whole, part);
  return isObject(whole) && Object.entries(part).every(([name, value]) => contains(whole[name], value));
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= 200 ? text : `${text.slice(0, 190)}…`;
}
