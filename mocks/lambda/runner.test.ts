import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { functionBody, type LambdaInput } from './config.ts';
import { hasPython } from './has-python.test-helper.ts';
import { createLambdaRunner } from './runner.ts';

let folder: string;
let server: Server;
let target: string;
const heard: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-functions-'));
  server = createServer((request, response) => {
    heard.push(`${request.method} https://${request.headers['x-forwarded-host']}${request.url}`);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ authorization: request.headers.authorization ?? null }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await rm(folder, { recursive: true });
  await new Promise((resolve) => server.close(resolve));
});

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

async function invoke(
  name: string,
  text: string,
  event: unknown,
  more: Partial<NonNullable<LambdaInput['functions']>[string]> & Pick<LambdaInput, 'python'> = {},
  waitMs = 15_000,
) {
  const { python, ...own } = more;
  const isPython = name.endsWith('.py');
  await using runner = createLambdaRunner({
    ...(python === undefined ? {} : { python }),
    routes: { 'https://acme.1kosmos.net': target },
    functions: {
      it: {
        runtime: isPython ? 'python' : 'nodejs',
        file: await file(name, text),
        handler: isPython ? 'lambda_handler' : 'handler',
        timeoutMs: 60_000,
        ...own,
      },
    },
  });
  return await runner.invoke('it', event, waitMs);
}

