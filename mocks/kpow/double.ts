import type { Double } from '../../harness/model/double.ts';
import { createClock } from '../core/clock.ts';
import { createControl } from '../core/control.ts';
import { createEventLog, type EventLog } from '../core/event-log.ts';
import { createFaults } from '../core/faults.ts';
import { createIds, type Ids } from '../core/ids.ts';
import { createSigningKey } from '../core/keys.ts';
import type { SpKeys } from '../sp/metadata.ts';
import { notFound, startApplication } from './application.ts';
import { configBody, type KpowConfig, type KpowEnvironment } from './config.ts';
import { addControlRoutes } from './control.ts';
import { readEnvironment, type Settings } from './environment.ts';
import { plainPage } from './pages/plain-page.ts';
import { issueAs } from './relying-party.ts';

/** What a test replaces to have a fixed clock and stable bytes. */
export interface KpowDeps {
  readonly now?: () => number;
  readonly ids?: Ids;
  /** Made on first use unless given. Kpow shows them to nobody; the double it is built on has them. */
  readonly keys?: SpKeys;
}

/** A Kpow that has started, and what it was started with. */
export interface Running {
  readonly settings: Settings;
  readonly application: Double;
}

/**
 * A double of Kpow behind a SAML identity provider: set up by the variables of the vendor's guide and nothing else.
 * @throws StartRefused when the environment given at the start does not do
 */
export async function createKpow(config: KpowConfig = {}, deps: KpowDeps = {}): Promise<Double> {
  const { host, otherHosts, start } = configBody.parse(config);
  const { ids = createIds() } = deps;
  const clock = createClock(deps.now);
  const events = createEventLog(clock.now);
  const faults = createFaults('sp');
  const keys = deps.keys ?? (await makeKeys(host, clock.now()));
  let running: Running | undefined;
  const boot = (given: KpowEnvironment): Running => {
    running = undefined;
    const settings = readEnvironment(given.environment, fileReader(given.files));
    running = { settings, application: startApplication(settings, { now: clock.now, ids, keys }) };
    events.record('started', { variables: Object.keys(given.environment), warnings: settings.warnings });
    return running;
  };
  const begin = () => {
    if (start === undefined) running = undefined;
    else boot(start);
  };
  begin();
  const control = createControl({
    name: 'kpow',
    clock,
    events,
    faults,
    reset: begin,
    restart: async () => {
      await running?.application.control(new Request('http://control.invalid/restart', { method: 'POST' }));
    },
    state: () => ({ started: running !== undefined, warnings: running?.settings.warnings ?? [] }),
    routes: (app) => addControlRoutes(app, { boot, getRunning: () => running, events }),
  });
  return {
    name: 'kpow',
    hosts: [host, ...otherHosts],
    fetch: async (request) => {
      const answer = await respond(request, running, ids, events);
      return faults.apply(new URL(request.url).pathname, answer);
    },
    control: async (request) => control.fetch(request),
  };
}

async function respond(
  request: Request,
  running: Running | undefined,
  ids: Ids,
  events: EventLog,
): Promise<Response> {
  if (running === undefined)
    return plainPage({
      nonce: ids.token(),
      status: 503,
      title: 'Kpow has not started',
      text: 'Its environment is not complete; its log says what is wrong.',
    });
  const { application, settings } = running;
  const answer = await application.fetch(request);
  if (answer.status === 501) {
    const { pathname } = new URL(request.url);
    events.record('not-found', { path: pathname }, `Nothing is at "${pathname}"`);
    return notFound({ ids });
  }
  const location = answer.headers.get('location');
  if (location === null) return answer;
  const isOver = location === '/' && new URL(request.url).pathname === settings.acsUrl.pathname;
  const next =
    isOver && settings.landing !== undefined ? settings.landing : issueAs(settings.relyingParty, location);
  const moved = new Response(answer.body, answer);
  moved.headers.set('location', next);
  return moved;
}

function fileReader(files: Readonly<Record<string, string>>): (path: string) => string {
  return (path) => {
    const text = files[path];
    if (text === undefined) throw new Error(`There is no file "${path}".`);
    return text;
  };
}

async function makeKeys(host: string, now: number): Promise<SpKeys> {
  const validity = { notBefore: new Date(now - 60_000), notAfter: new Date(now + 365 * 24 * 60 * 60_000) };
  const [signing, encryption] = await Promise.all([
    createSigningKey({ commonName: `${host} signing`, ...validity }),
    createSigningKey({ commonName: `${host} encryption`, use: 'encryption', ...validity }),
  ]);
  return { signing, encryption };
}
