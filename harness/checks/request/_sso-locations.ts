import type { MetadataReading } from '../../model/readings.ts';
import type { Setup } from '../../model/records.ts';
import { rolesOf } from '../metadata/_roles.ts';

/** Addresses at which the identity provider takes requests; with a binding's URI, only those of that binding. */
export function ssoLocations(
  metadata: MetadataReading | undefined,
  setup: Setup | undefined,
  binding?: string,
): string[] {
  const published = (metadata ? rolesOf(metadata, 'idp') : [])
    .flatMap((role) => role.singleSignOn)
    .filter((service) => binding === undefined || service.binding === binding)
    .flatMap(({ location }) => location ?? []);
  // The typed value serves only where there is no metadata to say it.
  const typed = metadata === undefined ? (setup?.idp?.ssoUrl ?? []) : [];
  return [...new Set(published.concat(typed))];
}
