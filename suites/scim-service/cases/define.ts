import type { Probe } from '../../../harness/flows/scim-probe/probe.ts';
import type { Case } from '../../../harness/model/integration.ts';

/** One thing that a SCIM service is tried with. */
export interface ProbeCase extends Case {
  readonly run: (probe: Probe) => Promise<void>;
}

/** @param id also names the group that it belongs to: `create-user/two-emails` is `create-user--two-emails` in a path */
export function probe(id: string, title: string, run: ProbeCase['run']): ProbeCase {
  return { id, title, run, flow: 'scim-probe', tests: 'scim', expectedFailures: [] };
}

/** Target with a filter, encoded. */
export function filtered(kind: 'Users' | 'Groups', filter: string, more = ''): string {
  return `/${kind}?filter=${encodeURIComponent(filter)}${more}`;
}
