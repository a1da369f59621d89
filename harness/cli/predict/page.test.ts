import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserSearchHere, findBrowser } from '../../stack/find-browser.ts';
import { buildStsReport } from './compare-sts.ts';
import { writePage } from './html.ts';
import { makePredictFiles, now, pairOf, roleArn } from './predict.test-data.ts';
import { makePrediction } from './predict.ts';

const hostile = `"><script>document.title='owned'</script><img src=x onerror="document.title='owned'">`;
const users = `user,email,roles
alice,alice@example.com,ReadOnly;Engineer
bob,bob@example.com,ReadOnly;Billing
${JSON.stringify(hostile).replaceAll('\\"', '""')},carol@example.com,Billing;${pairOf('x').replaceAll(',', '|')}
`;

let folder = '';
let browser: Browser;
let address = '';
let comparedAddress = '';
/** What differs, with names that a stranger chose. */
const sampleSts = buildStsReport({
  endpoint: 'https://sts.amazonaws.com/',
  host: 'sts.amazonaws.com',
  askedAt: '2026-11-21T08:00:00.000Z',
  comparisons: (['agree', 'differ', 'open'] as const).map((result) => ({
    user: hostile,
    role: roleArn('R'.repeat(60)),
    provider: `arn:aws:iam::123456789012:saml-provider/${'p'.repeat(80)}`,
    foretold: {
      outcome: 'can-assume',
      assumedRoleArn: `arn:aws:sts::123456789012:assumed-role/R/${hostile}`,
    },
    answered: { outcome: 'refused', status: 403, code: 'AccessDenied', message: hostile },
    result,
  })),
});
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-predict-page-'));
  const files = await makePredictFiles(folder);
  const report = await makePrediction(
    {
      here: folder,
      account: ['details.json'],
      providers: [],
      idpMetadata: 'idp.xml',
      responses: [],
      role: [],
      askSts: false,
      users: await files.write('users.csv', users),
      mapping: 'mapping.json',
      format: 'html',
    },
    now,
  );
  const file = join(folder, 'page.html');
  await writeFile(file, [...writePage(report)].join(''));
  address = pathToFileURL(file).href;
  const compared = join(folder, 'compared.html');
  await writeFile(compared, [...writePage({ ...report, sts: sampleSts })].join(''));
  comparedAddress = pathToFileURL(compared).href;
  const { executablePath, args, env } = await findBrowser(browserSearchHere());
  browser = await chromium.launch({ executablePath, args: [...args], env: { ...process.env, ...env } });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens the page and keeps what the browser complains of. */
async function open(
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage(options);
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== address) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  return { page, complaints };
}

describe('the page', () => {
  test('shows users and roles, needs nothing beside itself, and runs nothing that a file put into it', async () => {
    const { page, complaints } = await open();
    expect(await page.title()).toMatch(/^AWS would refuse \d of \d assignments: countersign prediction$/);
    expect(await page.locator('thead th.role').allTextContents()).toEqual([
      'ReadOnly',
      'Engineer',
      'Billing',
      'Admin',
    ]);
    const row = page.locator('tr[data-user="bob"]');
    expect(await row.locator('td').allTextContents()).toEqual([
      'yes',
      '–',
      expect.stringMatching(/^no R\d$/),
      '–',
    ]);
    expect(await page.locator('tbody th span').allTextContents()).toContain(hostile);
    expect(await page.locator('img, script[src]').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('leads from a refused cell to its reason', async () => {
    const { page } = await open();
    const link = page.locator('tr[data-user="bob"] td.n a');
    const id = (await link.getAttribute('href')) ?? '';
    await link.click();
    expect(await page.locator(id).textContent()).toContain(
      'SAML:sub to pass StringEquals with “carol@example.com”',
    );
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(id.slice(1));
    await page.close();
  });

  test('filters by user, role and outcome, and clears the filters', async () => {
    const { page } = await open();
    const status = page.locator('.shown');
    const shows = (text: string) => expect.poll(() => status.textContent()).toBe(text);
    await shows('3 of 3 users and 4 of 4 roles shown');
    await page.getByLabel('Role', { exact: true }).fill(roleArn('Billing'));
    await shows('3 of 3 users and 1 of 4 roles shown');
    expect(await page.locator('thead th.role:visible').allTextContents()).toEqual(['Billing']);
    await page.getByLabel('Can assume').uncheck();
    await page.getByLabel('Not listed').uncheck();
    await shows('1 of 3 users and 1 of 4 roles shown');
    await page.getByLabel('Can assume').check();
    await shows('2 of 3 users and 1 of 4 roles shown');
    await page.getByLabel('User', { exact: true }).fill('BOB');
    await shows('1 of 3 users and 1 of 4 roles shown');
    expect(await page.locator('tbody tr:visible th').allTextContents()).toContain('bob');
    await page.getByLabel('User', { exact: true }).fill('nobody');
    await shows('0 of 3 users and 0 of 4 roles shown');
    expect(await page.locator('#nothing-shown').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await shows('3 of 3 users and 4 of 4 roles shown');
    await page.close();
  });

  test.each([
    ['light', 1280, 'of files alone'],
    ['dark', 1280, 'of files alone'],
    ['light', 390, 'of files alone'],
    ['light', 390, 'beside STS'],
    ['dark', 1280, 'beside STS'],
  ] as const)(
    'has no accessibility fault in %s at %i pixels, nor a line that is too wide, %s',
    async (colorScheme, width, kind) => {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 900 },
        bypassCSP: true,
      });
      const page = await context.newPage();
      await page.goto(kind === 'beside STS' ? comparedAddress : address);
      expect(await page.locator('.sts tbody tr').count()).toBe(kind === 'beside STS' ? 3 : 0);
      expect(await page.title()).not.toBe('owned');
      await page.addScriptTag({
        path: join(import.meta.dirname, '../../../node_modules/axe-core/axe.min.js'),
      });
      const faults = await page.evaluate(async () => {
        // The script of the line above has put it there.
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(faults).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await context.close();
    },
  );

  test('has the whole table without scripts', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    expect(await page.locator('tbody tr:visible').count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator('#filters').isVisible()).toBe(false);
    await page.close();
  });

  test('has its styles and scripts in it, and no other address than of anchors', async () => {
    const text = await readFile(join(folder, 'page.html'), 'utf8');
    expect(text).not.toMatch(/<(link|iframe|object)\b/);
    expect([...text.matchAll(/ (?:href|src)="([^#"][^"]*)"/g)]).toEqual([]);
  });
});
