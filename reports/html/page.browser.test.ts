import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserSearchHere, findBrowser } from '../../harness/stack/find-browser.ts';
import { sampleReport } from '../sample.test-data.ts';
import { writeHtml } from './write-html.ts';

let browser: Browser;
let folder = '';
let address = '';

beforeAll(async () => {
  const found = await findBrowser(browserSearchHere());
  browser = await chromium.launch({
    executablePath: found.executablePath,
    args: [...found.args],
    env: { ...(process.env as Record<string, string>), ...found.env }, // Node gives no undefined values here
  });
  folder = await mkdtemp(join(tmpdir(), 'countersign-page-'));
  const file = join(folder, 'report.html');
  await writeFile(file, writeHtml(sampleReport(), { loadImage: () => undefined }));
  address = pathToFileURL(file).href;
}, 60_000);
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
] as const)(
  'axe finds nothing in %s at %i pixels, and nothing scrolls sideways',
  async (colorScheme, width) => {
    // axe is put into the page, which the page's own policy rightly forbids to others.
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    await page.goto(address);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await page.evaluate(
      await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
    );
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run: () => Promise<{ violations: { id: string }[] }> };
      }; // just put there
      return (await axe.run()).violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.close();
  },
);

async function onPage(act: (page: Page) => Promise<void>, fragment = '', width = 1280): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.goto(`${address}${fragment}`);
  await act(page);
  expect(complaints).toEqual([]);
  await page.close();
}

const shownCases = (page: Page) => page.locator('[data-case]:visible').count();

/** Moves by the tabulator, as a person without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await page.locator(selector).evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The tabulator does not reach ${selector}.`);
}

test('search and filters work by keyboard alone, say what is shown, and can be cleared', async () => {
  await onPage(async (page) => {
    const status = page.locator('#filters [role=status]');
    expect(await shownCases(page)).toBe(10);
    await tabTo(page, '#filter-text');
    await page.keyboard.type('replay/after-restart');
    expect(await shownCases(page)).toBe(1);
    expect(await status.textContent()).toBe('1 of 10 cases shown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space'); // the first verdict, failed
    expect(await page.getByText('No case matches the filter.').isVisible()).toBe(true);
    await tabTo(page, 'button[type=reset]');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('[data-case][hidden]').length === 0);
    expect(await status.textContent()).toBe('10 of 10 cases shown');
  });
});

test('the first stop of the tabulator skips to the results', async () => {
  await onPage(async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });
});

const passed = 'case-1kosmos-identity-center-success-direct-sp--signature-verifies';

test('a permalink opens its finding, however deep it is folded', async () => {
  await onPage(async (page) => {
    const finding = page.locator(`#${passed}`);
    await finding.waitFor({ state: 'visible' });
    expect(await finding.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.waitForFunction((id) => {
      const top = document.getElementById(id)?.getBoundingClientRect().top ?? -1;
      return top >= 0 && top < innerHeight; // it is scrolled to smoothly
    }, passed);
  }, `#${passed}`);
});

test('a link to a finding that the filter hides clears the filter', async () => {
  await onPage(async (page) => {
    await page.locator('#filter-text').fill('replay/after-restart');
    expect(await page.locator(`#${passed}`).isVisible()).toBe(false);
    await page.evaluate((fragment) => location.assign(`#${fragment}`), passed);
    await page.locator(`#${passed}`).waitFor({ state: 'visible' });
    expect(await page.locator('#filter-text').inputValue()).toBe('');
  });
});

test('paper shows every failure with its messages, and no filter', async () => {
  await onPage(async (page) => {
    const failed = page.locator('[data-verdict=fail]');
    for (const summary of await page.locator('[data-verdict=fail] > details > summary').all())
      await summary.click();
    expect(await failed.locator('[data-kind=failure]:visible').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await failed.locator('[data-kind=failure]:visible').count()).toBe(4);
    expect(await failed.locator('.sequence svg:visible').count()).toBe(3);
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await page.locator('#attack-filters').isVisible()).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await failed.locator('[data-kind=failure]:visible').count()).toBe(0);
  });
});

test('with everything unfolded nothing scrolls sideways at 360 pixels', async () => {
  await onPage(
    async (page) => {
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    },
    '',
    360,
  );
});

test('no message of the browser tells of a refused style, script or address', async () => {
  await onPage(async (page) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.reload();
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([address]);
  });
});

test('attacks are filtered by words, family and outcome, and the page says how many are left', async () => {
  await onPage(async (page) => {
    const status = page.locator('#attack-filters [role=status]');
    const shown = () =>
      page.locator('[data-attack]:visible').evaluateAll((rows) => rows.map((row) => row.id));
    expect(await status.textContent()).toBe('5 of 5 attacks shown');
    expect((await shown())[0]).toBe('attacks-1-signature-wrapped-before-original'); // what fell comes first
    await page.locator('#attack-text').fill('cve-2025-47949');
    expect(await shown()).toEqual(['attacks-1-signature-wrapped-before-original']);
    await page.locator('#attack-text').fill('');
    await page.locator('#attack-family').selectOption('replay');
    await page.getByRole('checkbox', { name: 'Not applicable' }).uncheck();
    expect(await shown()).toEqual(['attacks-1-replay-other-browser']);
    await page.locator('#attack-text').fill('no such thing');
    expect(await page.getByText('No attack matches the filter.').isVisible()).toBe(true);
  });
});

test('a page of attacks alone works without the filters of cases', async () => {
  const file = join(folder, 'attacks.html');
  await writeFile(file, writeHtml({ ...sampleReport(), cases: [] }));
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.goto(pathToFileURL(file).href);
  expect(await page.locator('#attack-filters').isVisible()).toBe(true);
  expect(await page.locator('nav a').allTextContents()).toEqual(['Attacks 5', 'What was not tested']);
  expect(complaints).toEqual([]);
  await page.close();
});
