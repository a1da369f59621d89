import type { ControlClient } from '../../harness/model/double.ts';
import type { WeaknessId } from '../../harness/model/weaknesses.ts';
import type { People, Settings } from './config.ts';
import type { AuditRecord } from './state.ts';

/** An identity provider as `GET /idps` shows it; certificates as base64 DER. */
export interface ShownProvider {
  readonly entityId: string;
  readonly ssoUrl: string;
  readonly sloUrl: string | null;
  readonly signing: readonly string[];
  readonly encryption: readonly string[];
}

/** A session as `GET /sessions` shows it, oldest first. Times are ISO 8601 UTC. */
export interface ShownSession {
  readonly nameId: string;
  readonly startedAt: string;
  readonly expiresAt: string;
  readonly issuer: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/** The control API of the service provider double, with its shapes. */
export function createServiceProviderClient({ get, send }: ControlClient) {
  const audit = () => get<readonly AuditRecord[]>('/audit');
  const changeSettings = (change: Partial<Settings>) => send<Settings>('PATCH', '/settings', change);
  return {
    /** Trusts exactly these; the first one is where logins begin. */
    putIdps: (metadata: readonly string[]) =>
      send<readonly ShownProvider[]>(
        'PUT',
        '/idps',
        metadata.map((one) => ({ metadata: one })),
      ),
    idps: () => get<readonly ShownProvider[]>('/idps'),
    putPeople: (people: People) => send<People>('PUT', '/people', people),
    settings: () => get<Settings>('/settings'),
    changeSettings,
    /** Exactly these safeguards are missing from now on. */
    setWeaknesses: (weaknesses: readonly WeaknessId[]) => changeSettings({ weaknesses: [...weaknesses] }),
    /** NameID of whose session a Cookie header carries; undefined when nobody's. */
    whoami: async (cookie: string) =>
      (await send<{ nameId: string | null }>('POST', '/whoami', { cookie })).nameId ?? undefined,
    sessions: () => get<readonly ShownSession[]>('/sessions'),
    audit,
    /** The latest reason for a refusal; undefined when nothing was refused yet. */
    lastRefusal: async () => (await audit()).findLast(({ accepted }) => !accepted)?.reason,
    setClock: (offsetMs: number) => send('PUT', '/clock', { offsetMs }),
    reset: () => send('POST', '/reset'),
    restart: () => send('POST', '/restart'),
  };
}
export type ServiceProviderClient = ReturnType<typeof createServiceProviderClient>;
