/**
 * Takes the pictures of README.md and docs/ from the product itself: `npm run pictures`.
 * Login page, phone and portal from running doubles; the report from a run in which a mutation makes one check fail.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright';
import { parseConfig } from '../harness/config/load-config.ts';
import { describeParties, phoneHost } from '../suites/1kosmos-identity-center/parties.ts';
import { people } from '../suites/1kosmos-identity-center/people.ts';
import { portalScreens } from '../suites/1kosmos-identity-center/screens.ts';
import serve from '../suites/1kosmos-identity-center/serve.ts';
import { startBench } from '../suites/support/bench.ts';
import { idpScreens } from '../suites/support/kosmos.ts';

const folder = join(import.meta.dirname, 'pictures');
const config = parseConfig({ integrations: { '1kosmos-identity-center': {} } }, 'the defaults');
const own = config.integrations['1kosmos-identity-center'];
if (own === undefined) throw new Error('The default configuration has no 1kosmos-identity-center.');
const parties = describeParties(own);
await using bench = await startBench(parties.parts, { headed: false });
await serve(config.integrations)?.prepare(bench.stack);
await pictureLogin(bench.browser);
await pictureReport(bench.browser);

async function pictureLogin(browser: Browser): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 720 } });
  const page = await context.newPage();
  await page.goto(parties.names.portal);
  await page.locator(portalScreens.userName).fill(people.alice.email);
  await page.locator(portalScreens.next).click();
  await page.locator(idpScreens.qr).waitFor();
  await save(page, 'login');
  const number = (await page.locator(idpScreens.number).textContent())?.trim() ?? '';
  const phone = await openPhone(browser);
  await phone.locator('#owner').selectOption(people.alice.email);
  await phone.locator('#file').setInputFiles({
    name: 'screen.png',
    mimeType: 'image/png',
    buffer: await page.screenshot(),
  });
  await phone.locator('#request').waitFor();
  await phone.locator(`#numbers input[value="${number}"]`).check();
  await save(phone, 'phone');
  await phone.getByRole('button', { name: /touch id/i }).click();
  await page.locator(portalScreens.home).waitFor();
  await save(page, 'portal');
  await context.close();
}

async function openPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 780 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.goto(`https://${phoneHost}/`);
  return page;
}

async function pictureReport(browser: Browser): Promise<void> {
  const reports = await mkdtemp(join(tmpdir(), 'countersign-pictures-'));
  const cli = join(import.meta.dirname, '..', 'harness', 'cli', 'countersign.mjs');
  const args = ['run', '--grep', 'success|direct|rollover|replay', '--report-dir', reports];
  // Ends 1, because the mutation makes a check fail: that is the picture.
  await promisify(execFile)(process.execPath, [
    cli,
    ...args,
    '--mutation',
    'conditions/audience-of-other-sp',
  ]).catch(() => undefined);
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  await page.goto(pathToFileURL(join(reports, 'report.html')).href);
  await save(page, 'report');
  await page.setViewportSize({ width: 390, height: 800 });
  await save(page, 'report-narrow');
  await rm(reports, { recursive: true, force: true });
}

async function save(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
