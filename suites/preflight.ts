import type { Config } from '../harness/config/schema.ts';
import { refuseContainers } from './kpow/existing.ts';
import { casesFor } from './scim-service/cases-for.ts';

/**
 * Finds out before a run what none of its cases could do: as one message, not as one for every case.
 * @param chosen ids of the integrations that are run; none means all
 * @throws CountersignError `config`
 */
export function preflight(
  integrations: Config['integrations'],
  chosen: readonly string[],
  { containers }: { readonly containers: boolean },
): void {
  const isRun = (id: string) => chosen.length === 0 || chosen.includes(id);
  const { kpow, 'scim-service': scim } = integrations;
  if (kpow !== undefined && isRun('kpow') && containers)
    refuseContainers(kpow.application.existing, containers);
  if (scim !== undefined && isRun('scim-service')) casesFor(scim);
}
