import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../harness/model/report.ts';
import { casesFor } from './cases-for.ts';
import { whyNoApache } from './mellon/apache.ts';
import { mellonRollout } from './mellon/application.ts';

const root = new URL('../../', import.meta.url).pathname;
const why = whyNoApache();

it.runIf(why !== undefined)('LEFT OUT: no real service provider was put to the test', () => {
  console.warn(`The suite was not run against a real service provider. ${why}`);
  expect(why).toContain('apt-get install');
});

/** How long all of it may take: a browser starts, and two dozen logins are made. */
const patienceMs = 15 * 60_000;

describe.runIf(why === undefined)('the suite against Apache with mod_auth_mellon', () => {
  let folder = '';
  let apache: ChildProcess | undefined;
  let port = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-mellon-test-'));
    apache = spawn(process.execPath, [join(root, 'suites/kpow/mellon/main.ts'), '--folder', folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: apache.stdout ?? process.stdin });
    const line = await firstOf(lines);
    port = (JSON.parse(line) as { port?: number }).port ?? 0; // what main.ts prints
  }, patienceMs);
  afterAll(async () => {
    const ended = new Promise((resolve) => apache?.once('exit', resolve));
    apache?.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });

  it('passes every case that an application of one’s own can be brought to', {
    timeout: patienceMs,
  }, async () => {
    expect(port).toBeGreaterThan(0);
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    const application = join(root, 'suites/kpow/mellon/application.ts');
    const config = join(folder, 'countersign.config.ts');
    await writeFile(
      config,
      `import { mellonRollout } from ${JSON.stringify(application)};
export default { ...mellonRollout(${JSON.stringify({ folder, port })}), reportDir: 'report' };
`,
    );
    const { code, output } = await runSuite(config, join(folder, 'report'));
    const report = JSON.parse(await readFile(join(folder, 'report/results.json'), 'utf8')) as Report; // just written
    const wanted = casesFor(
      mellonRollout({ folder, port }).integrations.kpow?.application?.existing as never,
    );
    const failed = report.cases.filter(({ verdict }) => verdict !== 'pass');
    expect(
      failed.map((one) => `${one.case}: ${one.summary}`),
      output,
    ).toEqual([]);
    expect(report.cases.map((one) => one.case).sort()).toEqual(wanted.map(({ id }) => id).sort());
    expect(wanted.length).toBeGreaterThan(20);
    expect(
      report.cases.every(({ targets }) => targets.some(({ role, mode }) => role === 'sp' && mode === 'real')),
    ).toBe(true);
    expect(code).toBe(0);
  });
});

/** What it prints first; nothing when it ends without a word, having said on stderr why. */
async function firstOf(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) return line;
  return '{}';
}

function runSuite(
  config: string,
  reportDir: string,
): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const cli = join(root, 'harness/cli/countersign.mjs');
    const run = spawn(process.execPath, [cli, 'run', '--config', config, '--report-dir', reportDir]);
    let output = '';
    for (const stream of [run.stdout, run.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
      });
    run.once('error', reject);
    run.once('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}
