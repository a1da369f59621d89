import { setImmediate } from 'node:timers/promises';
import { checks } from '../../harness/checks/index.ts';
import { makeSelftestKeys } from '../../harness/cli/selftest-keys.ts';
import { judge } from '../../harness/judge/judge.ts';
import { resolveProfile } from '../../harness/judge/resolve-profile.ts';
import type { Evidence } from '../../harness/model/evidence.ts';
import type { Mutation } from '../../harness/model/mutation.ts';
import { mutations } from '../../harness/mutations/index.ts';
import { applyChange } from '../../harness/mutations/kit/apply.ts';
import { rawOf, textArtifact, withArtifacts } from '../../harness/mutations/kit/artifact.ts';
import { type GenuineLogin, makeGenuineLogin } from '../../harness/mutations/kit/genuine.ts';
import { profiles } from '../../harness/profiles/index.ts';
import { damage } from './damage.ts';
import { createRandom, type Random } from './random.ts';
import { makeWildDocuments } from './wild.ts';

export interface FuzzOptions {
  readonly seed: number;
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Processor time in milliseconds, for what one message costs. */
  readonly stopwatch: () => number;
  /** Called after every thousandth message, with what has come of all so far. */
  readonly onProgress?: (done: number, soFar: Omit<FuzzOutcome, 'count'>) => void;
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
  /** How many never were a message: made up by fast-check. */
  readonly wild: number;
  /** How many an attack of the catalogue was tried to be made of, after they were damaged; and how many it fitted. */
  readonly reforged: { readonly tried: number; readonly made: number };
}

/** Whom a third of the messages is handed to, damaged as they are: forging must say that it does not fit, or do it. */
const unfit = ['EditError', 'MissingSigner', 'NotSignable'];

/** Attacks that work on the message itself and stay small: the big ones have tests of their own. */
const forgers = mutations.filter(
  ({ change, attack, id }) => change.on === 'response' && attack?.against === 'sp' && !isBig(id),
);

function isBig(id: string): boolean {
  return /bomb|huge|deep|many|quadratic|long-names|oversize/.test(id);
}

/** One message to begin with, and the login that it is of. */
interface Base {
  readonly login: GenuineLogin;
  readonly xml: string;
  readonly isForged: boolean;
}

/** What happened so far; plain data that the run adds to. */
interface Tally {
  crashes: FuzzOutcome['crashes'][number][];
  errors: FuzzOutcome['errors'][number][];
  slowest: { index: number; ms: number };
  faulted: number;
  forged: number;
  wild: number;
  reforged: { tried: number; made: number };
}

const wildBlock = 1_000;

/**
 * Damaged messages through decoding, parsing, verification, every check that is about a message, and forging: genuine
 * ones, ones that an attack of the catalogue forged first, and documents that never were one. Nothing may throw, and no
 * check may call itself broken. The seed decides all of it but the keys.
 */
export async function fuzz(options: FuzzOptions): Promise<FuzzOutcome> {
  const { now, seed, count, stopwatch, onProgress } = options;
  const keys = await makeSelftestKeys(now, { signers: true });
  const logins = (['assertion', 'response', 'both'] as const).map((signed) =>
    messageOnly(makeGenuineLogin({ now, keys, initiatedBy: 'sp', signed })),
  );
  const genuine = logins.map((login) => ({ login, xml: xmlOf(login.evidence), isForged: false }));
  const forged = forgers.flatMap((mutation, index) => forgeOnce(mutation, logins, index));
  const profile = resolveProfile('aws-identity-center', profiles);
  const present = new Set(logins.flatMap(({ evidence }) => Object.keys(evidence.artifacts)));
  // The others would say each time that their artifact was not seen.
  const fitting = checks.filter(({ needs }) => needs.every((name) => present.has(name)));
  const tally: Tally = {
    crashes: [],
    errors: [],
    slowest: { index: -1, ms: 0 },
    faulted: 0,
    forged: 0,
    wild: 0,
    reforged: { tried: 0, made: 0 },
  };
  let wild: readonly string[] = [];
  let startedAt = stopwatch();
  for (let index = 0; index < count; index += 1) {
    if (index % wildBlock === 0) wild = makeWildDocuments(seed + index, wildBlock / 10);
    const random = createRandom(seed + index);
    try {
      const base = chooseBase(index, { genuine, forged, wild, random });
      if (base.isForged) tally.forged += 1;
      if (base.isWild) tally.wild += 1;
      const text = base.isWild ? base.xml : damage(base.xml, random);
      const encoded = Buffer.from(text, 'utf8').toString('base64');
      // Now and then the encoding suffers too.
      const raw = random.below(10) === 0 ? damage(encoded, random) : encoded;
      const evidence = withArtifacts(base.login.evidence, { response: textArtifact(raw) });
      const findings = judge(evidence, { checks: fitting, profile });
      if (findings.some(({ outcome }) => outcome === 'fail')) tally.faulted += 1;
      for (const { check, outcome, message } of findings)
        if (outcome === 'error') tally.errors.push({ index, check, message: message ?? '' });
      if (random.below(3) === 0) reforge({ ...base.login, evidence }, random, tally);
    } catch (error) {
      tally.crashes.push({ index, error: String((error as Error).stack ?? error).slice(0, 600) });
    }
    const endedAt = stopwatch();
    if (endedAt - startedAt > tally.slowest.ms) tally.slowest = { index, ms: endedAt - startedAt };
    // As a command does between messages: until then the engine keeps whatever a weak reference was made to.
    if ((index + 1) % 50 === 0) await setImmediate();
    if ((index + 1) % 1_000 === 0) onProgress?.(index + 1, tally);
    // What is done in between is nobody's message.
    startedAt = (index + 1) % 50 === 0 ? stopwatch() : endedAt;
  }
  return { count, ...tally };
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

function xmlOf(evidence: Evidence): string {
  return Buffer.from(rawOf(evidence, 'response') ?? '', 'base64').toString('utf8');
}

/** Each attack is made once, of the first login from `from` on that it fits. */
function forgeOnce(mutation: Mutation, logins: readonly GenuineLogin[], from: number): readonly Base[] {
  for (const step of logins.keys()) {
    const login = logins[(from + step) % logins.length];
    const evidence = login && tryChange(mutation, login);
    if (login !== undefined && evidence !== undefined)
      return [{ login, xml: xmlOf(evidence), isForged: true }];
  }
  return [];
}

/** Undefined when the attack says that it does not fit the message. @throws whatever else goes wrong */
function tryChange({ change, stage }: Mutation, login: GenuineLogin): Evidence | undefined {
  try {
    return applyChange(change, stage, login);
  } catch (error) {
    if (error instanceof Error && unfit.includes(error.name)) return undefined;
    throw error;
  }
}

function reforge(login: GenuineLogin, random: Random, { reforged }: Tally): void {
  reforged.tried += 1;
  if (tryChange(random.pick(forgers), login) !== undefined) reforged.made += 1;
}

interface Pool {
  readonly genuine: readonly Base[];
  readonly forged: readonly Base[];
  readonly wild: readonly string[];
  readonly random: Random;
}

/** One in ten is wild; of the others one in three was forged. */
function chooseBase(
  index: number,
  { genuine, forged, wild, random }: Pool,
): Base & { readonly isWild: boolean } {
  if (index % 10 !== 0) return { ...random.pick(random.below(3) === 0 ? forged : genuine), isWild: false };
  return { ...random.pick(genuine), xml: wild[(index % wildBlock) / 10] ?? '', isWild: true };
}
