import type { Context, Hono } from 'hono';
import { Refusal } from '../../core/saml/refusal.ts';
import { onlyField, readForm } from '../../core/web/forms.ts';
import { readCookie } from '../../core/web/read-cookie.ts';
import { readSamlResponse } from '../saml/read-saml-response.ts';
import { enter } from './enter.ts';
import { homePage, refusedPage, signedOutPage } from './pages.ts';
import type { PoolApp } from './state.ts';

export const acsPath = '/saml/acs';
export const sessionCookie = '__Host-reports-session';
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** The application's addresses: the assertion consumer service, the first page and the way out. */
export function addRoutes(app: Hono, pool: PoolApp): void {
  app.post(acsPath, (c) => receive(c, pool));
  app.get('/', (c) => {
    const session = pool.sessions.get(keyOf(c));
    const nonce = pool.ids.token();
    return session === undefined ? signedOutPage(pool.name, nonce, 401) : homePage(pool.name, session, nonce);
  });
  app.post('/sign-out', async (c) => {
    pool.sessions.take(keyOf(c));
    pool.events.record('signed-out');
    const page = await signedOutPage(pool.name, pool.ids.token(), 200);
    page.headers.set('set-cookie', `${sessionCookie}=; ${attributes}; Max-Age=0`);
    return page;
  });
}

/** A response is taken to the identity pool as it came: it is the pool that decides whether it counts. */
async function receive(c: Context, pool: PoolApp): Promise<Response> {
  const samlResponse = await readPost(c, pool);
  if (samlResponse === undefined) return refusedPage(pool.name, pool.ids.token(), 400);
  const { calls, entered } = await enter(samlResponse, pool.settings, pool);
  pool.logins = [...pool.logins.slice(-99), calls];
  if (entered === undefined) {
    pool.events.record('refused', { operations: calls.map(({ operation }) => operation) });
    return refusedPage(pool.name, pool.ids.token(), 403);
  }
  const userName = readUserName(samlResponse, pool);
  if (userName === undefined) {
    pool.events.record(
      'refused',
      {},
      'The identity pool took an assertion that the application cannot verify',
    );
    return refusedPage(pool.name, pool.ids.token(), 403);
  }
  pool.sessions.take(keyOf(c));
  const key = pool.sessions.put({ userName, ...entered, tags: entered.tags });
  pool.events.record('signed-in', { userName, arn: entered.arn });
  c.header('set-cookie', `${sessionCookie}=${key}; ${attributes}`);
  return c.redirect('/', 303);
}

/** From the signed part only: what is beside it may be anybody's. */
function readUserName(samlResponse: string, { trusted }: PoolApp): string | undefined {
  const { response } = readSamlResponse(samlResponse, {
    trustFor: (issuer) => trusted.find(({ entityId }) => entityId === issuer),
    privateKeys: [],
    acceptSha1: true,
    maxLength: 100_000,
  });
  if (!response.readable || !response.facts.signatureVerifiedByProvider) return undefined;
  return response.facts.nameId?.value;
}

async function readPost(c: Context, { events }: PoolApp): Promise<string | undefined> {
  try {
    const value = onlyField(await readForm(c.req.raw), 'SAMLResponse');
    if (value === undefined) events.record('refused', {}, 'No SAMLResponse came');
    return value;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    events.record('refused', {}, error.message);
    return undefined;
  }
}

function keyOf(c: Context): string {
  return readCookie(c.req.header('cookie'), sessionCookie) ?? '';
}
