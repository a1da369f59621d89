import { makeSelftestKeys } from '../../harness/cli/selftest-keys.ts';
import type { Mutation } from '../../harness/model/mutation.ts';
import { applyMutation } from '../../harness/mutations/kit/apply.ts';
import { EditError } from '../../harness/mutations/kit/edit.ts';
import { type GenuineOptions, makeGenuineLogin } from '../../harness/mutations/kit/genuine.ts';
import { proveCase } from '../support/prove-case.ts';
import type { Rollout } from '../support/rollout-fixture.ts';
import { signRequests, signResponseOnly } from './arrange.ts';
import { completeCase, type LoginCase } from './cases.ts';
import { makeLive } from './live-mutation.ts';
import { type LiveResult, settle } from './live-verdict.ts';
import { makeLogin } from './make-login.ts';
import type { Parties } from './parties.ts';

/**
 * Mutations that run otherwise in a live stack than on recorded evidence, because a party that is right puts it right, or
 * because a change has a further effect there.
 */
const liveDifferences: Readonly<
  Record<
    string,
    { readonly missed?: readonly string[]; readonly extra?: readonly string[]; readonly why: string }
  >
> = {
  'assertion/second-of-other-person': {
    extra: ['metadata/sp-assertions-signed', 'signature/coverage', 'signature/reference'],
    why: 'The provider double signs the first of two assertions only.',
  },
  'authn-statement/new-login-demanded': {
    missed: ['authn-statement/force-authn'],
    why: 'The provider double does what the changed request asks: it demands a new login.',
  },
  'authn-statement/other-context-requested': {
    missed: ['authn-statement/requested-context'],
    why: 'The provider double answers the changed request with a status, and no assertion.',
  },
  'request/context-password-exactly': {
    missed: ['authn-statement/requested-context'],
    why: 'The provider double answers the changed request with a status, and no assertion.',
  },
  'request/sent-to-other-tenant': {
    missed: ['request/target'],
    why: 'Nobody answers under the other name, so the browser never gets there.',
  },
  'transport/portal-in-foreign-frame': {
    extra: ['session/deep-link'],
    why: 'The changed policy also stops the script that keeps the deep link.',
  },
  'authenticator/qr-guessable': {
    extra: ['authenticator/approval-covers'],
    why: 'The phone approves the code that was really shown.',
  },
};

const keys = await makeSelftestKeys(Date.now());

/** Logins to try a mutation on, the most usual first; the others have what it may need. */
const variants: readonly { options: Omit<GenuineOptions, 'now' | 'keys'>; before: LoginCase['before'] }[] = [
  { options: { initiatedBy: 'sp' }, before: [] },
  { options: { initiatedBy: 'idp' }, before: [] },
  { options: { initiatedBy: 'sp', signRequests: true }, before: [signRequests] },
  { options: { initiatedBy: 'sp', signed: 'response' }, before: [signResponseOnly] },
];

/** A login that has everything that this mutation changes. */
export function caseForMutation(mutation: Mutation): LoginCase {
  const { options, before } = variants.find((variant) => fits(mutation, variant.options)) ?? {
    options: { initiatedBy: 'sp' as const },
    before: [],
  };
  const replays =
    mutation.change.on === 'replays' ? (['same-browser', 'other-browser', 'after-restart'] as const) : [];
  return completeCase(
    {
      id: mutation.id.replace('/', '--'),
      title: mutation.title,
      person: 'alice',
      deepLink: { accountId: '444455556666', roleName: 'AdministratorAccess' },
      before,
      replays,
      signOut: replays.length === 0,
    },
    options.initiatedBy,
  );
}

function fits(mutation: Mutation, options: Omit<GenuineOptions, 'now' | 'keys'>): boolean {
  try {
    applyMutation(mutation, makeGenuineLogin({ now: Date.now(), keys, ...options }));
    return true;
  } catch (error) {
    if (error instanceof EditError) return false;
    throw error;
  }
}

/** Makes a login with the mutation switched on, and compares what fails with what it names. */
export async function proveMutation(
  mutation: Mutation,
  one: LoginCase,
  { bench, parties, profile, waivers, settings }: Rollout<Parties>,
): Promise<LiveResult> {
  const { missed = [], extra = [] } = liveDifferences[mutation.id] ?? {};
  const wanted = [...mutation.breaks.filter((check) => !missed.includes(check)), ...extra];
  const startedAt = performance.now();
  const live = await makeLive(mutation, parties.controls(bench.stack), parties.names);
  const { evidence, pictures } = await makeLogin(one, bench, parties, live);
  const report = await proveCase(
    {
      integration: '1kosmos-identity-center',
      case: { ...one, expectedFailures: wanted.map((check) => ({ check, reason: mutation.title })) },
      profile,
      evidence,
      pictures,
      durationMs: Math.round(performance.now() - startedAt),
      waivers,
      strict: { but: consequences },
    },
    settings.runFolder,
  );
  return settle(report, consequences, settings.runFolder);
}

/** A login that is refused for the mutation's sake does not end as planned. */
const consequences = [
  'outcome/as-expected',
  // How long the doubles take says something of this machine.
  'transport/answer-time',
];
