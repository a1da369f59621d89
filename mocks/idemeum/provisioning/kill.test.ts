import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Double } from '../../../harness/model/double.ts';
import { mount } from '../../core/mount.ts';
import { makeWorld, token } from '../../scim/testing/world.ts';
import { crowd, desire, sorted, toDesired } from '../testing/push-world.ts';
import type { PushReport } from './report.ts';

const folder = mkdtempSync(join(tmpdir(), 'push-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const people = crowd(500);
const groups = Array.from({ length: 20 }, (_, index) => ({
  id: `group${index}`,
  name: `Group ${index}`,
  members: people.filter((_person, at) => at % (index + 2) === 0).map(({ id }) => id),
}));
const wanted = desire(people, groups);
/** Requests of a push that nothing disturbs: two lists, each person, each group, its members by the hundred. */
const total =
  2 +
  people.length +
  groups.length +
  groups.reduce((sum, { members }) => sum + Math.ceil(members.length / 100), 0);

/** Only so that a hanging process is noticed at all: some seconds are enough on an idle machine. */
const patienceMs = 180_000;

/** Numbers that are the same in every run, so that a failure can be seen again. */
function* randomly(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}
const dice = randomly(20_260_301);
const roll = () => dice.next().value ?? 0;
const points = Array.from({ length: 20 }, () => ({
  request: 1 + Math.floor(roll() * total),
  when: roll() < 0.5 ? 'before it is carried out' : 'after it is carried out',
}));

/** Runs a push as a process; `onRequest` sees it before and after every request that it makes. */
async function runPush(
  world: ReturnType<typeof makeWorld>,
  onRequest: (child: ChildProcess, count: number, when: string) => void,
): Promise<{ readonly code: number | null; readonly report: PushReport | undefined }> {
  let count = 0;
  const watched: Double = {
    ...world.double,
    fetch: async (request) => {
      count += 1;
      const own = count;
      onRequest(child, own, 'before it is carried out');
      // A request whose client is dead already has not reached the service.
      if (child.killed) return new Response();
      const answer = await world.double.fetch(request);
      onRequest(child, own, 'after it is carried out');
      return answer;
    },
  };
  await using mounted = await mount(watched);
  const file = join(folder, 'task.json');
  const baseUrl = mounted.url + new URL(world.baseUrl).pathname;
  writeFileSync(file, JSON.stringify({ settings: { baseUrl, accessToken: token }, desired: wanted }));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'push-alone.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, report: said === '' ? undefined : JSON.parse(said) };
}

describe('a push of 500 people and 20 groups', () => {
  it(
    `takes ${total} requests when nothing disturbs it`,
    async () => {
      const world = makeWorld();
      const { code, report } = await runPush(world, () => undefined);
      expect(code).toBe(0);
      expect(report).toMatchObject({
        users: { created: 500 },
        groups: { created: 20 },
        failures: [],
        requests: total,
      });
      expect(sorted(toDesired(await world.client.directory()))).toEqual(sorted(wanted));
    },
    patienceMs,
  );

  it.each(points)(
    'killed at request $request, $when, is finished by the next one',
    async ({ request, when }) => {
      const world = makeWorld();
      const first = await runPush(world, (child, count, at) => {
        if (count === request && at === when) child.kill('SIGKILL');
      });
      expect(first).toEqual({ code: null, report: undefined });
      const half = await world.client.directory();
      expect(half).not.toEqual(wanted);
      const { code, report } = await runPush(world, () => undefined);
      expect(code).toBe(0);
      expect(report?.users.created).toBe(500 - half.users.length);
      expect(report?.groups.created).toBe(20 - half.groups.length);
      expect(report?.failures).toEqual([]);
      expect(sorted(toDesired(await world.client.directory()))).toEqual(sorted(wanted));
    },
  );
});
