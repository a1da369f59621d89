import type { Check } from '../../model/check.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Finding } from '../../model/finding.ts';
import type { Mutation } from '../../model/mutation.ts';
import { applyMutation } from './apply.ts';
import { EditError } from './edit.ts';
import type { GenuineLogin } from './genuine.ts';

export interface NamedLogin {
  readonly name: string;
  /** Id of the profile that judges it. */
  readonly profile: string;
  readonly login: GenuineLogin;
}

export interface KillMatrixInput {
  readonly checks: readonly Check[];
  readonly mutations: readonly Mutation[];
  /** Tried in this order: a mutation may need a login that has something special. */
  readonly logins: readonly [NamedLogin, ...NamedLogin[]];
  /** Judges by the profile of this id. */
  readonly judge: (evidence: Evidence, profile: string) => readonly Finding[];
}

export interface KillRow {
  readonly mutation: string;
  /** Login that it was tried on; the first one that it fits, unless a later one gives exactly what it says. */
  readonly login?: string;
  /** Profile that judged it there. */
  readonly profile?: string;
  /** Ids of the checks, sorted. */
  readonly expected: readonly string[];
  readonly failed: readonly string[];
  readonly ok: boolean;
  /** Why it is not ok, as one sentence. */
  readonly problem?: string;
}

export interface KillMatrix {
  /** What clean logins make fail: nothing, if the checks are right. */
  readonly clean: readonly {
    readonly login: string;
    readonly profile: string;
    readonly failed: readonly string[];
  }[];
  readonly rows: readonly KillRow[];
  /** Checks that no mutation breaks, so that nobody knows whether they can fail. */
  readonly unbroken: readonly string[];
  readonly ok: boolean;
}

/** Tests the tester: clean logins fail nothing, each mutation exactly its checks, and each check fails on something. */
export function buildKillMatrix({ checks, mutations, logins, judge }: KillMatrixInput): KillMatrix {
  const clean = logins.map(({ name, profile, login }) => ({
    login: name,
    profile,
    failed: failuresOf(judge(login.evidence, profile)),
  }));
  const rows = mutations.filter(isJudged).map((mutation) => buildRow(mutation, logins, judge));
  const broken = new Set(rows.filter(({ ok }) => ok).flatMap(({ failed }) => failed));
  const unbroken = checks.map(({ id }) => id).filter((id) => !broken.has(id));
  const isClean = clean.every(({ failed }) => failed.length === 0);
  return { clean, rows, unbroken, ok: isClean && rows.every(({ ok }) => ok) && unbroken.length === 0 };
}

/** An attack on how messages are sent leaves evidence as it is: it is tried on the doubles instead. */
export function isJudged({ change }: Mutation): boolean {
  return change.on !== 'acs-request' && change.on !== 'order';
}

function buildRow(
  mutation: Mutation,
  logins: readonly NamedLogin[],
  judge: KillMatrixInput['judge'],
): KillRow {
  const base = { mutation: mutation.id, expected: [...new Set(mutation.breaks)].sort() };
  let first: KillRow | undefined;
  let misfit = '';
  for (const { name, profile, login } of logins) {
    const changed = tryMutation(mutation, login);
    if (typeof changed === 'string') {
      misfit ||= changed;
      continue;
    }
    const failed = failuresOf(judge(changed, profile));
    const problem = compare(mutation, failed);
    const row = { ...base, login: name, profile, failed };
    if (problem === undefined) return { ...row, ok: true };
    first ??= { ...row, ok: false, problem };
  }
  return first ?? { ...base, failed: [], ok: false, problem: `It fits no login: ${misfit}` };
}

/** The changed evidence, or why the mutation does not fit this login. */
function tryMutation(mutation: Mutation, login: GenuineLogin): Evidence | string {
  try {
    return applyMutation(mutation, login);
  } catch (error) {
    if (error instanceof EditError) return error.message;
    throw new Error(`"${mutation.id}" stopped with an error.`, { cause: error });
  }
}

/** Ids of the checks that failed, and of those that a defect of ours stopped, marked as such. */
function failuresOf(findings: readonly Finding[]): readonly string[] {
  const ids = findings.flatMap(({ check, outcome }) =>
    outcome === 'fail' ? [check] : outcome === 'error' ? [`${check} (stopped by an error)`] : [],
  );
  return [...new Set(ids)].sort();
}

function compare({ breaks, attack }: Mutation, failed: readonly string[]): string | undefined {
  const expected = [...new Set(breaks)];
  const missed = expected.filter((id) => !failed.includes(id));
  const extra = failed.filter((id) => !expected.includes(id));
  // What an attacker sends may be a message that an identity provider could send: only the target can tell.
  if (expected.length === 0 && attack === undefined) return 'It names no check that it breaks.';
  if (missed.length + extra.length === 0) return undefined;
  return [
    ...(missed.length > 0 ? [`does not break ${missed.join(', ')}`] : []),
    ...(extra.length > 0 ? [`also breaks ${extra.join(', ')}`] : []),
  ]
    .join('; ')
    .replace(/^/, 'It ')
    .concat('.');
}
