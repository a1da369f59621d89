import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { recordArtifact } from '../../harness/capture/artifact.ts';
import { writeBundle } from '../../harness/capture/bundle.ts';
import type { Config } from '../../harness/config/schema.ts';
import type { Evidence, TargetRecord } from '../../harness/model/evidence.ts';
import type { ScimRecord } from '../../harness/model/scim-records.ts';
import type { Entrance, Serving, ServingPlace } from '../../harness/stack/serving.ts';
import type { RunningStack } from '../../harness/stack/start-stack.ts';
import { createScimControlClient } from '../../mocks/scim/client.ts';
import { describeParties } from './parties.ts';

/** How often what was pushed is written down, in milliseconds. */
const intervalMs = 2_000;

/** The double as the target of an identity provider's push; undefined when the configuration does not have it. */
export default function serve(integrations: Config['integrations']): Serving | undefined {
  const own = integrations['scim-service'];
  if (own === undefined) return undefined;
  // A service that exists needs nobody to serve it: what is served is always the double.
  const { parts, targets } = describeParties({ ...own, existing: undefined });
  return {
    parts,
    prepare,
    during: (stack, place) => writeDown(stack, place, targets),
  };
}

const control = ({ controls }: RunningStack) => {
  if (controls.scim === undefined) throw new Error('The stack runs without the SCIM service.');
  return createScimControlClient(controls.scim);
};

async function prepare(stack: RunningStack): Promise<readonly Entrance[]> {
  const { baseUrl, token } = await control(stack).createToken();
  const { pathname } = new URL(baseUrl);
  return [
    {
      title: 'SCIM endpoint',
      url: `${stack.urls.scim}${pathname}`,
      hint: 'The SCIM base URL of the identity provider. It answers on this machine alone: a provider elsewhere comes by a tunnel.',
      isValue: true,
    },
    {
      title: 'Access token',
      url: token,
      hint: 'For the field of the same name; it is good until this ends, and in no file.',
      isValue: true,
    },
  ];
}

/** Writes every request of the identity provider to a bundle that `countersign check` judges. */
async function writeDown(
  stack: RunningStack,
  { folder, signal, tell }: ServingPlace,
  targets: readonly TargetRecord[],
): Promise<void> {
  const bundle = join(folder, 'scim-push');
  let written = 0;
  for (let isLast = false; !isLast; ) {
    await sleep(intervalMs, undefined, { signal }).catch(() => undefined);
    isLast = signal.aborted;
    const record = await control(stack).exchanges();
    const count = record.exchanges.length + record.dropped;
    if (count === written) continue;
    await writeBundle(bundle, describePush(record, targets), {});
    if (written === 0) tell(`The requests are written to ${bundle}; judge them with\n  ${command(bundle)}`);
    written = count;
  }
  if (written > 0) tell(`${written} requests were recorded. Judge them with\n  ${command(bundle)}`);
  else tell('Nothing was pushed.');
}

function command(bundle: string): string {
  return `countersign check ${bundle} --profile scim-push-identity-center`;
}

/** The requests as evidence. Whom the provider meant to push is not known, so that only the requests are judged. */
export function describePush(record: ScimRecord, targets: readonly TargetRecord[]): Evidence {
  const at = record.exchanges.at(-1)?.at ?? new Date(0).toISOString();
  return {
    schema: 'countersign/evidence/1',
    flow: 'scim-push',
    targets,
    capturedAt: at,
    clockSkewMs: 0,
    artifacts: { scim: recordArtifact(record) },
    steps: [],
    screenshots: [],
    notes: [],
  };
}
