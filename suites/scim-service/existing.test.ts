import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scimServiceSchema } from '../../harness/config/scim-service-schema.ts';
import type { Report } from '../../harness/model/report.ts';
import { createControlClient } from '../../mocks/core/control-client.ts';
import { mount } from '../../mocks/core/mount.ts';
import { createScimControlClient, type ScimControlClient } from '../../mocks/scim/client.ts';
import { scimAddresses, scimDoubleConfig } from '../../mocks/scim/config.ts';
import { createScim } from '../../mocks/scim/double.ts';
import { casesFor } from './cases-for.ts';
import { existingEndpoint } from './existing.ts';

const cli = new URL('../../harness/cli/countersign.mjs', import.meta.url).pathname;
const define = new URL('../../harness/config/define-config.ts', import.meta.url).href;
const token = 'a-token-of-the-test';
const patienceMs = 120_000;

describe('an existing service', () => {
  const read = (existing: object, environment: Record<string, string>) => {
    const parsed = scimServiceSchema.parse({ existing }).existing;
    if (parsed === undefined) throw new Error('It was given.');
    return existingEndpoint(parsed, environment);
  };
  const on = (SCIM_BASE_URL: string) => ({ SCIM_BASE_URL, SCIM_TOKEN: token });

  it.each(['http://127.0.0.1:8080/v2', 'http://localhost/', 'http://[::1]:1/'])(
    'is tried at %s freely',
    (url) => {
      expect(read({}, on(url))).toEqual({ baseUrl: url, token });
    },
  );
  it('is tried elsewhere only where somebody has allowed it', () => {
    const url = 'https://scim.us-east-1.amazonaws.com/abc/scim/v2/';
    expect(() => read({}, on(url))).toThrow(/nobody has allowed that/);
    expect(read({ allowChanges: true, allowedBy: 'Security' }, on(url)).baseUrl).toBe(url);
    expect(() => read({ allowChanges: true }, on(url))).toThrow(/whoever allowed changes/);
  });
  it('is not sent the token without TLS', () => {
    expect(() => read({ allowChanges: true, allowedBy: 'x' }, on('http://scim.example.com/v2'))).toThrow(
      /unencrypted/,
    );
  });
  it.each([
    [{}, /SCIM_BASE_URL is not set/],
    [{ SCIM_BASE_URL: 'https://scim.example.com' }, /SCIM_TOKEN is not set/],
    [{ SCIM_BASE_URL: 'scim.example.com', SCIM_TOKEN: token }, /does not hold an http or https address/],
  ])('says what is missing in %o', (environment, message) => {
    expect(() => read({}, environment)).toThrow(message);
  });
  it('has no known difference in a case that there is not', () => {
    const existing = { differences: { 'no-such-case': 'because' } };
    process.env.SCIM_BASE_URL = 'http://127.0.0.1:1/';
    process.env.SCIM_TOKEN = token;
    try {
      expect(() => casesFor(scimServiceSchema.parse({ existing }))).toThrow(/names no-such-case/);
      const known = { differences: { 'create-user': 'because', 'list-users': { 'scim-service/rfc': 'so' } } };
      const cases = casesFor(scimServiceSchema.parse({ existing: known }));
      expect(cases.flatMap(({ expectedFailures }) => expectedFailures)).toEqual([
        { check: 'scim-service/identity-center', reason: 'because' },
        { check: 'scim-service/rfc', reason: 'so' },
      ]);
    } finally {
      delete process.env.SCIM_BASE_URL;
      delete process.env.SCIM_TOKEN;
    }
  });
});

describe('a run against an existing service', { timeout: patienceMs }, () => {
  let folder = '';
  let scim: ScimControlClient;
  let baseUrl = '';
  let stop: () => PromiseLike<void>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-scim-test-'));
    const config = scimDoubleConfig.parse({ tokens: [token] });
    const mounted = await mount(createScim(config));
    stop = () => mounted[Symbol.asyncDispose]();
    scim = createScimControlClient(createControlClient(mounted.controlUrl));
    baseUrl = mounted.url + scimAddresses(config.region, config.tenantId).basePath;
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await writeFile(
      join(folder, 'countersign.config.ts'),
      `import { defineConfig } from ${JSON.stringify(define)};
export default defineConfig({ integrations: { 'scim-service': { existing: { product: 'A service' } } } });
`,
    );
  });
  afterEach(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  });

  function start(...ids: readonly string[]) {
    const args = ['run', '--config', join(folder, 'countersign.config.ts'), '--workers', '1'];
    const child = spawn(process.execPath, [cli, ...args, ...ids.flatMap((id) => ['--case', id])], {
      env: { ...process.env, SCIM_BASE_URL: baseUrl, SCIM_TOKEN: token },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
      });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    return { child, ended, output: () => output };
  }
  const people = async () => (await scim.directory()).users.length;
  /** A delay holds the case in its middle. */
  async function untilSomebodyIsThere({ child, output }: ReturnType<typeof start>): Promise<void> {
    while ((await people()) === 0) {
      expect(child.exitCode, output()).toBeNull();
      await sleep(50);
    }
  }

  it('tells what it saw of a real system, without the token, and leaves nobody there', async () => {
    const run = start('create-user', 'patch-user-part-of-name', 'access-wrong-token');
    expect(await run.ended, run.output()).toBe(0);
    const text = await readFile(join(folder, 'report/results.json'), 'utf8');
    const report = JSON.parse(text) as Report; // just written
    expect(report.cases.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'pass']);
    expect(report.cases.flatMap(({ targets }) => targets.map(({ mode }) => mode))).toEqual(
      Array(3).fill('real'),
    );
    expect(text).not.toContain(token);
    expect(await people()).toBe(0);
    expect((await scim.exchanges()).exchanges.length).toBeGreaterThan(6);
  });

  it('removes what it made when it is interrupted', async () => {
    await scim.setFaults([{ kind: 'delay', operations: ['GetUser'], delayMs: 1500, times: 5 }]);
    const run = start('patch-user-part-of-name');
    await untilSomebodyIsThere(run);
    run.child.kill('SIGINT');
    expect(await run.ended, run.output()).toBe(3);
    expect(await people()).toBe(0);
  });

  it('removes what a killed run left before anything else', async () => {
    await scim.setFaults([{ kind: 'delay', operations: ['GetUser'], delayMs: 3000, times: 5 }]);
    const killed = start('patch-user-part-of-name');
    await untilSomebodyIsThere(killed);
    // Its processes end with it; what they cannot remove any more is on the journal.
    killed.child.kill('SIGKILL');
    await killed.ended;
    await scim.setFaults([]);
    expect(existsSync(join(folder, '.countersign/scim-service'))).toBe(true);
    const next = start('create-user');
    expect(await next.ended, next.output()).toBe(0);
    expect(await people()).toBe(0);
  });
});
