import type Provider from 'oidc-provider';
import type { Double } from '../../harness/model/double.ts';
import { createApp } from '../core/app.ts';
import type { Clock } from '../core/clock.ts';
import { createControl } from '../core/control.ts';
import { createEventLog } from '../core/event-log.ts';
import { createFaults } from '../core/faults.ts';
import type { Ids } from '../core/ids.ts';
import { configSchema as idpConfig } from '../idp/config.ts';
import { type IdpContext, refuse } from '../idp/context.ts';
import { createLogins } from '../idp/logins.ts';
import { addControlRoutes as addIdpControlRoutes } from '../idp/routes-control.ts';
import { addLoginRoutes } from '../idp/routes-login.ts';
import { addPhoneRoutes } from '../idp/routes-phone.ts';
import { addSamlRoutes } from '../idp/routes-saml.ts';
import { createSessions } from '../idp/sessions.ts';
import { createState, forgetful, type IdpKeys } from '../idp/state.ts';
import { configSchema, type KosmosOidcInput, type OidcClient, oidcAddresses } from './config.ts';
import { addOidcControlRoutes } from './control.ts';
import { handleInteraction, isInteraction, type OidcLogin } from './interactions.ts';
import type { OidcKeyName, OidcKeys } from './keys.ts';
import { bridgeToNode } from './node-bridge.ts';
import { subjectOf } from './people.ts';
import { createProvider } from './provider.ts';
import { addOidcLoginRoutes } from './routes-login.ts';
import { createStorage } from './storage.ts';
import { changeIdToken, type TokenChange } from './token-change.ts';

export interface KosmosOidcDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Of the tenant's SAML side. */
  readonly samlKeys: IdpKeys;
  readonly oidcKeys: OidcKeys;
}

/** What an administrator can set about the OpenID provider, and what its token endpoint was asked. */
export interface OidcState {
  clients: Map<string, OidcClient>;
  active: OidcKeyName;
  published: readonly OidcKeyName[];
  change: TokenChange | undefined;
}

