import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBundle } from '../../harness/capture/bundle.ts';
import { checks } from '../../harness/checks/index.ts';
import { readArtifacts } from '../../harness/checks/read.ts';
import type { Config } from '../../harness/config/schema.ts';
import { judge } from '../../harness/judge/judge.ts';
import { resolveProfile } from '../../harness/judge/resolve-profile.ts';
import { verdictOf } from '../../harness/judge/verdict.ts';
import type { Evidence } from '../../harness/model/evidence.ts';
import type { Case } from '../../harness/model/integration.ts';
import type { Profile } from '../../harness/model/profile.ts';
import type { CaseReport } from '../../harness/model/report.ts';
import { profiles } from '../../harness/profiles/index.ts';
import { describeEvidence } from './describe-evidence.ts';

export interface ProvenCase {
  readonly integration: string;
  readonly case: Case;
  readonly profile: string;
  readonly evidence: Evidence;
  readonly pictures: Readonly<Record<string, Uint8Array>>;
  readonly durationMs: number;
  readonly waivers: Config['waivers'];
  /** Every failing check counts but these, whatever its severity: for runs that ask what a mutation makes red. */
  readonly strict?: { readonly but: readonly string[] };
}

/** Judges one journey's evidence, saves both, and gives the case's report. */
export async function proveCase(proven: ProvenCase, runFolder: string): Promise<CaseReport> {
  const { evidence, integration } = proven;
  const resolved = resolveProfile(proven.profile, profiles);
  const profile = proven.strict === undefined ? resolved : withoutMercy(resolved, proven.strict.but);
  const waivers = proven.waivers.filter((waiver) => (waiver.integration ?? integration) === integration);
  const reads = readArtifacts(evidence);
  const findings = judge(evidence, { checks, profile, waivers, reads });
  const { verdict, summary } = verdictOf(evidence, findings, proven.case.expectedFailures);
  const folder = join('evidence', integration, proven.case.id);
  await mkdir(join(runFolder, folder), { recursive: true });
  const sha256 = await writeBundle(join(runFolder, folder), evidence, proven.pictures);
  const report: CaseReport = {
    integration,
    case: proven.case.id,
    title: proven.case.title,
    flow: evidence.flow,
    tests: proven.case.tests,
    targets: evidence.targets,
    profile: { id: profile.id, version: profile.version },
    verdict,
    summary,
    expectedFailures: proven.case.expectedFailures,
    durationMs: proven.durationMs,
    evidence: { folder, sha256 },
    ...(evidence.brokeOff === undefined ? {} : { brokeOff: evidence.brokeOff }),
    findings,
    ...describeEvidence(evidence, folder, reads),
  };
  await writeFile(join(runFolder, folder, 'case.json'), JSON.stringify(report));
  return report;
}

function withoutMercy(profile: Profile, but: readonly string[]): Profile {
  const rules = Object.entries(profile.checks).map(([id, rule]) => [
    id,
    rule === 'off' ? rule : { ...rule, severity: but.includes(id) ? 'info' : 'error' },
  ]);
  return { ...profile, checks: Object.fromEntries(rules) };
}
