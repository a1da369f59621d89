import { integrations } from '../../suites/index.ts';
import { checks } from '../checks/index.ts';
import { CountersignError } from '../model/error.ts';
import { mutations } from '../mutations/index.ts';

const kinds = ['integrations', 'cases', 'checks', 'mutations'] as const;
type Kind = (typeof kinds)[number];

/** The whole catalogue as plain data: what `list --json` prints. */
export function catalogue() {
  return {
    integrations: integrations.map(({ id, title, profile, guide }) => ({ id, title, profile, guide })),
    cases: integrations.flatMap((integration) =>
      integration.cases.map(({ id, title, flow, tests, expectedFailures }) => ({
        id,
        integration: integration.id,
        title,
        flow,
        tests,
        expectedFailures,
      })),
    ),
    checks: checks.map(({ id, title, why, fix, judges, needs, uses, refs }) => ({
      id,
      title: title.holds,
      fails: title.fails,
      why,
      fix,
      judges,
      needs,
      uses,
      refs,
    })),
    mutations: mutations.map(({ id, title, stage, breaks, hostile, safe, refs, cves }) => ({
      id,
      title,
      stage,
      breaks,
      hostile,
      safe,
      refs,
      cves: cves ?? [],
    })),
  };
}

export async function list(kind: string | undefined, options: { json: boolean }): Promise<number> {
  const wanted = kind === undefined ? kinds : [toKind(kind)];
  const all = catalogue();
  if (options.json) {
    process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    return 0;
  }
  for (const one of wanted) {
    const entries = all[one];
    process.stdout.write(`${one} (${entries.length})\n`);
    const width = Math.max(...entries.map(({ id }) => id.length));
    for (const { id, title } of entries) process.stdout.write(`  ${id.padEnd(width)}  ${title}\n`);
  }
  return 0;
}

function toKind(text: string): Kind {
  const kind = kinds.find((one) => one === text);
  if (kind !== undefined) return kind;
  throw new CountersignError(
    'usage',
    `"${text}" cannot be listed.`,
    `List one of ${kinds.join(', ')}, or nothing for all of them.`,
  );
}