describe('a Node function', () => {
  it('gets the event, the environment and a context, and gives its answer back', async () => {
    const text = `export const handler = async (event, context) => {
      console.log('seen', event.a);
      return { ...event, key: process.env.KEY, name: context.functionName, left: context.getRemainingTimeInMillis() > 0 };
    };`;
    const { outcome, log } = await invoke('good.mjs', text, { a: 1 }, { environment: { KEY: 'k' } });
    expect(outcome).toEqual({ kind: 'answer', payload: { a: 1, key: 'k', name: 'it', left: true } });
    expect(log).toBe('seen 1\n');
  });

  it('may be TypeScript, CommonJS, or answer by its callback', async () => {
    const typed = await invoke(
      'typed.ts',
      'export const handler = async (n: number): Promise<number> => n + 1;',
      1,
    );
    expect(typed.outcome).toEqual({ kind: 'answer', payload: 2 });
    const common = await invoke('common.cjs', 'exports.handler = async (n) => n + 2;', 1);
    expect(common.outcome).toEqual({ kind: 'answer', payload: 3 });
    const old = await invoke(
      'old.cjs',
      'exports.handler = (n, c, done) => { setTimeout(() => done(null, n + 3), 1); };',
      1,
    );
    expect(old.outcome).toEqual({ kind: 'answer', payload: 4 });
  });

  it('is reported with the type and message of what it throws', async () => {
    const { outcome } = await invoke('bad.mjs', 'export const handler = async (e) => e.a.b;', {});
    expect(outcome).toMatchObject({
      kind: 'error',
      error: { errorType: 'TypeError', errorMessage: "Cannot read properties of undefined (reading 'b')" },
    });
  });

  it('that is not there, or does not load, says so', async () => {
    const missing = await invoke('none.mjs', 'export const other = 1;', {});
    expect(missing.outcome).toMatchObject({
      kind: 'error',
      error: { errorType: 'Runtime.HandlerNotFound', errorMessage: 'handler is undefined or not exported' },
    });
    const unloadable = await invoke('unloadable.mjs', "import 'no-such-module';", {});
    expect(unloadable.outcome).toMatchObject({
      kind: 'error',
      error: { errorMessage: expect.stringMatching(/no-such-module/) },
    });
  });

  it('reaches its routes by their production names over TLS, and nothing else', async () => {
    const text = `import https from 'node:https';
    export const handler = async ({ url, by }) => by === 'fetch'
      ? (await fetch(url, { headers: { authorization: 'Bearer x' } })).json().catch(String)
      : new Promise((resolve) => https.get(url, (a) => a.on('data', (d) => resolve(JSON.parse(d)))).on('error', (e) => resolve(e.message)));`;
    const by = (way: string, url: string) => invoke('calls.mjs', text, { by: way, url });
    const fetched = await by('fetch', 'https://acme.1kosmos.net/v1/x?y=1');
    expect(fetched.outcome).toEqual({ kind: 'answer', payload: { authorization: 'Bearer x' } });
    expect(heard).toContain('GET https://acme.1kosmos.net/v1/x?y=1');
    const got = await by('https', 'https://acme.1kosmos.net/v1/z');
    expect(got.outcome).toEqual({ kind: 'answer', payload: { authorization: null } });
    const other = await by('https', 'https://example.com/');
    expect(other.outcome).toMatchObject({
      kind: 'answer',
      payload: expect.stringMatching(/may not reach "example\.com"/),
    });
    const loopback = await by('https', target.replace('http:', 'https:'));
    expect(loopback.outcome).toMatchObject({
      payload: expect.stringMatching(/may not reach "127\.0\.0\.1"/),
    });
  });

  it('that gives no answer in time is given up, busy or idle', async () => {
    const idle = await invoke('idle.mjs', 'export const handler = () => new Promise(() => {});', {}, {}, 300);
    expect(idle.outcome).toEqual({ kind: 'timeout', limitMs: 300 });
    const busy = await invoke(
      'busy.mjs',
      'export const handler = async () => { for (;;); };',
      {},
      { timeoutMs: 300 },
    );
    expect(busy.outcome).toEqual({
      kind: 'error',
      error: { errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out after 0.30 seconds', trace: [] },
    });
  });

  it('keeps its environment from one event to the next, and begins anew when its code is exchanged', async () => {
    const path = await file('counts.mjs', 'let n = 0; export const handler = async () => ++n;');
    const config = functionBody.parse({
      runtime: 'nodejs',
      file: path,
      handler: 'handler',
      timeoutMs: 60_000,
    });
    await using runner = createLambdaRunner({ functions: { it: config } });
    const count = async () => (await runner.invoke('it', {}, 15_000)).outcome;
    expect([await count(), await count()]).toEqual([
      { kind: 'answer', payload: 1 },
      { kind: 'answer', payload: 2 },
    ]);
    runner.setFunction('it', config);
    expect(await count()).toEqual({ kind: 'answer', payload: 1 });
  });

  it.each([
    ['idle', 'export const handler = async () => process.pid;'],
    [
      'busy',
      'export const handler = async () => { setTimeout(() => { for (;;); }, 1); return process.pid; };',
    ],
  ])('ends with its runner: %s', async (state, text) => {
    const { outcome } = await invoke(`pid-${state}.mjs`, text, {});
    const pid = outcome.kind === 'answer' ? Number(outcome.payload) : 0;
    expect(pid).toBeGreaterThan(1);
    await expect.poll(() => isRunning(pid)).toBe(false);
  });
});

describe.skipIf(!hasPython)('a Python function', () => {
  it('gets the event, the environment and a context, and gives its answer back', async () => {
    const text = `import os
def lambda_handler(event, context):
    print("seen", event["a"])
    return {**event, "key": os.environ["KEY"], "left": context.get_remaining_time_in_millis() > 0}`;
    const { outcome, log } = await invoke('good.py', text, { a: 1 }, { environment: { KEY: 'k' } });
    expect(outcome).toEqual({ kind: 'answer', payload: { a: 1, key: 'k', left: true } });
    expect(log).toBe('seen 1\n');
  });

  it('is reported with the type and message of what it raises', async () => {
    const { outcome } = await invoke('key.py', "def lambda_handler(e, c):\n    return e['a']", {});
    expect(outcome).toMatchObject({ kind: 'error', error: { errorType: 'KeyError', errorMessage: "'a'" } });
  });

  it('finds names that the file does not define only where they are supplied', async () => {
    const text = 'def lambda_handler(e, c):\n    return TENANT';
    const { outcome } = await invoke('name.py', text, {}, { globals: { TENANT: 'acme' } });
    expect(outcome).toEqual({ kind: 'answer', payload: 'acme' });
    const without = await invoke('name.py', text, {});
    expect(without.outcome).toMatchObject({
      kind: 'error',
      error: { errorType: 'NameError', errorMessage: "name 'TENANT' is not defined" },
    });
  });

  it('reaches its routes by their production names over TLS, and nothing else', async () => {
    const text = `import requests
def lambda_handler(event, context):
    try:
        return requests.get(event["url"], headers={"Authorization": "Bearer x"}, timeout=5).json()
    except Exception as error:
        return str(error)`;
    const reached = await invoke('calls.py', text, { url: 'https://acme.1kosmos.net/v1/p' });
    expect(reached.outcome).toEqual({ kind: 'answer', payload: { authorization: 'Bearer x' } });
    const other = await invoke('calls.py', text, { url: 'https://example.com/' });
    expect(other.outcome).toMatchObject({ payload: expect.stringMatching(/may not reach "example\.com"/) });
    const loopback = await invoke('calls.py', text, { url: target });
    expect(loopback.outcome).toMatchObject({
      payload: expect.stringMatching(/may not reach "127\.0\.0\.1"/),
    });
  });

  it('has a stand-in for requests where it is not installed, and hears what is missing of boto3', async () => {
    const stand = await readFile(new URL('./bootstrap/requests_stand_in.py', import.meta.url), 'utf8');
    await file('requests.py', stand); // found before the installed one: the folder of the function comes first
    const text = `import requests, boto3_missing
def lambda_handler(event, context):
    ok = requests.post("https://acme.1kosmos.net/v1/q", headers={"Authorization": "Bearer x"}, json={"a": 1}, timeout=(1, 5))
    try:
        boto3_missing.client("cognito-idp")
    except ModuleNotFoundError as error:
        return [requests.__file__.endswith("requests.py"), ok.status_code, ok.json(), str(error)]`;
    await file(
      'boto3_missing.py',
      await readFile(new URL('./bootstrap/boto3_missing.py', import.meta.url), 'utf8'),
    );
    const { outcome } = await invoke('stand_in.py', text, {});
    expect(outcome).toEqual({
      kind: 'answer',
      payload: [
        true,
        200,
        { authorization: 'Bearer x' },
        expect.stringMatching(/^boto3\.client is used, and .* pip install boto3$/),
      ],
    });
    await Promise.all(['requests.py', 'boto3_missing.py'].map((name) => rm(join(folder, name))));
  });

  it('without an interpreter says what to install', async () => {
    const { outcome } = await invoke(
      'any.py',
      'def lambda_handler(e, c): pass',
      {},
      { python: 'no-such-python' },
    );
    expect(outcome).toEqual({
      kind: 'failed',
      why: expect.stringMatching(/no "no-such-python".*install Python 3/),
    });
  });

  it('ends with its runner, also while busy', async () => {
    const text = `import os, threading
def lambda_handler(e, c):
    threading.Thread(target=lambda: [0 for _ in iter(int, 1)]).start()
    return os.getpid()`;
    const { outcome } = await invoke('pid.py', text, {});
    const pid = outcome.kind === 'answer' ? Number(outcome.payload) : 0;
    expect(pid).toBeGreaterThan(1);
    await expect.poll(() => isRunning(pid)).toBe(false);
  });
});

describe('functions of a process that is killed', () => {
  const orphans = [
    [
      'nodejs',
      'orphan.mjs',
      'export const handler = async () => { setTimeout(() => { for (;;); }, 1); return process.pid; };',
    ],
    ['python', 'orphan.py', 'import os\ndef handler(e, c):\n    return os.getpid()'],
  ] as const;
  it.each(orphans.filter(([runtime]) => runtime === 'nodejs' || hasPython))(
    'end with it, busy or idle: %s',
    async (runtime, name, text) => {
      const functions = {
        it: { runtime, file: await file(name, text), handler: 'handler', timeoutMs: 60_000 },
      };
      const starter = await file(
        'starter.mjs',
        `import { createLambdaRunner } from ${JSON.stringify(new URL('./runner.ts', import.meta.url).href)};
      const { outcome } = await createLambdaRunner(${JSON.stringify({ functions })}).invoke('it', {}, 60_000);
      console.log(outcome.payload);
      setInterval(() => {}, 1000);`,
      );
      const parent = spawn(process.execPath, [starter], { stdio: ['ignore', 'pipe', 'inherit'] });
      const [printed] = await once(parent.stdout, 'data');
      const pid = Number(String(printed));
      expect(isRunning(pid)).toBe(true);
      parent.kill('SIGKILL');
      await expect.poll(() => isRunning(pid), { timeout: 15_000 }).toBe(false);
    },
  );
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
