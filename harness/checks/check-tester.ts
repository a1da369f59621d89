import { describe, expect, it } from 'vitest';
import { makeSelftestKeys } from '../cli/selftest-keys.ts';
import { fillMessage } from '../judge/describe-run.ts';
import { type CheckRun, runCheck } from '../judge/run-check.ts';
import type { Check, Where } from '../model/check.ts';
import type { ArtifactName, Evidence } from '../model/evidence.ts';
import type { Mutation, MutationChange, MutationStage } from '../model/mutation.ts';
import { makeGenuinePoolLogin } from '../mutations/identity-pool/_genuine.ts';
import { applyChange, applyMutation } from '../mutations/kit/apply.ts';
import { withoutArtifacts } from '../mutations/kit/artifact.ts';
import { type GenuineLogin, makeGenuineLogin } from '../mutations/kit/genuine.ts';
import { makeGenuineIamLogin } from '../mutations/kit/genuine-iam.ts';
import { makeGenuineScimLogin } from '../mutations/kit/genuine-scim.ts';
import { makeGenuineScimProbe } from '../mutations/kit/genuine-scim-probe.ts';
import { makeGenuineOidcLogin } from '../mutations/oidc/_genuine.ts';
import { makeGenuineAppLogin } from '../mutations/saml-app/_genuine.ts';
import { makeGenuineStepUp } from '../mutations/step-up/_genuine.ts';
import { readArtifacts } from './read.ts';

/** The moment of every login in tests. */
export const testNow = Date.UTC(2026, 2, 14, 9, 26, 53);

const keys = await makeSelftestKeys(testNow);
const logins = {
  sp: makeGenuineLogin({ now: testNow, initiatedBy: 'sp', keys }),
  idp: makeGenuineLogin({ now: testNow, initiatedBy: 'idp', keys }),
  'signed-request': makeGenuineLogin({ now: testNow, initiatedBy: 'sp', keys, signRequests: true }),
  'signed-response': makeGenuineLogin({ now: testNow, initiatedBy: 'sp', keys, signed: 'response' }),
  iam: makeGenuineIamLogin({ now: testNow, keys }),
  scim: makeGenuineScimLogin({ now: testNow, keys }),
  'scim-service': makeGenuineScimProbe({ now: testNow, keys }),
  app: makeGenuineAppLogin({ now: testNow, keys }),
  oidc: makeGenuineOidcLogin({ now: testNow, keys }),
  pool: makeGenuinePoolLogin({ now: testNow, keys, roleBy: 'rules' }),
  'pool-assertion': makeGenuinePoolLogin({ now: testNow, keys, roleBy: 'assertion' }),
  'step-up': makeGenuineStepUp({ now: testNow, keys }),
} as const;
type LoginName = keyof typeof logins;

/** Areas that only one kind of relying party has anything to do with. */
const areas: Readonly<Record<string, readonly LoginName[]>> = {
  aws: ['iam'],
  scim: ['scim'],
  'scim-service': ['scim-service'],
  'saml-app': ['app'],
  oidc: ['oidc'],
  'identity-pool': ['pool', 'pool-assertion'],
  'step-up': ['step-up'],
  'identity-center': ['sp', 'idp', 'signed-request', 'signed-response'],
};

/** A mutation, or what is made of a genuine login. */
export type Given = Mutation | ((login: GenuineLogin) => Evidence);

