import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import type { Browser, BrowserContext } from 'playwright';
import type { ExistingApplication } from '../../harness/config/saml-application-schema.ts';
import type { RunningStack } from '../../harness/stack/start-stack.ts';
import { selectAll } from './select-all.ts';

/** Where the configuration says that something stands. */
export type Place = ExistingApplication['whoami'];

/**
 * Asks an application with the cookies of a browser, and beside that browser: a page that sends strangers to sign in would
 * otherwise begin a login of its own. A redirect, or any answer but a page, says nothing.
 */
export async function askApplication(
  context: BrowserContext,
  { frontDoor, authority }: RunningStack,
  place: Place,
): Promise<readonly string[]> {
  const cookies = await context.cookies(place.url);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const answer = await get(place.url, cookie, frontDoor.port, authority);
  if (answer.status !== 200) return [];
  if (place.json !== undefined) return selectAll(parse(answer.body), place.json);
  const browser = context.browser();
  return browser === null ? [] : selectTexts(browser, answer.body, place.selector ?? '');
}

function get(
  url: string,
  cookie: string,
  port: number,
  ca: string,
): Promise<{ readonly status: number; readonly body: string }> {
  const { hostname, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        ca,
        servername: hostname,
        path: pathname + search,
        headers: { host: hostname, cookie },
      },
      async (answer) => resolve({ status: answer.statusCode ?? 0, body: await text(answer) }),
    );
    asked.on('error', reject);
    asked.end();
  });
}

/** Texts of all that a selector finds in a page, which neither runs nor fetches anything. */
async function selectTexts(browser: Browser, html: string, selector: string): Promise<readonly string[]> {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  try {
    const page = await context.newPage();
    await page.setContent(html);
    return (await page.locator(selector).allTextContents()).map((one) => one.trim());
  } finally {
    await context.close();
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