/** A tenant of 1Kosmos as an OpenID provider, its login pages and phones those of `mocks/idp`; SAML beside it. */
export function createKosmosOidc(input: KosmosOidcInput, deps: KosmosOidcDeps): Double {
  const config = configSchema.parse(input);
  const { clock, ids, oidcKeys } = deps;
  const { base, origin } = oidcAddresses(config);
  const { host, organisation, users, applications, codeMs } = config;
  const own = idpConfig.parse({ host, organisation, users, applications, codeMs });
  const state = createState(own);
  const events = createEventLog(clock.now);
  const faults = createFaults('idp');
  const context: IdpContext = {
    config: own,
    state,
    clock,
    ids,
    keys: deps.samlKeys,
    events,
    logins: createLogins(state, clock, ids, own.codeMs),
    sessions: createSessions(state, clock, ids, own.sessionMs),
  };
  const storage = createStorage(Date.now);
  const waiting = new Map<string, OidcLogin>();
  const grants = new Map<string, string>();
  const oidc: OidcState = freshState(config.clients);
  const cookieSecret = ids.token();
  const build = () =>
    createProvider({
      host,
      community: config.community,
      clients: [...oidc.clients.values()],
      signing: oidcKeys[oidc.active],
      adapter: storage.adapter,
      cookieSecret,
      user: (subject) => [...state.durable.users.values()].find((one) => subjectOf(one) === subject),
      grants,
      refuse: (reason) => refuse(context, 'bad-request', reason),
    });
  let provider: Provider = build();
  const client = (id: string) => oidc.clients.get(id);

  const ask = bridgeToNode((request, response) => {
    const visit = isInteraction(request.url)
      ? handleInteraction(provider, { context, client, waiting }, request, response)
      : callProvider(provider, base, request, response);
    visit.catch((error: Error) => {
      events.record('defect', { path: request.url ?? '' }, error.stack ?? error.message);
      response.writeHead(500).end();
    });
  });
  const app = createApp({
    events,
    faults,
    routes: (routes) => {
      routes.get(`${base}/jwks`, (c) =>
        c.json({ keys: oidc.published.map((name) => oidcKeys[name].publicJwk) }),
      );
      routes.post(`${base}/token`, async (c) => {
        const answer = await ask(c.req.raw);
        return oidc.change === undefined ? answer : changeAnswer(answer, oidc.change);
      });
      routes.on(['GET', 'POST'], `${base}/userinfo`, async (c) => {
        const answer = await ask(c.req.raw);
        return oidc.change === undefined ? answer : changeClaims(answer, oidc.change);
      });
      routes.all(`${base}/*`, (c) => ask(c.req.raw));
      routes.all('/oidc/interaction/*', (c) => ask(c.req.raw));
      addOidcLoginRoutes(routes, { context, client, waiting, origin });
      addSamlRoutes(routes, context);
      addLoginRoutes(routes, context);
      addPhoneRoutes(routes, context);
    },
  });

  async function changeAnswer(answer: Response, change: TokenChange): Promise<Response> {
    if (answer.status !== 200) return answer;
    const body = (await answer.json()) as { id_token?: string }; // the provider wrote it
    if (body.id_token === undefined) return Response.json(body);
    const changed = await changeIdToken(body.id_token, change, oidcKeys, oidc.active);
    return Response.json({ ...body, id_token: changed });
  }

  /** What an ID token does not say, userinfo does not say either. */
  async function changeClaims(answer: Response, { set, remove }: TokenChange): Promise<Response> {
    if (answer.status !== 200) return answer;
    const claims: Record<string, unknown> = { ...((await answer.json()) as object) }; // the provider wrote it
    for (const [name, value] of Object.entries(set)) if (name in claims) claims[name] = value;
    for (const name of remove) delete claims[name];
    return Response.json(claims);
  }

  const control = createControl({
    name: 'idp',
    clock,
    events,
    faults,
    reset: () => {
      Object.assign(state, createState(own));
      Object.assign(oidc, freshState(config.clients));
      storage.clear();
      waiting.clear();
      provider = build();
    },
    restart: () => {
      state.volatile = forgetful();
      storage.clear();
      provider = build();
    },
    state: () => ({ logins: state.volatile.logins.size, devices: state.durable.devices.size }),
    routes: (routes) => {
      addOidcControlRoutes(routes, {
        state: oidc,
        rebuild: () => {
          provider = build();
        },
        whoami: async (cookie) => {
          const session = await findSession(provider, cookie);
          const found = [...state.durable.users.values()].find((one) => subjectOf(one) === session);
          return found?.email ?? context.sessions.find(cookie)?.session.email;
        },
        subjects: () =>
          Object.fromEntries([...state.durable.users.values()].map((one) => [one.email, subjectOf(one)])),
      });
      addIdpControlRoutes(routes, context);
    },
  });
  return { name: 'idp', hosts: [host], fetch: app, control: async (request) => control.fetch(request) };
}

function freshState(clients: readonly OidcClient[]): OidcState {
  return {
    clients: new Map(clients.map((one) => [one.id, one])),
    active: 'primary',
    published: ['primary', 'rollover'],
    change: undefined,
  };
}

/** Below the issuer's path, as a framework mounts it: `originalUrl` tells the provider what was cut off. */
async function callProvider(
  provider: Provider,
  base: string,
  request: Parameters<ReturnType<Provider['callback']>>[0],
  response: Parameters<ReturnType<Provider['callback']>>[1],
): Promise<void> {
  Object.assign(request, { originalUrl: request.url });
  request.url = (request.url ?? '').slice(base.length);
  await provider.callback()(request, response);
}

/** Whose session a browser's cookies carry at the provider. */
async function findSession(provider: Provider, cookie: string): Promise<string | undefined> {
  const id = /(?:^|;\s*)_session=([^;]+)/.exec(cookie)?.[1];
  const session = id === undefined ? undefined : await provider.Session.find(id);
  return session?.accountId;
}
