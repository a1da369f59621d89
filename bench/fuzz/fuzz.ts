import { checks } from '../../harness/checks/index.ts';
import { makeSelftestKeys } from '../../harness/cli/selftest-keys.ts';
import { judge } from '../../harness/judge/judge.ts';
import { resolveProfile } from '../../harness/judge/resolve-profile.ts';
import type { Evidence } from '../../harness/model/evidence.ts';
import { mutations } from '../../harness/mutations/index.ts';
import { applyMutation } from '../../harness/mutations/kit/apply.ts';
import { rawOf, textArtifact, withArtifacts } from '../../harness/mutations/kit/artifact.ts';
import { EditError } from '../../harness/mutations/kit/edit.ts';
import { type GenuineLogin, makeGenuineLogin } from '../../harness/mutations/kit/genuine.ts';
import { profiles } from '../../harness/profiles/index.ts';
import { damage } from './damage.ts';
import { createRandom, type Random } from './random.ts';

export interface FuzzOptions {
  readonly seed: number;
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Processor time in milliseconds, for what one message costs. */
  readonly stopwatch: () => number;
  /** Called after every thousandth message. */
  readonly onProgress?: (done: number) => void;
}

export interface FuzzOutcome {
  readonly count: number;
  /** A message that made something throw: its number leads to it again, with the same seed. */
  readonly crashes: readonly { readonly index: number; readonly error: string }[];
  /** Findings that call themselves errors of ours. */
  readonly errors: readonly { readonly index: number; readonly check: string; readonly message: string }[];
  readonly slowest: { readonly index: number; readonly ms: number };
  /** How many were found fault with; the rest stayed harmless. */
  readonly faulted: number;
  /** How many were forged by an attack of the catalogue before they were damaged. */
  readonly forged: number;
}

/** Attacks that work on the message itself and stay small: the big ones have tests of their own. */
const forgers = mutations.filter(
  ({ change, attack, id }) => change.on === 'response' && attack?.against === 'sp' && !isBig(id),
);

function isBig(id: string): boolean {
  return /bomb|huge|deep|many|quadratic|long-names|oversize/.test(id);
}

/**
 * Damaged messages through decoding, parsing, verification and every check: genuine ones, and ones that an attack of the
 * catalogue forged first. Nothing may throw, and no check may call itself broken. The seed decides all of it but the keys.
 */
export async function fuzz(options: FuzzOptions): Promise<FuzzOutcome> {
  const { now, seed, count, stopwatch, onProgress } = options;
  const keys = await makeSelftestKeys(now, { signers: true });
  const logins = (['assertion', 'response', 'both'] as const).map((signed) =>
    messageOnly(makeGenuineLogin({ now, keys, initiatedBy: 'sp', signed })),
  );
  const profile = resolveProfile('aws-identity-center', profiles);
  const crashes: FuzzOutcome['crashes'][number][] = [];
  const errors: FuzzOutcome['errors'][number][] = [];
  let slowest = { index: -1, ms: 0 };
  let faulted = 0;
  let forged = 0;
  for (let index = 0; index < count; index += 1) {
    const random = createRandom(seed + index);
    const startedAt = stopwatch();
    try {
      const made = makeMessage(logins, random);
      if (made.forged) forged += 1;
      const findings = judge(made.evidence, { checks, profile });
      if (findings.some(({ outcome }) => outcome === 'fail')) faulted += 1;
      for (const { check, outcome, message } of findings)
        if (outcome === 'error') errors.push({ index, check, message: message ?? '' });
    } catch (error) {
      crashes.push({ index, error: String((error as Error).stack ?? error).slice(0, 600) });
    }
    const ms = stopwatch() - startedAt;
    if (ms > slowest.ms) slowest = { index, ms };
    if ((index + 1) % 1_000 === 0) onProgress?.(index + 1);
  }
  return { count, crashes, errors, slowest, faulted, forged };
}

/** What support has of a login: the message, and what both sides agreed on. The rest would be judged the same each time. */
function messageOnly(login: GenuineLogin): GenuineLogin {
  const { response, 'response-delivery': delivery, setup } = login.evidence.artifacts;
  const artifacts = {
    ...(response && { response }),
    ...(delivery && { 'response-delivery': delivery }),
    ...(setup && { setup }),
  };
  return { ...login, evidence: { ...login.evidence, artifacts } };
}

function makeMessage(
  logins: readonly GenuineLogin[],
  random: Random,
): { evidence: Evidence; forged: boolean } {
  const login = random.pick(logins);
  const forgery = random.below(3) === 0 ? forge(login, random) : undefined;
  const evidence = forgery ?? login.evidence;
  const xml = Buffer.from(rawOf(evidence, 'response') ?? '', 'base64').toString('utf8');
  const encoded = Buffer.from(damage(xml, random), 'utf8').toString('base64');
  // Now and then the encoding suffers too.
  const raw = random.below(10) === 0 ? damage(encoded, random) : encoded;
  return {
    evidence: withArtifacts(evidence, { response: textArtifact(raw) }),
    forged: forgery !== undefined,
  };
}

/** An attack does not fit every login; then the genuine message is damaged instead. */
function forge(login: GenuineLogin, random: Random): Evidence | undefined {
  try {
    return applyMutation(random.pick(forgers), login);
  } catch (error) {
    if (error instanceof EditError) return undefined;
    throw error;
  }
}
