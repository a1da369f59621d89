import type { Mutation } from '../../harness/model/mutation.ts';
import { type LiveResult, settle } from '../1kosmos-identity-center/live-verdict.ts';
import { proveCase } from '../support/prove-case.ts';
import type { Rollout } from '../support/rollout-fixture.ts';
import { setting } from './arrange.ts';
import { cases, type IamCase } from './cases.ts';
import { makeLive } from './live-mutation.ts';
import { makeLogin } from './make-login.ts';
import { claim, type Parties } from './parties.ts';

interface Difference {
  readonly missed?: readonly string[];
  readonly extra?: readonly string[];
  readonly why: string;
}

const refusedBySts: Difference = {
  missed: ['aws/answer-identity'],
  why: 'STS refuses the changed response, so that there is no answer to compare with it.',
};

const notOffered: Difference = {
  extra: ['aws/roles-offered'],
  why: 'The sign-in page offers only the roles that IAM knows.',
};

/** Mutations that run otherwise in a live stack than on recorded evidence, and why. */
const liveDifferences: Readonly<Record<string, Difference>> = {
  'aws/name-id-format-of-own': refusedBySts,
  'aws/recipient-of-china': refusedBySts,
  'aws/recipient-of-identity-center': refusedBySts,
  'aws/recipient-with-slash': refusedBySts,
  'aws/provider-of-other-account': {
    missed: ['aws/role-provider'],
    extra: ['aws/role-exists', 'aws/roles-offered'],
    why: 'This rollout has the provider in the other account too, but not the role.',
  },
  'aws/relay-state-elsewhere': {
    extra: ['session/deep-link'],
    why: 'The person wanted a page of the console, and does not get there.',
  },
  'aws/role-name-in-other-case': notOffered,
  'aws/role-of-identity-center': notOffered,
  'aws/role-unknown': notOffered,
  'aws/role-not-agreed': {
    extra: ['aws/role-exists', 'aws/roles-offered'],
    why: 'In this rollout the account has no such role, so that the sign-in page does not offer it either.',
  },
  'aws/session-name-shared': {
    extra: ['session/portal-user'],
    why: 'The console shows the name of the session.',
  },
  'aws/source-identity-reserved': refusedBySts,
  'aws/source-identity-with-space': refusedBySts,
};

/** A login that is refused for the mutation's sake does not end as planned, and STS answers as sign-in does. */
const consequences = [
  ...['outcome/as-expected', 'aws/accepted', 'aws/answer-expected'],
  // How long the doubles take says something of this machine.
  'transport/answer-time',
];

/** Everything that AWS knows an attribute for is sent, so that there is something to change. */
const everything = [
  claim('Role', 'user.custom.roles'),
  claim('RoleSessionName', 'user.email'),
  claim('SessionDuration', '14400'),
  claim('SourceIdentity', 'user.email'),
  claim('PrincipalTag:Department', 'user.custom.department'),
  claim('PrincipalTag:CostCenter', '4711'),
  claim('TransitiveTagKeys', 'Department'),
];

/** A login with a choice of roles, a page of the console wanted, and tools that ask STS. */
export function caseForMutation({ id, title }: Mutation): IamCase {
  const [several, destination] = ['several-roles', 'destination'].map((name) =>
    cases.find((one) => one.id === name),
  );
  if (several === undefined || destination?.destination === undefined)
    throw new Error('The cases that mutations are made of are gone.');
  return {
    ...several,
    id: id.replace('/', '--'),
    title,
    destination: destination.destination,
    after: [setting({ claims: everything })],
  };
}

/** Makes a login with the mutation switched on, and compares what fails with what it names. */
export async function proveMutation(
  mutation: Mutation,
  one: IamCase,
  { bench, parties, profile, waivers, settings }: Rollout<Parties>,
): Promise<LiveResult> {
  const { missed = [], extra = [] } = liveDifferences[mutation.id] ?? {};
  const wanted = [...mutation.breaks.filter((check) => !missed.includes(check)), ...extra];
  const startedAt = performance.now();
  const live = await makeLive(mutation, parties.controls(bench.stack), parties.names);
  const { evidence, pictures } = await makeLogin(one, bench, parties, live);
  const report = await proveCase(
    {
      integration: '1kosmos-aws-iam',
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
