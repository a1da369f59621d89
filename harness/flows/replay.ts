import type { BrowserContext, Page } from 'playwright';
import type { ReplayRecord } from '../model/records.ts';
import { waitForAny } from './look.ts';
import type { ServiceProviderPort } from './ports.ts';

type Attempt = ReplayRecord['attempts'][number];

interface ReplayContext {
  readonly sp: ServiceProviderPort;
  readonly patienceMs: number;
}

/**
 * Posts the form of a finished login again, in each of the ways asked for.
 * @param form the body as the browser sent it; without one there is nothing to replay
 */
export async function replayResponse(
  ways: readonly Attempt['how'][],
  context: ReplayContext,
  form: string | undefined,
  own: BrowserContext,
  openOther: () => Promise<BrowserContext>,
): Promise<ReplayRecord> {
  if (form === undefined)
    throw new Error('No response was posted to the service provider: nothing to replay.');
  const attempts: Attempt[] = [];
  for (const how of ways) {
    if (how === 'after-restart') await context.sp.restart?.();
    const browser = how === 'same-browser' ? own : await openOther();
    attempts.push({ how, ...(await post(context, browser, form)) });
  }
  return { attempts };
}

async function post(
  { sp, patienceMs }: ReplayContext,
  browser: BrowserContext,
  form: string,
): Promise<Omit<Attempt, 'how'>> {
  const page = await browser.newPage();
  page.setDefaultTimeout(patienceMs);
  try {
    const answer = page.waitForResponse((response) => response.url() === sp.acsUrl);
    await submit(page, sp.acsUrl, form);
    const status = (await answer).status();
    const shown = await waitForAny(page, [sp.screens.home, sp.screens.refusal], patienceMs);
    const accepted = shown === sp.screens.home;
    const who = accepted ? await sp.whoami(browser) : undefined;
    const auditReason = accepted ? undefined : await sp.lastRefusal();
    return {
      accepted,
      status,
      ...(who === undefined ? {} : { who }),
      ...(auditReason === undefined ? {} : { auditReason }),
    };
  } finally {
    await page.close();
  }
}

async function submit(page: Page, action: string, form: string): Promise<void> {
  const fields = [...new URLSearchParams(form)];
  // evaluate() returns before the navigation that it starts: the caller waits for the answer.
  await page.evaluate(
    ([target, entries]) => {
      const element = document.createElement('form');
      element.method = 'post';
      element.action = target;
      for (const [name, value] of entries) {
        const input = document.createElement('input');
        Object.assign(input, { type: 'hidden', name, value });
        element.append(input);
      }
      document.body.append(element);
      element.submit();
    },
    [action, fields] as const,
  );
}
