import type { Browser, BrowserContext } from 'playwright';
import type { ServiceProviderPort } from '../../harness/flows/ports.ts';
import type { OidcProbe } from '../../harness/model/oidc-records.ts';
import type { AppLogin } from '../../mocks/relying-app/pool-client.ts';
import type { Bench } from '../support/bench.ts';
import { whoami } from '../support/kosmos.ts';
import { callFrontDoor } from './front-door-call.ts';
import { appClient, type Controls, type Names } from './parties.ts';
import { appScreens } from './screens.ts';

export interface ProbeWorld {
  readonly controls: Controls;
  readonly names: Names;
  readonly bench: Bench;
}

type Storage = Awaited<ReturnType<BrowserContext['storageState']>>;
const empty: Storage = { cookies: [], origins: [] };

/** The same service provider; after the home page was read, the messages of further logins go where they do not belong. */
export function withProbes(
  port: ServiceProviderPort,
  world: ProbeWorld,
  probes: OidcProbe[],
): ServiceProviderPort {
  return {
    ...port,
    readHome: async (page) => {
      const home = await port.readHome(page);
      probes.push(...(await tryMessages(page.context(), world)));
      return home;
    },
  };
}

/** @param context browser of a person who is signed in everywhere */
async function tryMessages(context: BrowserContext, world: ProbeWorld): Promise<readonly OidcProbe[]> {
  const browser = context.browser();
  if (browser === null) throw new Error('The browser is gone.');
  const { names } = world;
  const own = await context.storageState();
  const atProvider = { ...own, cookies: own.cookies.filter(({ domain }) => domain.includes(names.idpHost)) };
  const atBoth = { ...own, cookies: own.cookies.filter(({ domain }) => !domain.includes(names.appHost)) };
  const fromProvider = await tryAnswers(browser, world, atProvider, names.poolCallback, 'provider');
  const fromPool = await tryAnswers(browser, world, atBoth, names.appCallback, 'pool');
  return [...fromProvider, ...fromPool, ...(await tryCalls(world))];
}

/** One answer opened where nobody asked for it, and another one used and then opened once more. */
async function tryAnswers(
  browser: Browser,
  world: ProbeWorld,
  storage: Storage,
  address: string,
  of: 'provider' | 'pool',
): Promise<readonly OidcProbe[]> {
  const planted = await catchAnswer(browser, world, storage, address);
  const elsewhere = await openIn(browser, world, empty, planted.answer, of);
  const used = await catchAnswer(browser, world, storage, address);
  const first = await openIn(browser, world, used.asked, used.answer, of);
  if (first.who === undefined) throw new Error('The answer did not work where it belongs.');
  const again = await openIn(browser, world, used.asked, used.answer, of);
  return [
    { how: `${of}-answer-elsewhere`, ...elsewhere },
    { how: `${of}-answer-again`, ...again },
  ];
}

/** Begins a sign-in and keeps the answer from the party that it is for. */
async function catchAnswer(
  browser: Browser,
  { bench, names }: ProbeWorld,
  storageState: Storage,
  address: string,
): Promise<{ readonly answer: string; readonly asked: Storage }> {
  const context = await browser.newContext({ storageState });
  let answer: string | undefined;
  bench.stack.frontDoor.rewriteLocations((location) => {
    if (answer !== undefined || !location.startsWith(`${address}?`)) return location;
    answer = location;
    return names.startUrl;
  });
  try {
    const page = await context.newPage();
    await page.goto(`${names.appOrigin}/sign-in`);
    if (answer === undefined)
      throw new Error(`No answer came to ${address}: ${page.url()} is where it ended.`);
    return { answer, asked: await context.storageState() };
  } finally {
    bench.stack.frontDoor.rewriteLocations();
    await context.close();
  }
}

async function openIn(
  browser: Browser,
  { controls, names }: ProbeWorld,
  storageState: Storage,
  url: string,
  of: 'provider' | 'pool',
): Promise<Omit<OidcProbe, 'how'>> {
  const context = await browser.newContext({ storageState });
  try {
    const page = await context.newPage();
    const answer = await page.goto(url);
    await page.locator(`${appScreens.home}, ${appScreens.refusal}, ${appScreens.welcome}`).first().waitFor();
    // The pool is asked about the provider's answers, the application about the pool's: each has to refuse by itself.
    const who =
      of === 'provider'
        ? await whoami(controls.pool, context, names.hostedUi)
        : await whoami(controls.app, context, names.startUrl);
    return {
      accepted: who !== undefined,
      status: answer?.status() ?? 0,
      ...(who === undefined ? {} : { who }),
    };
  } finally {
    await context.close();
  }
}

/** What needs no browser. */
async function tryCalls({ bench: { stack }, controls, names }: ProbeWorld): Promise<readonly OidcProbe[]> {
  const [login] = await controls.app.get<readonly AppLogin[]>('/logins');
  if (login?.idToken === undefined) throw new Error('The application keeps no login.');
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: names.appClientId,
    code: login.callback?.code ?? '',
    redirect_uri: names.appCallback,
    ...(login.codeVerifier === undefined ? {} : { code_verifier: login.codeVerifier }),
  });
  const basic = Buffer.from(`${appClient.id}:${appClient.secret}`).toString('base64');
  const redeemed = await callFrontDoor(stack, {
    url: `${names.hostedUi}/oauth2/token`,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${basic}` },
    body: form.toString(),
  });
  const elsewhere = new URL(login.authorizeUrl);
  elsewhere.searchParams.set('redirect_uri', 'https://evil.example/callback');
  const asked = await callFrontDoor(stack, { url: elsewhere.href });
  const leadsAway = asked.headers.location?.startsWith('https://evil.example/') === true;
  // Whether a provider is asked in between makes no difference: the address would be kept.
  const goesOn = asked.status >= 300 && asked.status < 400;
  const open = await callFrontDoor(stack, { url: names.resource });
  const unsigned = login.idToken.replace(/[^.]*$/, '');
  const forged = await callFrontDoor(stack, {
    url: names.resource,
    headers: { authorization: `Bearer ${unsigned}` },
  });
  return [
    { how: 'code-redeemed-again', accepted: redeemed.status === 200, status: redeemed.status },
    { how: 'redirect-elsewhere', accepted: leadsAway || goesOn, status: asked.status },
    { how: 'resource-without-token', accepted: open.status === 200, status: open.status },
    { how: 'resource-with-unsigned-token', accepted: forged.status === 200, status: forged.status },
  ];
}
