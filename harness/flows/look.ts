import type { Page } from 'playwright';

/** Pauses between two looks at a page, in milliseconds; the last one is repeated. */
const pauses = [20, 40, 60, 100];

/**
 * Looks at a page for elements that a person could see. Locators do the same, but put a third of a megabyte of script into
 * every page first, also into those that only pass the browser on: that was a fifth of the time of a login.
 * @param selectors CSS; what is none (Playwright's own `text=…`) is looked for by a locator
 * @returns the first of the selectors that is shown now
 */
export async function findShown(page: Page, selectors: readonly string[]): Promise<string | undefined> {
  try {
    const at = await page.evaluate(
      (wanted) =>
        wanted.findIndex((selector) =>
          [...document.querySelectorAll(selector)].some((element) => {
            const { width, height } = element.getBoundingClientRect();
            return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
          }),
        ),
      selectors,
    );
    return selectors[at];
  } catch (error) {
    if (!(error as Error).message.includes('SyntaxError')) throw error;
    for (const selector of selectors) if (await page.locator(selector).first().isVisible()) return selector;
    return undefined;
  }
}

/**
 * Waits, also over navigations, until one of the selectors is shown.
 * @param networkChanged of `watchNetworkChanges`, where a page that was lost so is to be loaded again
 * @returns which
 * @throws when none was within `patienceMs`
 */
export async function waitForAny(
  page: Page,
  selectors: readonly string[],
  patienceMs: number,
  networkChanged: () => boolean = () => false,
): Promise<string> {
  const deadline = performance.now() + patienceMs;
  for (let look = 0; ; look += 1) {
    const found = await findShown(page, selectors).catch((error: unknown) => {
      // A page that goes away while it is looked at is what is waited for; a closed one is not.
      if (page.isClosed()) throw error;
      return undefined;
    });
    if (found !== undefined) return found;
    // What was about to be loaded, a posted form too, is loaded when the browser is told to, as a person would tell it.
    if (page.url().startsWith('chrome-error:') && networkChanged())
      await page.reload().catch(() => undefined);
    if (performance.now() > deadline)
      throw new Error(
        `Within ${patienceMs / 1000} s, none of ${selectors.join(', ')} was shown at ${page.url()}.`,
      );
    await new Promise((resolve) => setTimeout(resolve, pauses[look] ?? pauses.at(-1)));
  }
}

/**
 * A browser breaks off what it is doing when the machine's own networks change, as `openPage` says.
 * @returns tells, once for each, whether a page was lost so since it was last asked
 */
export function watchNetworkChanges(page: Page): () => boolean {
  let lost = false;
  page.on('requestfailed', (request) => {
    const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (isPage && request.failure()?.errorText.includes('ERR_NETWORK_CHANGED')) lost = true;
  });
  return () => {
    const was = lost;
    lost = false;
    return was;
  };
}

/** Text of the first element that fits, without space around it; undefined when there is none. */
export async function readText(page: Page, selector: string): Promise<string | undefined> {
  const text = await page.evaluate((wanted) => document.querySelector(wanted)?.textContent, selector);
  return text?.trim();
}
