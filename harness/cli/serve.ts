import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describeParties } from '../../suites/1kosmos-identity-center/parties.ts';
import { prepareServe } from '../../suites/1kosmos-identity-center/serve.ts';
import { loadConfig } from '../config/load-config.ts';
import { CountersignError } from '../model/error.ts';
import { clearContainers } from '../stack/clear-containers.ts';
import { browserSearchHere, findBrowser } from '../stack/find-browser.ts';
import { type RunningStack, startEmbedded, startStack } from '../stack/start-stack.ts';
import { enterRun, leaveRun, sweepRuns } from './run-registry.ts';

export interface ServeOptions {
  readonly root: string;
  readonly config?: string;
  readonly integration: string;
  readonly open: boolean;
}

/** Keeps the doubles up until it is interrupted, and says what to open. */
export async function serve(options: ServeOptions): Promise<number> {
  for (const id of await sweepRuns()) await clearContainers(id);
  const config = await loadConfig(options.root, options.config);
  const own = config.integrations['1kosmos-identity-center'];
  if (options.integration !== '1kosmos-identity-center' || own === undefined)
    throw new CountersignError(
      'usage',
      `The configuration has no integration "${options.integration}" to serve.`,
      `Choose one of ${Object.keys(config.integrations).join(', ')}.`,
    );
  const record = await enterRun();
  try {
    const parties = describeParties(own);
    await using stack = await startStack(parties.parts, startEmbedded, Date.now());
    const entrances = await prepareServe(stack, parties);
    const browser = await findBrowser(browserSearchHere(config.browser.path));
    const profile = join(record.folder, 'browser');
    const switches = [...browser.args, ...stack.browserArgs, `--user-data-dir=${profile}`, '--no-first-run'];
    const first = entrances.slice(0, 2).map(({ url }) => url);
    for (const { title, url, hint } of entrances) process.stdout.write(`${title}\n  ${url}\n  ${hint}\n`);
    process.stdout.write(
      `\nThe production names lead to the doubles only in a browser started so:\n  ${quote([browser.executablePath, ...switches, ...first])}\n`,
    );
    printControls(stack);
    using window = options.open
      ? openWindow(browser.executablePath, [...switches, ...first], browser.env)
      : noWindow;
    process.stdout.write('\nStop with Ctrl-C.\n');
    await interruptedOr(window.closed);
    return 0;
  } finally {
    await leaveRun(record);
  }
}

function printControls(stack: RunningStack): void {
  process.stdout.write(`\nControl APIs\n`);
  for (const [name, url] of Object.entries(stack.controlUrls))
    process.stdout.write(`  ${name.padEnd(14)} ${url}/state\n`);
}

interface Window extends Disposable {
  /** Resolves when the person closes it. */
  readonly closed: Promise<void>;
}

const noWindow: Window = { closed: new Promise(() => undefined), [Symbol.dispose]: () => undefined };

function openWindow(
  executable: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Window {
  const child = spawn(executable, [...args], { env: { ...process.env, ...env }, stdio: 'ignore' });
  const closed = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return { closed, [Symbol.dispose]: () => child.kill() };
}

function interruptedOr(other: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    other.then(resolve);
  });
}

/** For a POSIX shell. */
function quote(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w/.:=@-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ');
}
