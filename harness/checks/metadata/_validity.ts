import type { Fault } from '../../model/check.ts';
import type { MetadataReading } from '../../model/readings.ts';
import type { SpecRef } from '../../model/spec.ts';
import { parseInstant } from '../../saml/time.ts';
import { locate } from '../../saml/tree.ts';
import { instant, quote } from './_show.ts';

// xs:duration, without a sign: a period for which a copy may be kept cannot be negative.
const positiveDuration =
  /^P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;

export const validityRefs: readonly [SpecRef, SpecRef] = [
  {
    document: 'saml-metadata',
    section: '2.3.2',
    says: 'validUntil is the end of the validity of the metadata; cacheDuration the longest time a copy is kept.',
  },
  {
    document: 'saml-errata',
    section: 'E94',
    says: 'Metadata is invalid from its validUntil on, and is not used then; a copy older than cacheDuration is merely stale.',
  },
];

export const validityMessages = {
  passed: 'The metadata was valid until {validUntil}; the login was judged at {now}.',
  'not-a-time': 'validUntil is {validUntil}, which is no xs:dateTime.',
  'not-a-duration': 'cacheDuration is {cacheDuration}, which is no positive xs:duration.',
} as const;

/** `true`, or that the metadata says nothing of how long it holds. */
export function limitsValidity({ validUntil, cacheDuration }: MetadataReading): true | string {
  return (
    validUntil !== undefined || cacheDuration !== undefined || 'The metadata sets no limit to its validity.'
  );
}

/** Faults of the entity's validUntil and cacheDuration. @param now milliseconds since 1970 */
export function validityFaults(
  artifact: 'idp-metadata' | 'sp-metadata',
  { document, element, validUntil, cacheDuration }: MetadataReading,
  now: number,
): Fault<keyof typeof validityMessages>[] {
  const at = (attribute: string) =>
    element ? { where: locate(artifact, element, document, { attribute }) } : {};
  const until = parseInstant(validUntil);
  const faults: Fault<keyof typeof validityMessages>[] = [];
  if (validUntil !== undefined && (until === undefined || until.ms <= now))
    faults.push({
      message: until === undefined ? 'not-a-time' : 'passed',
      data: { validUntil: quote(validUntil), now: instant(now) },
      expected: `a time after ${instant(now)}`,
      observed: quote(validUntil),
      ...at('validUntil'),
    });
  if (cacheDuration !== undefined && !(positiveDuration.test(cacheDuration) && /[1-9]/.test(cacheDuration)))
    faults.push({
      message: 'not-a-duration',
      data: { cacheDuration: quote(cacheDuration) },
      expected: 'a positive duration such as PT1H',
      observed: quote(cacheDuration),
      ...at('cacheDuration'),
    });
  return faults;
}
