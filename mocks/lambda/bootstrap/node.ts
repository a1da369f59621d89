import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FunctionError, Invocation, Said, Told } from '../protocol.ts';
import { allowOnly } from './only-routes.ts';

// Runs one handler as Lambda's Node runtime does: the file is loaded once, then invoked again and again.
const answers = 4;
const told = JSON.parse(process.env.COUNTERSIGN_FUNCTION ?? '{}') as Told; // the runner wrote it
delete process.env.COUNTERSIGN_FUNCTION;

type Callback = (error: unknown, payload?: unknown) => void;
type Handler = (event: unknown, context: unknown, callback: Callback) => unknown;

allowOnly(told.hosts, told.gatePort);
let handler: Handler | undefined;
try {
  handler = await load();
  say({ type: 'ready' });
} catch (error) {
  say({ type: 'not-ready', error: describe(error) });
}
const reader = new Worker(new URL('./read-orders.ts', import.meta.url));
reader.on('message', (line: string) => void run(JSON.parse(line) as Invocation)); // the runner wrote it
process.on('uncaughtException', (error) => say({ type: 'error', id: current, error: describe(error) }));
let current = '';

async function load(): Promise<Handler> {
  const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(told.file).href);
  // What CommonJS exports is found under `default` where its names cannot be told beforehand.
  const found =
    module[told.handler] ?? (module.default as Record<string, unknown> | undefined)?.[told.handler];
  if (typeof found === 'function') return found as Handler;
  const error = new Error(`${told.handler} is undefined or not exported`);
  error.name = 'Runtime.HandlerNotFound';
  throw error;
}

async function run({ id, event, deadline }: Invocation): Promise<void> {
  if (handler === undefined) return;
  const invoked = handler;
  current = id;
  const context = {
    awsRequestId: id,
    functionName: told.name,
    functionVersion: '$LATEST',
    memoryLimitInMB: '128',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
  try {
    const payload = await new Promise((resolve, reject) => {
      const returned = invoked(event, context, (error, value) =>
        error === undefined || error === null ? resolve(value) : reject(error),
      );
      if (returned instanceof Promise || invoked.length < 3) resolve(returned);
    });
    say({ type: 'answer', id, payload: payload ?? null });
  } catch (error) {
    say({ type: 'error', id, error: describe(error) });
  }
}

function say(said: Said): void {
  writeSync(answers, `${JSON.stringify(said)}\n`);
}

function describe(error: unknown): FunctionError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}
