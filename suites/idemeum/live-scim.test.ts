import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordArtifact } from '../../harness/capture/artifact.ts';
import { checks } from '../../harness/checks/index.ts';
import { parseConfig } from '../../harness/config/load-config.ts';
import { judge } from '../../harness/judge/judge.ts';
import { resolveProfile } from '../../harness/judge/resolve-profile.ts';
import type { Evidence } from '../../harness/model/evidence.ts';
import type { Mutation } from '../../harness/model/mutation.ts';
import type { DirectoryRecord, ScimRecord } from '../../harness/model/scim-records.ts';
import { mutations } from '../../harness/mutations/index.ts';
import { EditError } from '../../harness/mutations/kit/edit.ts';
import { profiles } from '../../harness/profiles/index.ts';
import { type RunningStack, startEmbedded, startStack } from '../../harness/stack/start-stack.ts';
import { fetchThroughFrontDoor } from '../support/front-door-fetch.ts';
import { change as changePerson, push, scim } from './arrange.ts';
import { cases } from './cases.ts';
import { readDirectory } from './make-login.ts';
import { describeParties } from './parties.ts';
import { prepare } from './prepare.ts';

/** Mutations of a push, whether in its requests or in what is at the service after it. */
const ofAPush = mutations.filter(
  ({ id, change: { on } }) => id.startsWith('scim/') && (on === 'scim' || on === 'directory'),
);
const profile = resolveProfile('idemeum-identity-center', profiles);
/** What only a login tells. */
const ofALogin = ['scim/name-id', 'scim/retry-after', 'scim/create-after-loss'];

describe('what is really pushed', () => {
  let stack: RunningStack;
  let seen: readonly { readonly scim: ScimRecord; readonly directory: DirectoryRecord }[] = [];
  beforeAll(async () => {
    const { idemeum } = parseConfig({ integrations: { idemeum: {} } }, 'this test').integrations;
    if (idemeum === undefined) throw new Error('It was just given.');
    const parties = describeParties(idemeum);
    stack = await startStack(parties.parts, startEmbedded, Date.now());
    const controls = parties.controls(stack);
    const see = async () => ({
      scim: await scim(controls).exchanges(),
      directory: await readDirectory(controls),
    });
    const [first] = cases;
    const troubled = cases.find(({ id }) => id === 'push-troubled');
    if (first === undefined || troubled === undefined) throw new Error('The cases have other names.');
    const fetchText = (url: string) => fetchThroughFrontDoor(stack, url);
    const all = [];
    for (const one of [first, troubled]) {
      await prepare(one, controls, parties.names, { fetchText });
      all.push(await see());
      await changePerson('bob', { enabled: false })(controls);
      await push(controls);
      all.push(await see());
    }
    seen = all;
  }, 60_000);
  afterAll(() => stack[Symbol.asyncDispose]());

  it('fails no check', () => {
    for (const one of seen) expect(failuresOf(one)).toEqual([]);
  });

  it.each(ofAPush.map((mutation) => [mutation.id, mutation] as const))(
    'fails the checks that %s names, once that is switched on',
    (_, mutation) => {
      const judged = seen.flatMap((one) => {
        const changed = mutate(mutation, one);
        return changed === undefined ? [] : [failuresOf(changed)];
      });
      expect(judged.length, 'pushes that it fits').toBeGreaterThan(0);
      const wanted = mutation.breaks.filter((id) => !ofALogin.includes(id));
      const hits = judged.filter((failed) => wanted.every((id) => failed.includes(id)));
      expect(hits.length, JSON.stringify(judged)).toBeGreaterThan(0);
    },
  );
});

function mutate({ change }: Mutation, one: Seen): Seen | undefined {
  try {
    if (change.on === 'scim') return { ...one, scim: change.apply(one.scim) };
    return change.on === 'directory' ? { ...one, directory: change.apply(one.directory) } : undefined;
  } catch (error) {
    if (error instanceof EditError) return undefined;
    throw error;
  }
}

interface Seen {
  readonly scim: ScimRecord;
  readonly directory: DirectoryRecord;
}

function failuresOf({ scim: record, directory }: Seen): readonly string[] {
  const evidence: Evidence = {
    schema: 'countersign/evidence/1',
    flow: 'scim-push',
    targets: [],
    capturedAt: record.exchanges.at(-1)?.at ?? '',
    clockSkewMs: 0,
    artifacts: { scim: recordArtifact(record), directory: recordArtifact(directory) },
    steps: [],
    screenshots: [],
    notes: [],
  };
  const findings = judge(evidence, { checks, profile, waivers: [] });
  return [...new Set(findings.filter(({ outcome }) => outcome === 'fail').map(({ check }) => check))];
}
