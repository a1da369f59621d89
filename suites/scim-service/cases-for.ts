import type { ScimServiceConfig } from '../../harness/config/schema.ts';
import type { ProbeCase } from './cases/define.ts';
import { cases } from './cases/index.ts';
import { existingEndpoint, refuseUnknownDifferences } from './existing.ts';

/**
 * Every case; with an existing service, those that it is known to answer otherwise have to be.
 * @throws CountersignError `config` where the existing service may not, or cannot, be tried
 */
export function casesFor({ existing, profile }: ScimServiceConfig): readonly ProbeCase[] {
  if (existing === undefined) return cases;
  existingEndpoint(existing, process.env);
  refuseUnknownDifferences(
    existing,
    cases.map(({ id }) => id),
  );
  const standard = profile === 'scim-service' ? 'scim-service/rfc' : 'scim-service/identity-center';
  return cases.map((one) => {
    const known = existing.differences[one.id];
    if (known === undefined) return one;
    const byCheck = typeof known === 'string' ? { [standard]: known } : known;
    const expectedFailures = Object.entries(byCheck).map(([check, reason]) => ({ check, reason }));
    return { ...one, expectedFailures };
  });
}
