import { type ArtifactReads, readArtifacts } from '../checks/read.ts';
import type { Check } from '../model/check.ts';
import type { ArtifactName, Evidence } from '../model/evidence.ts';
import type { Finding, Waiver } from '../model/finding.ts';
import type { Profile } from '../model/profile.ts';
import { describeRun } from './describe-run.ts';
import { runCheck } from './run-check.ts';

export interface JudgeOptions {
  /** The catalogue, in its order. */
  readonly checks: readonly Check[];
  /** Resolved: nothing left to extend. */
  readonly profile: Profile;
  readonly waivers?: readonly (Waiver & { readonly check: string })[];
  /** What `readArtifacts` makes of this evidence, where it is at hand already. */
  readonly reads?: ArtifactReads;
}

/**
 * Judges evidence by all checks that the profile lists. Pure: the same evidence gives the same findings, byte for
 * byte, in the order of the catalogue. The moment of judging is that of the capture, by the parties' clocks.
 */
export function judge(evidence: Evidence, options: JudgeOptions): Finding[] {
  const { checks, profile, waivers = [] } = options;
  const { reads = readArtifacts(evidence) } = options;
  const now = Date.parse(evidence.capturedAt) + evidence.clockSkewMs;
  const tells = (artifact: ArtifactName) =>
    checks.find(
      ({ id, readsBroken, needs }) => readsBroken && needs.includes(artifact) && isListed(profile, id),
    )?.id;
  return checks.flatMap((check) => {
    const rule = profile.checks[check.id];
    if (rule === undefined || rule === 'off') return [];
    const context = { now, skewMs: profile.skewMs, ...(rule.options ? { options: rule.options } : {}) };
    const run = runCheck(check, reads, context, tells);
    return describeRun(check, run, rule, findWaiver(waivers, check.id, evidence.capturedAt));
  });
}

function isListed(profile: Profile, id: string): boolean {
  const rule = profile.checks[id];
  return rule !== undefined && rule !== 'off';
}

/** A waiver holds through its last day, in UTC, counted at the moment of the capture. */
function findWaiver(
  waivers: NonNullable<JudgeOptions['waivers']>,
  check: string,
  capturedAt: string,
): Waiver | undefined {
  const found = waivers.find((one) => one.check === check && capturedAt.slice(0, 10) <= one.until);
  return found && { reason: found.reason, owner: found.owner, until: found.until };
}
