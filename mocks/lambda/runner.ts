import { CountersignError } from '../../harness/model/error.ts';
import { type FunctionConfig, functionBody, type LambdaInput, lambdaBody } from './config.ts';
import { type Environment, type Outcome, startEnvironment } from './environment.ts';
import { type Gate, openGate } from './gate.ts';

/** How an invocation went, as its caller and its log have it. */
export interface Invoked {
  readonly outcome: Outcome | { readonly kind: 'timeout'; readonly limitMs: number };
  readonly durationMs: number;
  /** What the function printed. */
  readonly log: string;
}

/** Runs functions as AWS Lambda does: code loaded once, one event at a time, a new environment where none is free. */
export interface LambdaRunner extends AsyncDisposable {
  /** @param waitMs how long the caller waits; the function itself may go on until its own limit */
  readonly invoke: (name: string, event: unknown, waitMs: number) => Promise<Invoked>;
  /** Sets a function, or exchanges its code and settings: environments of the old one end. */
  readonly setFunction: (name: string, config: FunctionConfig) => void;
  readonly functions: () => Readonly<Record<string, FunctionConfig>>;
  /** Back to the functions that it was made with; environments of others end. */
  readonly reset: () => void;
}

/** @param inside production origin → what stands for it in this process, beside the `routes` of the configuration */
export function createLambdaRunner(
  input: LambdaInput = {},
  inside: Readonly<Record<string, (request: Request) => Promise<Response>>> = {},
): LambdaRunner {
  const config = lambdaBody.parse(input);
  const functions = new Map<string, FunctionConfig>(Object.entries(config.functions));
  const idle = new Map<string, Environment[]>();
  const all = new Set<Environment>();
  let gate: Promise<Gate> | undefined;
  const closing: Promise<unknown>[] = [];
  let isOver = false;
  // Processes end with this one also where nobody disposes of the runner.
  const killAll = () => {
    for (const one of all) one.kill();
    all.clear();
    idle.clear();
  };
  process.on('exit', killAll);
  const closeGate = () => {
    const open = gate;
    gate = undefined;
    if (open !== undefined) closing.push(open.then((one) => one[Symbol.asyncDispose]()));
  };
  const take = async (name: string, own: FunctionConfig): Promise<Environment> => {
    const free = idle.get(name)?.pop();
    if (free?.isAlive() === true) return free;
    gate ??= openGate({ ...config.routes, ...inside });
    const open = await gate;
    if (isOver) throw new Error(`"${name}" was invoked after its runner had ended.`);
    const started = startEnvironment(name, own, open, config.region, config.python);
    all.add(started);
    return started;
  };
  const end = (one: Environment) => {
    one.kill();
    all.delete(one);
  };
  const drop = (name: string) => {
    for (const one of idle.get(name) ?? []) end(one);
    idle.delete(name);
  };
  return {
    invoke: async (name, event, waitMs) => {
      const own = functions.get(name);
      if (own === undefined)
        throw new CountersignError(
          'config',
          `There is no function "${name}".`,
          `Choose one of ${[...functions.keys()].join(', ') || 'none: set one first'}.`,
        );
      const environment = await take(name, own);
      // How long a process takes to start here says nothing of cold starts at AWS: the clock starts after it.
      await inTime(environment.ready, longestStartMs);
      const begun = performance.now();
      const limitMs = Math.min(waitMs, own.timeoutMs);
      const ran = environment.invoke(event, Date.now() + own.timeoutMs);
      const late = after(limitMs);
      const outcome = await Promise.race([ran, late.rings.then(() => 'late' as const)]);
      late.cancel();
      const durationMs = Math.round(performance.now() - begun);
      const isCurrent = functions.get(name) === own;
      if (outcome === 'late' && own.timeoutMs > limitMs) endLater(environment, own.timeoutMs - limitMs, end);
      else if (outcome === 'late' || !environment.isAlive() || !isCurrent) end(environment);
      else idle.set(name, [...(idle.get(name) ?? []), environment]);
      // What it printed came by another pipe, and may be read a moment after the answer.
      await new Promise((resolve) => setImmediate(resolve));
      return {
        outcome: outcome === 'late' ? lateOutcome(limitMs, own) : outcome,
        durationMs,
        log: environment.takeLog(),
      };
    },
    setFunction: (name, own) => {
      functions.set(name, functionBody.parse(own));
      drop(name);
    },
    functions: () => Object.fromEntries(functions),
    reset: () => {
      for (const [name, own] of functions) if (config.functions[name] !== own) drop(name);
      functions.clear();
      for (const [name, one] of Object.entries(config.functions)) functions.set(name, one);
    },
    [Symbol.asyncDispose]: async () => {
      isOver = true;
      process.off('exit', killAll);
      killAll();
      closeGate();
      await Promise.all(closing);
    },
  };
}

/** A file that never ends loading is ended by the limits of the invocation. */
const longestStartMs = 60_000;

async function inTime(event: Promise<void>, ms: number): Promise<void> {
  const late = after(ms);
  await Promise.race([event, late.rings]);
  late.cancel();
}

/** Whose patience ended: the caller's, or that of Lambda, which then answers with an error of the function. */
function lateOutcome(limitMs: number, { timeoutMs }: FunctionConfig): Invoked['outcome'] {
  if (timeoutMs > limitMs) return { kind: 'timeout', limitMs };
  const errorMessage = `Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`;
  return { kind: 'error', error: { errorType: 'Sandbox.Timedout', errorMessage, trace: [] } };
}

/** Lambda lets a function go on when its caller has stopped waiting, up to its own limit. */
function endLater(environment: Environment, afterMs: number, end: (one: Environment) => void): void {
  setTimeout(() => end(environment), afterMs).unref();
}

function after(ms: number): { readonly rings: Promise<void>; readonly cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const rings = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return { rings, cancel: () => clearTimeout(timer) };
}
