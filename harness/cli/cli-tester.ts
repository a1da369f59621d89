import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What a command left behind. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliSurroundings {
  readonly cwd?: string;
  /** Variables beside those of this process; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string | Uint8Array;
  /** Entry point; this project's command line unless given. */
  readonly cli?: string;
}

export const projectFolder = join(import.meta.dirname, '..', '..');
export const cliFile = join(import.meta.dirname, 'countersign.mjs');

/** Starts the real command line, as a person in a shell would. */
export function startCli(args: readonly string[], { cwd, env, cli }: CliSurroundings = {}): ChildProcess {
  return spawn(process.execPath, [cli ?? cliFile, ...args], {
    cwd: cwd ?? projectFolder,
    env: shellEnvironment(env),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Runs a command to its end. */
export async function runCli(
  args: readonly string[],
  surroundings: CliSurroundings = {},
): Promise<CliResult> {
  return finished(startCli(args, surroundings), surroundings.input);
}

/**
 * Runs a command and tells how long it kept a processor busy, children included, in milliseconds: unlike the time on
 * the wall, that does not depend on what else this machine does. POSIX only.
 */
export async function timeCli(args: readonly string[]): Promise<CliResult & { readonly cpuMs: number }> {
  const script = '"$@"; code=$?; times >&2; exit $code';
  const child = spawn('sh', ['-c', script, 'sh', process.execPath, cliFile, ...args], {
    cwd: projectFolder,
    env: shellEnvironment(),
  });
  const result = await finished(child);
  const spent = result.stderr.trimEnd().split('\n').at(-1) ?? '';
  const cpuMs = [...spent.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1_000,
    0,
  );
  return { ...result, cpuMs };
}

async function finished(child: ChildProcess, input?: string | Uint8Array): Promise<CliResult> {
  child.stdin?.on('error', () => undefined); // a command that reads no input has closed it
  child.stdin?.end(input);
  const [stdout, stderr, [code]] = await Promise.all([
    child.stdout === null ? '' : text(child.stdout),
    child.stderr === null ? '' : text(child.stderr),
    once(child, 'exit'),
  ]);
  return { code, stdout, stderr };
}

/** The test runner was started by npm; a person's shell was not. */
function shellEnvironment(env: CliSurroundings['env'] = {}): NodeJS.ProcessEnv {
  const mine = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|INIT_CWD$|VITEST|NODE_OPTIONS$)/.test(name),
  );
  return { ...Object.fromEntries(mine), NO_COLOR: '1', ...env };
}
