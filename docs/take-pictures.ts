/**
 * Takes the pictures of README.md and docs/ from the product itself: `npm run pictures`, or `npm run pictures catalog` for
 * some of them. Login page, phone, portal, catalog and Kpow from running doubles; the report from a run in which a mutation
 * makes one check fail.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright';
import { parseConfig } from '../harness/config/load-config.ts';
import type { Config } from '../harness/config/schema.ts';
import type { Serving } from '../harness/stack/serving.ts';
import { describeParties, phoneHost } from '../suites/1kosmos-identity-center/parties.ts';
import { people } from '../suites/1kosmos-identity-center/people.ts';
import { portalScreens } from '../suites/1kosmos-identity-center/screens.ts';
import serve from '../suites/1kosmos-identity-center/serve.ts';
import { describeParties as describeIdemeum } from '../suites/idemeum/parties.ts';
import { people as idemeumPeople } from '../suites/idemeum/people.ts';
import { catalogScreens } from '../suites/idemeum/screens.ts';
import serveIdemeum from '../suites/idemeum/serve.ts';
import { describeParties as describeKpow } from '../suites/kpow/parties.ts';
import { people as kpowPeople } from '../suites/kpow/people.ts';
import { portalScreens as kpowPortal, kpowScreens } from '../suites/kpow/screens.ts';
import serveKpow from '../suites/kpow/serve.ts';
import { startBench } from '../suites/support/bench.ts';
import { idpScreens } from '../suites/support/kosmos.ts';

const folder = join(import.meta.dirname, 'pictures');
const config = parseConfig(
  { integrations: { '1kosmos-identity-center': {}, idemeum: {}, kpow: {} } },
  'the pictures',
);
const { '1kosmos-identity-center': kosmos, idemeum, kpow } = config.integrations;
if (kosmos === undefined || idemeum === undefined || kpow === undefined)
  throw new Error('The configuration of the pictures lacks one of the three.');

const sets: Readonly<Record<string, () => Promise<void>>> = {
  login: () => withServed(serve, (browser) => pictureLogin(browser, describeParties(kosmos).names.portal)),
  report: () => withServed(serve, pictureReport),
  catalog: () =>
    withServed(serveIdemeum, (browser) => pictureCatalog(browser, describeIdemeum(idemeum).names.catalog)),
  kpow: () => withServed(serveKpow, (browser) => pictureKpow(browser, describeKpow(kpow).names.startUrl)),
};
const wanted = process.argv.slice(2);
for (const [name, take] of Object.entries(sets))
  if (wanted.length === 0 || wanted.includes(name)) await take();

/** Doubles and a browser that knows them, for as long as pictures are taken. */
async function withServed(
  describe: (integrations: Config['integrations']) => Serving | undefined,
  take: (browser: Browser) => Promise<void>,
): Promise<void> {
  const serving = describe(config.integrations);
  if (serving === undefined) throw new Error('The configuration has nothing to serve.');
  await using bench = await startBench(serving.parts, { headed: false });
  await serving.prepare(bench.stack);
  await take(bench.browser);
}

async function pictureLogin(browser: Browser, portal: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 720 } });
  const page = await context.newPage();
  await page.goto(portal);
  await page.locator(portalScreens.userName).fill(people.alice.email);
  await page.locator(portalScreens.next).click();
  await page.locator(idpScreens.qr).waitFor();
  await save(page, 'login');
  await approve(page, people.alice.email, (phone) => save(phone, 'phone'));
  await page.locator(portalScreens.home).waitFor();
  await save(page, 'portal');
  await context.close();
}

async function pictureCatalog(browser: Browser, catalog: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 560 } });
  const page = await context.newPage();
  await page.goto(catalog);
  await page.locator(idpScreens.qr).waitFor();
  await approve(page, idemeumPeople.alice.email);
  await page.locator(catalogScreens.catalog).waitFor();
  await save(page, 'catalog');
  await context.close();
}

async function pictureKpow(browser: Browser, startUrl: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 760 } });
  const page = await context.newPage();
  await page.goto(startUrl);
  await page.locator(kpowPortal.userName).fill(kpowPeople.zoe.userName);
  await page.locator(kpowPortal.next).click();
  await page.locator(kpowPortal.password).fill(kpowPeople.zoe.password);
  await page.locator(kpowPortal.signIn).click();
  await page.locator(kpowScreens.home).waitFor();
  await save(page, 'kpow');
  await context.close();
}

/** The phone reads the page's code, and its owner approves the number that the page shows. */
async function approve(page: Page, email: string, look?: (phone: Page) => Promise<void>): Promise<void> {
  const number = (await page.locator(idpScreens.number).textContent())?.trim() ?? '';
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser.');
  const phone = await openPhone(browser);
  await phone.locator('#owner').selectOption(email);
  await phone.locator('#file').setInputFiles({
    name: 'screen.png',
    mimeType: 'image/png',
    buffer: await page.screenshot(),
  });
  await phone.locator('#request').waitFor();
  await phone.locator(`#numbers input[value="${number}"]`).check();
  await look?.(phone);
  await phone.getByRole('button', { name: /touch id/i }).click();
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
