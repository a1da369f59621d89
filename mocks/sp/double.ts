import type { Hono } from 'hono';
import type { Double } from '../../harness/model/double.ts';
import { createApp } from '../core/app.ts';
import { createClock } from '../core/clock.ts';
import { createControl } from '../core/control.ts';
import { createEventLog } from '../core/event-log.ts';
import { createFaults } from '../core/faults.ts';
import { createIds, type Ids } from '../core/ids.ts';
import { createSigningKey } from '../core/keys.ts';
import { addressesOf, configBody, type ServiceProviderConfig } from './config.ts';
import { addControlRoutes } from './control.ts';
import { createUsedIds, type UsedIds } from './memory.ts';
import type { SpKeys } from './metadata.ts';
import { pages as ownPages, type Pages } from './pages/pages.ts';
import { addRoutes } from './public.ts';
import { createState, type State } from './state.ts';
import { fetchLocally } from './weak/fetch-locally.ts';

/** What a test, or a double that is built on this one, brings along. */
export interface ServiceProviderDeps {
  /** Name of the double; `sp` unless given. */
  readonly name?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly ids?: Ids;
  /** Made on first use unless given. */
  readonly keys?: SpKeys;
  readonly pages?: Partial<Pages>;
  /** Adds routes before those of the service provider; what they answer is answered. */
  readonly routes?: (app: Hono, getState: () => State) => void;
  /** Network address of the browser; loopback unless given. */
  readonly clientAddressOf?: (request: Request) => string | undefined;
  /** Reads an address that a message names; only weaknesses do. Files and loopback unless given. */
  readonly fetchText?: (url: string) => Promise<string | undefined>;
}

const year = 365 * 24 * 60 * 60_000;

/** The double, and more nodes of the same if asked for. */
export interface ServiceProvider extends Double {
  /** Another instance behind the same addresses, as in a cluster: it shares all that is kept. */
  readonly join: () => Double;
}

/** A double of a small web application that takes SAML logins: safe, or weak in exactly the ways that are set. */
export function createServiceProvider(
  config: ServiceProviderConfig = {},
  deps: ServiceProviderDeps = {},
): ServiceProvider {
  const instance = configBody.parse(config);
  const { host } = addressesOf(instance);
  const { ids = createIds() } = deps;
  const clock = createClock(deps.now);
  const events = createEventLog(clock.now);
  const faults = createFaults('sp');
  let made: Promise<SpKeys> | undefined;
  const keys = () => {
    made ??= deps.keys === undefined ? makeKeys(host, clock.now()) : Promise.resolve(deps.keys);
    return made;
  };
  const create = () => createState(instance, { now: clock.now, ids, keys });
  let state = create();
  const getState = () => state;
  const name = deps.name ?? 'sp';
  const control = createControl({
    name,
    clock,
    events,
    faults,
    reset: () => {
      state = create();
    },
    restart: () => state.memory.restart(),
    state: () => ({
      addresses: state.addresses,
      settings: state.settings,
      sessions: state.memory.sessions.list().length,
      accounts: state.memory.accounts.size,
    }),
    routes: (app) => addControlRoutes(app, getState),
  });
  const join = (): Double => {
    const getUsedHere = createNodeMemory(getState, clock.now);
    const routes = (app: Hono) => {
      deps.routes?.(app, getState);
      addRoutes(app, {
        getState,
        getUsedHere,
        events,
        pages: { ...ownPages, ...deps.pages },
        fetchText: deps.fetchText ?? fetchLocally,
        clientAddressOf: deps.clientAddressOf ?? (() => '127.0.0.1'),
      });
    };
    return {
      name,
      hosts: [host],
      fetch: createApp({ events, faults, routes }),
      control: async (request) => control.fetch(request),
    };
  };
  return { ...join(), join };
}

/** What one node remembers for itself: gone with the state that it belongs to. */
function createNodeMemory(getState: () => State, now: () => number): () => UsedIds {
  const memories = new WeakMap<State, UsedIds>();
  return () => {
    const state = getState();
    const memory = memories.get(state) ?? createUsedIds(now);
    memories.set(state, memory);
    return memory;
  };
}

async function makeKeys(host: string, now: number): Promise<SpKeys> {
  const validity = { notBefore: new Date(now - 60_000), notAfter: new Date(now + 2 * year) };
  const [signing, encryption] = await Promise.all([
    createSigningKey({ commonName: `${host} signing`, ...validity }),
    createSigningKey({ commonName: `${host} encryption`, use: 'encryption', ...validity }),
  ]);
  return { signing, encryption };
}
