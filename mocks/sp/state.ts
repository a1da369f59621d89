import type { Ids } from '../core/ids.ts';
import { strictSteps } from './accept/strict.ts';
import type { LoginRun, Run, Steps } from './accept/types.ts';
import { type Addresses, addressesOf, type Instance, type People, type Settings } from './config.ts';
import { createMemory, type Memory, type Session, type UsedIds } from './memory.ts';
import type { SpKeys } from './metadata.ts';
import { createProviders, type Providers } from './providers.ts';
import { weaken } from './weak/weaken.ts';

/** A line of the audit log. */
export interface AuditRecord {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly accepted: boolean;
  readonly nameId?: string;
  /** Why not; never shown on a page. */
  readonly reason?: string;
}

/** One service provider. */
export interface State {
  readonly name: string;
  readonly addresses: Addresses;
  readonly now: () => number;
  readonly ids: Ids;
  readonly keys: () => Promise<SpKeys>;
  readonly providers: Providers;
  readonly memory: Memory;
  readonly audit: AuditRecord[];
  people: People;
  settings: Settings;
  /** Strict, or weakened as the settings say. */
  steps: Steps;
}

export interface StateParts {
  readonly now: () => number;
  readonly ids: Ids;
  readonly keys: () => Promise<SpKeys>;
}

export function createState(instance: Instance, { now, ids, keys }: StateParts): State {
  return {
    name: instance.name,
    addresses: addressesOf(instance),
    now,
    ids,
    keys,
    providers: createProviders(instance.idps.map(({ metadata }) => metadata)),
    memory: createMemory(now, ids),
    audit: [],
    people: instance.people,
    settings: instance.settings,
    steps: weaken(strictSteps, instance.settings.weaknesses),
  };
}

/** Oldest records go first. */
const keptRecords = 5_000;

export function recordLogin(state: State, record: Omit<AuditRecord, 'at'>): void {
  state.audit.push({ at: new Date(state.now()).toISOString(), ...record });
  if (state.audit.length > keptRecords) state.audit.shift();
}

/** What a request finds when it arrives. */
export async function createRun(
  state: State,
  {
    browser,
    fetchText,
    clientAddress,
    headers,
    usedHere,
  }: Pick<LoginRun, 'browser' | 'fetchText' | 'clientAddress' | 'headers'> & { readonly usedHere: UsedIds },
): Promise<LoginRun> {
  const { steps, settings, addresses, providers, memory, people } = state;
  const { encryption } = await state.keys();
  const run: Run = {
    steps,
    settings,
    addresses,
    providers,
    now: state.now(),
    openers: [encryption.privateKeyPem],
    clientAddress,
    fetchText,
    ...(headers === undefined ? {} : { headers }),
  };
  return { ...run, memory: { ...memory, usedHere }, people, browser };
}

/** Begins a session under a new secret (no session fixation); somebody else's in this browser is over. */
export function beginSession(
  { memory, ids, now }: State,
  facts: Pick<Session, 'account' | 'login' | 'browser' | 'expiresAt'>,
): string {
  const { browser, expiresAt } = facts;
  const before = memory.sessions.get(memory.current.get(browser)?.sessionId ?? '');
  if (before !== undefined && before.account !== facts.account) memory.sessions.take(before.id);
  const id = ids.token();
  memory.current.put({ sessionId: id, expiresAt }, browser);
  return memory.sessions.put({ ...facts, id, startedAt: now() }, id);
}
