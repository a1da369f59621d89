import { type Browser, chromium } from 'playwright';
import { browserSearchHere, findBrowser } from '../../harness/stack/find-browser.ts';
import type { StackPart } from '../../harness/stack/start-stack.ts';
import {
  type PartStarter,
  type RunningStack,
  startEmbedded,
  startStack,
} from '../../harness/stack/start-stack.ts';
import { fetchThroughFrontDoor } from './front-door-fetch.ts';

/** A stack of doubles and a browser that sees them under their production names. One serves many cases. */
export interface Bench extends AsyncDisposable {
  readonly stack: RunningStack;
  readonly browser: Browser;
  /** Fetches a document under its production name, as another system would. */
  readonly fetchText: (url: string) => Promise<string>;
}

export interface BenchOptions {
  readonly headed: boolean;
  readonly browserPath?: string | undefined;
  readonly start?: PartStarter | undefined;
  /** True where nothing is done in pages: a browser costs as much as many requests. */
  readonly withoutBrowser?: boolean | undefined;
}

/** Starts the doubles and the browser. */
export async function startBench(parts: readonly StackPart[], options: BenchOptions): Promise<Bench> {
  await using started = new AsyncDisposableStack();
  const stack = started.use(await startStack(parts, options.start ?? startEmbedded, Date.now()));
  const fetchText = (url: string) => fetchThroughFrontDoor(stack, url);
  if (options.withoutBrowser) {
    const kept = started.move();
    return {
      stack,
      get browser(): never {
        throw new Error('This integration said that it needs no browser.');
      },
      fetchText,
      [Symbol.asyncDispose]: () => kept.disposeAsync(),
    };
  }
  const found = await findBrowser(browserSearchHere(options.browserPath));
  const browser = started.adopt(
    await chromium.launch({
      executablePath: found.executablePath,
      headless: !options.headed,
      env: { ...definedOnly(process.env), ...found.env },
      args: [...found.args, ...quiet, ...stack.browserArgs],
      handleSIGINT: false, // the runner ends the journey, then closes the browser
    }),
    (one) => one.close(),
  );
  const kept = started.move();
  return {
    stack,
    browser,
    fetchText,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

/** The browser's own errands would be traffic that no journey made. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
