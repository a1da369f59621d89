import { spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { integrations } from '../../suites/index.ts';
import { loadConfig } from '../config/load-config.ts';
import type { Config } from '../config/schema.ts';
import { CountersignError } from '../model/error.ts';
import { askBrowser } from '../stack/ask-browser.ts';
import { browserSearchHere, type FoundBrowser, findBrowser } from '../stack/find-browser.ts';
import type { Serving } from '../stack/serving.ts';
import { type RunningStack, startEmbedded, startStack } from '../stack/start-stack.ts';
import { requireKnown } from './choose-cases.ts';
import { watchForInterruption } from './interruption.ts';
import { endProcessesOf, runVariable } from './run-processes.ts';
import { enterRun, leaveRun } from './run-registry.ts';
import { type Starter, watchStarter } from './watch-starter.ts';

export interface ServeOptions {
  readonly root: string;
  readonly starter: Starter;
  readonly config?: string;
  /** The configuration's first unless given. */
  readonly integration?: string;
  readonly open: boolean;
}

/** Keeps the doubles up until it is interrupted, and says what to open. */
export async function serve(options: ServeOptions): Promise<number> {
  using interruption = watchForInterruption();
  using _ = watchStarter(options.starter, () =>
    interruption.interrupt('the process that started it is gone'),
  );
  const config = await loadConfig(options.root, options.config);
  const serving = await findServing(config.integrations, options.integration);
  const browser = await browserToOpen(options.open, config.browser.path);
  const record = await enterRun({ containers: false });
  process.env[runVariable] = record.id;
  try {
    await using stack = await startStack(serving.parts, startEmbedded, Date.now());
    const entrances = await serving.prepare(stack);
    const switches = [
      ...(browser?.args ?? []),
      ...stack.browserArgs,
      `--user-data-dir=${join(record.folder, 'browser')}`,
      '--no-first-run',
      '--no-default-browser-check',
    ];
    const pages = entrances.filter(({ isValue }) => isValue !== true);
    const first = pages.slice(0, 2).map(({ url }) => url);
    for (const { title, url, hint } of entrances) process.stdout.write(`${title}\n  ${url}\n  ${hint}\n`);
    if (pages.length > 0) printCommand(browser, [...switches, ...first]);
    printControls(stack);
    using window =
      options.open && browser !== undefined
        ? openWindow(browser.executablePath, [...switches, ...first], browser.env)
        : noWindow;
    process.stdout.write('\nStop with Ctrl-C.\n');
    const end = new AbortController();
    const home = options.config === undefined ? options.root : dirname(options.config);
    const during = serving.during?.(stack, {
      folder: resolve(home, config.reportDir),
      signal: end.signal,
      tell: (text) => void process.stdout.write(`${text}\n`),
    });
    const failure = await Promise.race([whenAborted(interruption.signal), window.closed]);
    end.abort();
    await during;
    if (failure !== undefined) throw failure;
    return 0;
  } finally {
    await endProcessesOf(record.id);
    await leaveRun(record);
  }
}

async function findServing(
  configured: Config['integrations'],
  wanted = Object.keys(configured)[0] ?? '',
): Promise<Serving> {
  const known = integrations.map(({ id }) => id);
  requireKnown('integration', wanted, known);
  // Each suite says in one file of its own how it is served.
  const { default: describe } = (await import(`../../suites/${wanted}/serve.ts`)) as {
    default: (configured: Config['integrations']) => Serving | undefined;
  };
  const serving = describe(configured);
  if (serving !== undefined) return serving;
  throw new CountersignError(
    'usage',
    `The configuration has no integration "${wanted}" to serve.`,
    `Add it to "integrations", or choose one of ${Object.keys(configured).join(', ')}.`,
  );
}

/** Only a window needs a browser here: without one a person can still use one elsewhere on this machine. */
async function browserToOpen(open: boolean, named: string | undefined): Promise<FoundBrowser | undefined> {
  try {
    const browser = await findBrowser(browserSearchHere(named));
    await askBrowser(browser);
    return browser;
  } catch (error) {
    if (open) throw error;
    return undefined;
  }
}

function printCommand(browser: FoundBrowser | undefined, args: readonly string[]): void {
  const variables = Object.entries(browser?.env ?? {}).map(([name, value]) => `${name}=${quote([value])}`);
  const command = [...variables, quote([browser?.executablePath ?? 'chromium', ...args])].join(' ');
  process.stdout.write(
    `\nThese names lead to the doubles only in a browser that is started so (or use --open):\n  ${command}\n`,
  );
}

function whenAborted(signal: AbortSignal): Promise<undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined), { once: true }));
}

function printControls(stack: RunningStack): void {
  process.stdout.write(`\nControl APIs\n`);
  for (const [name, url] of Object.entries(stack.controlUrls))
    process.stdout.write(`  ${name.padEnd(14)} ${url}/state\n`);
}

interface Window extends Disposable {
  /** Resolves when the person closes it; with an error when it never opened. */
  readonly closed: Promise<CountersignError | undefined>;
}

const noWindow: Window = { closed: new Promise(() => undefined), [Symbol.dispose]: () => undefined };

/** A window that a person used stays longer than this. */
const tooShortMs = 3_000;

function openWindow(
  executable: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Window {
  const openedAt = performance.now();
  const child = spawn(executable, [...args], { env: { ...process.env, ...env }, stdio: 'ignore' });
  const closed = new Promise<CountersignError | undefined>((resolve) => {
    child.once('error', (error) => resolve(notOpened(executable, error.message)));
    child.once('exit', (code) => {
      const failed = code !== 0 && performance.now() - openedAt < tooShortMs;
      resolve(failed ? notOpened(executable, `it ended with ${code ?? 'a signal'} at once`) : undefined);
    });
  });
  return { closed, [Symbol.dispose]: () => child.kill() };
}

function notOpened(executable: string, why: string): CountersignError {
  return new CountersignError(
    'browser-missing',
    `The browser "${executable}" opened no window: ${why}.`,
    'Start it where there is a screen, or leave --open out and use the printed command.',
  );
}

/** For a POSIX shell. */
function quote(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w/.:=@-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ');
}
