import type { Biometric } from '../../../../harness/model/records.ts';
import { createClock } from '../../../core/clock.ts';
import { createControlClient } from '../../../core/control-client.ts';
import { createIds } from '../../../core/ids.ts';
import { createIdpClient } from '../../../idp/client.ts';
import type { IdpKeys } from '../../../idp/state.ts';
import { enrolPhone, readPage } from '../../../idp/test-world.ts';
import { createKosmosOidc } from '../../../kosmos-oidc/double.ts';
import type { OidcKeys } from '../../../kosmos-oidc/keys.ts';
import { type UserPoolConfig, userPoolAddresses } from '../config.ts';
import { createUserPool } from '../double.ts';
import type { PoolKeys } from '../pool-keys.ts';

/** For tests: a tenant and a pool that trust each other, a browser between them, and a phone. */

export const idpHost = 'acme.1kosmos.net';
export const issuer = `https://${idpHost}/oauth2/community/default/v1`;
export const callback = 'https://app.acme.example/callback';
export const alice = 'alice.wong@example.com';
export const appClient = { id: '5n2example4app0client7id', secret: 'app-client-secret-of-a-test' };
export const pool = {
  region: 'us-east-1',
  poolId: 'us-east-1_Acme12345',
  domain: 'acme.auth.us-east-1.amazoncognito.com',
};
export const addresses = userPoolAddresses(pool);
const federation = { id: 'cognito-user-pool', secret: 'federation-client-secret-of-a-test' };

export interface WorldKeys {
  readonly saml: IdpKeys;
  readonly oidc: OidcKeys;
  readonly pool: PoolKeys;
}

/** @param change of the pool's configuration */
export async function makeWorld(keys: WorldKeys, change: UserPoolConfig = {}) {
  const clock = createClock();
  const ids = createIds();
  const idp = createKosmosOidc(
    {
      users: [{ email: alice, firstName: 'Alice', lastName: 'Wong', custom: { ial: '2' } }],
      clients: [{ ...federation, name: 'Acme Payments', redirectUris: [addresses.oidcCallback] }],
      applications: [
        {
          id: 'cognito',
          name: 'Acme Payments',
          accessUrl: 'https://app.acme.example/',
          entityId: addresses.samlEntityId,
          acsUrl: addresses.samlAcs,
          nameIdFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
          claims: [
            { name: 'email', value: 'email' },
            { name: 'given_name', value: 'firstName' },
          ],
        },
      ],
    },
    { clock, ids, samlKeys: keys.saml, oidcKeys: keys.oidc },
  );
  const metadata = await (await idp.fetch(new Request(`https://${idpHost}/saml/metadata`))).text();
  const double = await createUserPool(
    {
      ...pool,
      schema: [{ name: 'email', required: true }, { name: 'custom:ial' }],
      clients: [
        {
          ...appClient,
          callbackUrls: [callback],
          logoutUrls: ['https://app.acme.example/'],
          oauthFlows: ['code', 'implicit'],
          providers: ['1Kosmos', '1KosmosSAML'],
        },
      ],
      providers: [
        {
          ProviderName: '1Kosmos',
          ProviderType: 'OIDC',
          ProviderDetails: {
            client_id: federation.id,
            client_secret: federation.secret,
            attributes_request_method: 'GET',
            oidc_issuer: issuer,
            authorize_scopes: 'openid email profile /assurance/ial/2',
          },
          AttributeMapping: { email: 'email', given_name: 'given_name', 'custom:ial': 'ial' },
        },
        {
          ProviderName: '1KosmosSAML',
          ProviderType: 'SAML',
          ProviderDetails: { MetadataFile: metadata },
          AttributeMapping: { email: 'email', given_name: 'given_name' },
        },
      ],
      ...change,
    },
    { keys: keys.pool, send: (request) => idp.fetch(request) },
  );
  const idpControl = createControlClient(idp.control);
  const phone = await enrolPhone({ idp, client: createIdpClient(idpControl) }, alice);
  const poolControl = createControlClient(double.control);
  return { idp, pool: double, idpControl, poolControl, phone, clock };
}
export type World = Awaited<ReturnType<typeof makeWorld>>;

type Sent = { readonly method?: string; readonly body?: string };

/** A browser with a cookie jar for each host; goes on until a redirect leads to neither party. */
export function openBrowser(world: Pick<World, 'idp' | 'pool'>) {
  const jars = new Map<string, Map<string, string>>();
  const visit = async (url: string, init: Sent = {}): Promise<Response> => {
    const { host } = new URL(url);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    const double = host === idpHost ? world.idp : world.pool;
    const answer = await double.fetch(
      new Request(url, {
        ...init,
        redirect: 'manual',
        headers: {
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(init.body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        },
      }),
    );
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      const isGone = /max-age=0|expires=Thu, 01 Jan 1970/i.test(line);
      if (isGone) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  /** @returns the last answer, and where it leads if to neither party */
  const follow = async (from: string, init: Sent = {}) => {
    let at = from;
    let answer = await visit(at, init);
    for (let hops = 0; hops < 12; hops += 1) {
      const location = answer.headers.get('location');
      if (location === null) break;
      at = new URL(location, at).href;
      const { host } = new URL(at);
      if (host !== idpHost && host !== pool.domain) return { answer, leadsTo: new URL(at), text: '' };
      answer = await visit(at);
    }
    return { answer, leadsTo: undefined, text: await answer.text() };
  };
  return { visit, follow, jars };
}
export type Browser = ReturnType<typeof openBrowser>;

export function authorizeUrl(more: Readonly<Record<string, string>> = {}): string {
  const parameters = new URLSearchParams({
    client_id: appClient.id,
    response_type: 'code',
    redirect_uri: callback,
    scope: 'openid email profile',
    state: 'state-of-the-application',
    nonce: 'nonce-of-the-application',
    identity_provider: '1Kosmos',
    ...more,
  });
  return `${addresses.hosted}/oauth2/authorize?${parameters}`;
}

/** Goes to the provider, and answers its page by the phone. @returns where the login page leads when that is done */
export async function answerPhone(
  world: World,
  browser: Browser,
  from: string,
  biometric: Biometric = 'live-id',
): Promise<string> {
  const { text } = await browser.follow(from);
  const page = readPage(text);
  const scan = await world.phone.scan(page.qr);
  await world.phone.answer(scan.body, page.number, { biometric, liveness: 'passed' });
  return `https://${idpHost}/login/complete?id=${page.id}`;
}

/** A whole sign-in. @returns the application's callback with its parameters */
export async function signIn(
  world: World,
  browser: Browser,
  from = authorizeUrl(),
  biometric: Biometric = 'live-id',
): Promise<URL> {
  const next = await answerPhone(world, browser, from, biometric);
  const { leadsTo, text } = await browser.follow(next);
  if (leadsTo === undefined) throw new Error(`The sign-in ended on a page: ${text.slice(0, 400)}`);
  return leadsTo;
}

export async function redeem(
  world: Pick<World, 'pool'>,
  form: Readonly<Record<string, string>>,
  secret = appClient.secret,
): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }> {
  const answer = await world.pool.fetch(
    new Request(`${addresses.hosted}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: appClient.id, redirect_uri: callback, ...form }),
      headers: { authorization: `Basic ${Buffer.from(`${appClient.id}:${secret}`).toString('base64')}` },
    }),
  );
  return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> }; // the double's own JSON
}