export interface TestCase {
  /** What is special about it, after "when". The mutation's title unless given. */
  readonly name?: string;
  readonly given: Given;
  /** The login that is changed: `sp` unless given, and that of its area for `aws`, `scim` and `saml-app`. */
  readonly login?: LoginName;
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface FailingCase extends TestCase {
  /** Id of the message that every fault has. */
  readonly message: string;
  /** Part of the place that one of the faults points at. */
  readonly where?: Partial<Where>;
}

export interface CheckTests {
  /** Right, also where it looks wrong. The genuine logins themselves are always tried. */
  readonly passes: readonly [Given | TestCase, ...(Given | TestCase)[]];
  readonly fails: readonly [FailingCase, ...FailingCase[]];
  readonly notApplicable?: readonly (Given | TestCase)[];
}

/** Tries one check on evidence that must pass, must fail with this message, or gives it nothing to judge. */
export function checkTester(check: Check, tests: CheckTests): void {
  describe(check.id, () => {
    it.each(loginsFor(check))('finds no fault in a genuine login: %s', (login) => {
      const { outcome, ...rest } = runOn(check, { given: genuine, login });
      expect(['pass', 'not-applicable', 'not-seen'], JSON.stringify(rest)).toContain(outcome);
    });
    for (const [index, one] of tests.passes.map(toCase).entries()) {
      it(`passes when ${nameOf(one, index)}`, () => {
        expect(runOn(check, one)).toEqual({ outcome: 'pass' });
      });
    }
    for (const [index, one] of tests.fails.entries()) {
      it(`fails with "${one.message}" when ${nameOf(one, index)}`, () => {
        const run = runOn(check, one);
        const faults = run.outcome === 'fail' ? run.faults : [];
        expect(faults.length, JSON.stringify(run)).toBeGreaterThan(0);
        expect([...new Set(faults.map(({ message }) => message))]).toEqual([one.message]);
        for (const fault of faults) expect(fillMessage(check, fault)).not.toMatch(/\{\w+\}/);
        if (one.where !== undefined)
          expect(faults.map(({ where }) => where)).toContainEqual(expect.objectContaining(one.where));
      });
    }
    for (const [index, one] of (tests.notApplicable ?? []).map(toCase).entries()) {
      it(`does not apply when ${nameOf(one, index)}`, () => {
        expect(runOn(check, one).outcome).toBe('not-applicable');
      });
    }
  });
}

/** The login as it is. */
export const genuine = ({ evidence }: GenuineLogin): Evidence => evidence;

/** One change of the genuine login; messages are signed again unless another stage is given. */
export function changed(change: MutationChange, stage: MutationStage = 'before-signing') {
  return (login: GenuineLogin): Evidence => applyChange(change, stage, login);
}

/** Several changes, one after the other. */
export function changedAll(...changes: readonly ((login: GenuineLogin) => Evidence)[]) {
  return (login: GenuineLogin): Evidence =>
    changes.reduce((evidence, change) => change({ ...login, evidence }), login.evidence);
}

/** The genuine login without these artifacts. */
export function without(...names: readonly ArtifactName[]) {
  return ({ evidence }: GenuineLogin): Evidence => withoutArtifacts(evidence, ...names);
}

function loginsFor({ id }: Check): readonly LoginName[] {
  // The keys of an object written above are exactly those of its type.
  const all = Object.keys(logins) as LoginName[];
  // Somebody has several roles in an application, which attributes/single-valued takes for a fault.
  return (
    areas[id.split('/')[0] ?? ''] ??
    all.filter(
      (name) =>
        name !== 'app' &&
        name !== 'scim-service' &&
        name !== 'oidc' &&
        name !== 'step-up' &&
        !name.startsWith('pool'),
    )
  );
}

function runOn(check: Check, { given, login, options }: TestCase): CheckRun {
  const genuineLogin = logins[login ?? loginsFor(check)[0] ?? 'sp'];
  const evidence = typeof given === 'function' ? given(genuineLogin) : applyMutation(given, genuineLogin);
  const context = { now: testNow + evidence.clockSkewMs, skewMs: 180_000, ...(options ? { options } : {}) };
  return runCheck(check, readArtifacts(evidence), context);
}

function toCase(one: Given | TestCase): TestCase {
  return typeof one === 'object' && 'given' in one ? one : { given: one };
}

function nameOf({ name, given }: TestCase, index: number): string {
  return name ?? (typeof given === 'function' ? `case ${index + 1}` : given.title);
}
