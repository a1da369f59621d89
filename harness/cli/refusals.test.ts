import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mount } from '../../mocks/core/mount.ts';
import { createServiceProvider } from '../../mocks/sp/double.ts';
import type { WeaknessId } from '../model/weaknesses.ts';
import { runCli, startCli } from './cli-tester.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-refusals-'));
});
afterEach(() => rm(folder, { recursive: true }));

const refusals = (...args: readonly string[]) =>
  runCli(['refusals', '--report-dir', join(folder, 'report'), ...args], { cwd: folder });

/** A port that is free now: the service provider has to know its own address before it listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('A TCP listener has a port.');
  return address.port;
}

/** The generic service provider over plain HTTP on this machine, as if it were somebody's own. */
async function startOwn(weaknesses: WeaknessId[]) {
  const idp = join(folder, 'idp');
  expect((await runCli(['refusals', '--make-idp', idp])).code).toBe(0);
  const metadata = await readFile(join(idp, 'metadata.xml'), 'utf8');
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const double = createServiceProvider({ origin, idps: [{ metadata }], settings: { weaknesses } });
  const mounted = await mount(double, { port });
  const people = ['--self', 'eve@example.com', '--victim', 'ann@example.com'];
  const addresses = ['--target-url', `${origin}/acs`, '--target-entity-id', `${origin}/metadata`];
  const pages = ['--start-url', `${origin}/login`, '--protected-url', `${origin}/`];
  return {
    args: [...addresses, ...pages, ...people, '--idp', idp],
    stop: () => mounted[Symbol.asyncDispose](),
  };
}

describe('what is asked for', () => {
  test.each([
    ['an unknown attack', ['--attack', 'replay/other-browse'], 'There is no attack "replay/other-browse"'],
    ['an unknown family', ['--family', 'reply'], 'Did you mean replay'],
    ['an unknown target', ['--integration', 'nowhere'], 'There is no target "nowhere"'],
    [
      'half a target',
      ['--target-url', 'http://127.0.0.1:1/acs'],
      '--target-entity-id, --self, --victim, --idp',
    ],
  ])('%s is the user’s to mend', async (_title, args, message) => {
    const { code, stderr } = await refusals(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('a target elsewhere is not touched unless its configuration allows it', async () => {
    const target = ['--target-url', 'https://sp.example.com/acs', '--target-entity-id', 'sp'];
    const { code, stderr } = await refusals(...target, '--self', 'a', '--victim', 'b', '--idp', folder);
    expect(code).toBe(2);
    expect(stderr).toContain('nobody allowed hostile messages there');
    expect(stderr).not.toContain('Trying');
  });
});

describe('a target of one’s own', () => {
  test('that holds: 0, and every report says so', async () => {
    const own = await startOwn([]);
    try {
      const { code, stdout, stderr } = await refusals(...own.args, '--family', 'signature-missing');
      expect(code, stdout + stderr).toBe(0);
      expect(stdout).toContain('PASSED');
      expect(stderr).toContain('Trying');
      expect(await readFile(join(folder, 'report', 'junit.xml'), 'utf8')).toContain('failures="0"');
    } finally {
      await own.stop();
    }
  }, 60_000);

  test('that falls: 1, with who got in', async () => {
    const own = await startOwn(['signature-not-required']);
    try {
      const { code, stdout } = await refusals(...own.args, '--family', 'signature-missing', '--json');
      expect(code).toBe(1);
      expect(JSON.parse(stdout).verdict).toBe('fail');
      expect(stdout).toContain('The victim \\"ann@example.com\\" was logged in.');
    } finally {
      await own.stop();
    }
  }, 60_000);

  test('that is down: 3, and no verdict', async () => {
    const own = await startOwn([]);
    await own.stop();
    const { code, stdout } = await refusals(...own.args, '--family', 'signature-missing');
    expect(code, stdout).toBe(3);
    expect(stdout).toContain('INCONCLUSIVE');
  }, 60_000);
});

/** Every process that descends from this one (Linux). */
async function descendantsOf(pid: number): Promise<readonly number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const own = children.split(' ').filter(Boolean).map(Number);
  return [...own, ...(await Promise.all(own.map(descendantsOf))).flat()];
}

describe.skipIf(process.platform !== 'linux')('an interrupted run', () => {
  test.each([
    ['over HTTP', []],
    ['by a browser', ['--browser']],
  ])(
    '%s leaves a partial report and no process',
    async (_title, args) => {
      const report = join(folder, 'cut');
      const all = ['refusals', '--integration', 'sp', '--report-dir', report, ...args];
      const child = startCli(all, { cwd: folder });
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      // The browser is there when the first genuine login has worked, at the latest.
      const isUnderWay = async () => {
        const children = await descendantsOf(child.pid ?? 0);
        if (args.length > 0 && children.length === 0) throw new Error('There is no browser yet.');
        return children;
      };
      await new Promise<void>((resolve) =>
        child.stderr?.on('data', (chunk: Buffer) => {
          if (chunk.includes('Trying')) resolve();
        }),
      );
      const children = await vi.waitFor(isUnderWay, { timeout: 60_000 });
      child.kill('SIGINT');
      expect(await ended).toBe(3);
      const { incomplete, refusals } = JSON.parse(await readFile(join(report, 'results.json'), 'utf8'));
      expect(incomplete).toContain('interrupted (SIGINT)');
      expect(refusals[0]?.results.length ?? 0).toBeLessThan(300);
      const alive = children.filter((pid) => existsSync(`/proc/${pid}`));
      expect(alive).toEqual([]);
    },
    180_000,
  );
});
