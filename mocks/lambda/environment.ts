import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { FunctionConfig } from './config.ts';
import type { Gate } from './gate.ts';
import type { FunctionError, Said } from './protocol.ts';

/** What became of one invocation. */
export type Outcome =
  | { readonly kind: 'answer'; readonly payload: unknown }
  | { readonly kind: 'error'; readonly error: FunctionError }
  /** Its process ended, or never began. */
  | { readonly kind: 'failed'; readonly why: string };

/** One execution environment of a function: a process that has its code loaded, and serves one event at a time. */
export interface Environment {
  /** Resolves when its code is loaded, or cannot be. */
  readonly ready: Promise<void>;
  readonly invoke: (event: unknown, deadline: number) => Promise<Outcome>;
  /** What it printed since this was last asked, at most 64,000 characters. */
  readonly takeLog: () => string;
  readonly isAlive: () => boolean;
  readonly kill: () => void;
}

const longestLog = 64_000;

/** @param python interpreter for Python functions */
export function startEnvironment(
  name: string,
  config: FunctionConfig,
  gate: Gate,
  region: string,
  python: string,
): Environment {
  const child = start(name, config, gate, region, python);
  // The four are pipes, as `stdio` says: the types know the first three only.
  const orders = child.stdio[3] as Writable;
  const answers = child.stdio[4] as Readable;
  leaveFree(child);
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => {
      log = `${log}${text.toString('utf8')}`.slice(-longestLog);
    });
  let broken: Outcome | undefined;
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  let waiting: { readonly id: string; readonly settle: (outcome: Outcome) => void } | undefined;
  const settle = (outcome: Outcome) => {
    waiting?.settle(outcome);
    waiting = undefined;
  };
  const end = (outcome: Outcome) => {
    broken ??= outcome;
    settle(broken);
    isReady();
  };
  child.on('error', (error) => end({ kind: 'failed', why: explainStart(error, config, python) }));
  // After its output was read to the end: the last words say why.
  child.on('close', (code, signal) =>
    end({
      kind: 'failed',
      why: `The process of "${name}" ended (${signal ?? code}). ${lastLine(log)}`.trim(),
    }),
  );
  orders.on('error', () => undefined); // the process is gone, which `close` tells
  createInterface({ input: answers }).on('line', (line) => {
    const said = JSON.parse(line) as Said; // the bootstrap wrote it
    if (said.type === 'ready') isReady();
    else if (said.type === 'not-ready') end({ kind: 'error', error: said.error });
    else if (said.type === 'answer' && said.id === waiting?.id)
      settle({ kind: 'answer', payload: said.payload });
    else if (said.type === 'error' && said.id === waiting?.id) settle({ kind: 'error', error: said.error });
  });
  return {
    ready,
    invoke: (event, deadline) => {
      if (broken !== undefined) return Promise.resolve(broken);
      const id = randomUUID();
      return new Promise((done) => {
        waiting = { id, settle: done };
        orders.write(`${JSON.stringify({ id, event, deadline })}\n`);
      });
    },
    takeLog: () => {
      const taken = log;
      log = '';
      return taken;
    },
    isAlive: () => broken === undefined,
    kill: () => {
      end({ kind: 'failed', why: `The process of "${name}" was ended.` });
      child.kill('SIGKILL');
    },
  };
}

/** An idle function keeps no process up: whoever waits for one has a timer of its own. */
function leaveFree(child: ChildProcess): void {
  child.unref();
  for (const stream of child.stdio)
    if (stream && 'unref' in stream && typeof stream.unref === 'function') stream.unref();
}

function start(
  name: string,
  config: FunctionConfig,
  gate: Gate,
  region: string,
  python: string,
): ChildProcess {
  const told = {
    file: findFile(config.file),
    handler: config.handler,
    name,
    hosts: gate.hosts,
    gatePort: gate.port,
    globals: config.globals,
  };
  const isPython = config.runtime === 'python';
  const bootstrap = fileURLToPath(
    new URL(isPython ? './bootstrap/python.py' : './bootstrap/node.ts', import.meta.url),
  );
  return spawn(isPython ? python : process.execPath, [bootstrap], {
    // Orders and answers have pipes of their own: what a handler prints is its log.
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    env: {
      ...inherited(),
      ...trusting(gate.caFile),
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_LAMBDA_FUNCTION_NAME: name,
      // Keys of nobody: the doubles of AWS that functions reach take any.
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      PYTHONDONTWRITEBYTECODE: '1',
      NODE_NO_WARNINGS: '1',
      ...config.environment,
      COUNTERSIGN_FUNCTION: JSON.stringify(told),
    },
  });
}

/** Relative paths are below the working folder; those of our own samples, below the project's. */
function findFile(path: string): string {
  const here = resolve(path);
  return isAbsolute(path) || existsSync(here)
    ? here
    : resolve(fileURLToPath(new URL('../../', import.meta.url)), path);
}

/** Enough to find an interpreter; nothing else of this machine reaches a function, proxies and credentials least. */
function inherited(): Record<string, string> {
  return Object.fromEntries(
    ['PATH', 'HOME', 'SystemRoot', 'PYENV_ROOT', 'PYENV_VERSION', 'VIRTUAL_ENV', 'LD_LIBRARY_PATH'].flatMap(
      (key) => {
        const value = process.env[key];
        return value === undefined ? [] : [[key, value]];
      },
    ),
  );
}

/** The gate's certificate for Node, Python, requests and boto3. */
function trusting(caFile: string): Record<string, string> {
  return {
    NODE_EXTRA_CA_CERTS: caFile,
    SSL_CERT_FILE: caFile,
    REQUESTS_CA_BUNDLE: caFile,
    AWS_CA_BUNDLE: caFile,
  };
}

function explainStart(error: Error, { runtime }: FunctionConfig, python: string): string {
  const isMissing = 'code' in error && error.code === 'ENOENT';
  if (!isMissing) return error.message;
  return runtime === 'python'
    ? `There is no "${python}" on this machine, and a Python function needs it. Next: install Python 3, or name another interpreter by "python".`
    : `Node was not found at ${process.execPath}.`;
}

function lastLine(log: string): string {
  return log.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
}
