import { chromium as playwright } from 'playwright';
import type { RefusalTarget } from '../../harness/flows/refusals/target.ts';
import type { Double } from '../../harness/model/double.ts';
import { browserSearchHere, findBrowser } from '../../harness/stack/find-browser.ts';
import { type RunningStack, startEmbedded, startStack } from '../../harness/stack/start-stack.ts';
import { type Chromium, openChromium } from './chromium.ts';

export type { Chromium };

const defaultTimeoutMs = 30_000;

/** Puts a double that runs in this process behind a front door under its production names. */
export function openBehindFrontDoor(
  id: string,
  target: Pick<RefusalTarget, 'origins' | 'send'>,
): Promise<RunningStack> {
  const hosts = target.origins.map((origin) => new URL(origin).hostname);
  const double: Double = {
    name: id,
    hosts,
    fetch: target.send,
    // Its control API is used in this process, never through the front door.
    control: async () => new Response(null, { status: 404 }),
  };
  const part = { name: id, hosts, entry: '', config: () => ({}), create: () => double };
  return startStack([part], startEmbedded, Date.now());
}

/** Starts Chromium. With a front door's switches no other name is looked up at all. */
export async function launchChromium(
  origins: readonly string[],
  frontDoorArgs: readonly string[],
  timeoutMs: number = defaultTimeoutMs,
): Promise<Chromium> {
  const found = await findBrowser(browserSearchHere());
  const sealed = frontDoorArgs.map((arg) =>
    arg.startsWith('--host-resolver-rules=') ? `${arg}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1` : arg,
  );
  const browser = await playwright.launch({
    executablePath: found.executablePath,
    args: [...found.args, ...sealed],
    // Else it would end this process at once, before there is a report.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    env: { ...(process.env as Record<string, string>), ...found.env }, // Node gives no undefined values here
  });
  const opened = openChromium({ browser, origins, timeoutMs });
  return {
    open: opened.open,
    [Symbol.asyncDispose]: async () => {
      await opened[Symbol.asyncDispose]();
      await browser.close();
    },
  };
}
