import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright';
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
