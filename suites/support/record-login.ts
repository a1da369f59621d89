import { randomUUID } from 'node:crypto';
import { type BrowserRecording, recordBrowser } from '../../harness/capture/browser.ts';
import { buildLoginEvidence, type EvidenceFrame, type Sight } from '../../harness/capture/login-evidence.ts';
import { findResponse } from '../../harness/capture/messages.ts';
import { createRedactor } from '../../harness/capture/redact.ts';
import { type LoginContext, type LoginPlan, runLogin } from '../../harness/flows/login.ts';
import type { ArtifactName, Evidence, Exchange } from '../../harness/model/evidence.ts';
import type { Setup } from '../../harness/model/records.ts';

export interface MadeLogin {
  readonly evidence: Evidence;
  readonly pictures: Readonly<Record<string, Uint8Array>>;
}

/** A login to make and to keep. */
export interface LoginToRecord {
  readonly frame: Pick<EvidenceFrame, 'integration' | 'case' | 'flow' | 'targets'>;
  readonly plan: LoginPlan;
  readonly parties: Pick<LoginContext, 'browser' | 'idp' | 'sp' | 'login' | 'interceptions'>;
  readonly setup: Setup;
  /** What a journey of this kind must have seen at its end. */
  readonly wanted: readonly ArtifactName[];
  /** What is done with the response after the login, and seen of it: calls to STS, for example. */
  readonly further?: (samlResponse: string | undefined) => Promise<Sight>;
}

/** Makes one login in the browser and brings home all that it saw, secrets masked. */
export async function recordLogin(login: LoginToRecord): Promise<MadeLogin> {
  let recording: BrowserRecording | undefined;
  let exchanges: readonly Exchange[] | undefined;
  const sight = await runLogin(login.plan, {
    ...login.parties,
    onContext: (context) => {
      recording = recordBrowser(context, Date.now);
    },
    onPage: async (page) => recording?.watch(page),
    onTrafficEnd: async () => {
      exchanges ??= await recording?.exchanges();
    },
    onStep: () => undefined,
    now: Date.now,
    patienceMs: 15_000,
  });
  const traffic = exchanges ?? [];
  const further = (await login.further?.(findResponse(traffic)?.raw)) ?? {};
  const { journey, brokeOff } = sight;
  const evidence = buildLoginEvidence(
    {
      ...login.frame,
      capturedAt: new Date(judgedAt(traffic)).toISOString(),
      clockSkewMs: 0,
      steps: journey.steps,
      screenshots: journey.screenshots,
      notes: journey.notes,
      ...(brokeOff === undefined ? {} : { brokeOff }),
    },
    { ...sight, ...further },
    traffic,
    login.setup,
    login.wanted,
    createRedactor(randomUUID()),
  );
  return { evidence, pictures: journey.pictures };
}

/** A message is judged at the moment when it reached the service provider. */
function judgedAt(exchanges: readonly Exchange[]): number {
  const arrival = exchanges.find(({ requestBody }) => requestBody?.includes('SAMLResponse='));
  const last = arrival ?? exchanges.at(-1);
  return last === undefined ? Date.now() : Date.parse(last.startedAt);
}
