import type { z } from 'zod';
import type { ControlClient } from '../../harness/model/double.ts';
import type { WeaknessId } from '../../harness/model/weaknesses.ts';
import type { Application, applicationSchema, User, userSchema } from './config.ts';
import type { Code, Device, KeyName } from './state.ts';

/** A login as `GET /logins` shows it, oldest first. */
export interface LoginRecord {
  readonly id: string;
  readonly application: string;
  readonly state: 'waiting' | 'scanned' | 'approved' | 'denied' | 'expired' | 'failed';
  readonly finished: boolean;
  readonly wrongAnswers: number;
  readonly requestId?: string;
  readonly user?: string;
  /** Every code that was shown, the latest last. Times are ISO 8601 UTC. */
  readonly codes: readonly {
    readonly qr: string;
    readonly number: string;
    readonly issuedAt: string;
    readonly expiresAt: string;
    readonly state: Code['state'];
    readonly reason?: Code['reason'];
    readonly device?: string;
  }[];
}

export interface PublishedKeys {
  readonly active: KeyName;
  readonly published: readonly { readonly id: KeyName; readonly certificateDer: string }[];
}

type ApplicationInput = z.input<typeof applicationSchema>;
type UserInput = z.input<typeof userSchema>;

/** The control API of the identity provider double, with its shapes. */
export function createIdpClient(control: ControlClient) {
  const { get, send } = control;
  const at = (path: string, name: string) => `${path}/${encodeURIComponent(name)}`;
  return {
    application: (id: string) => get<Application>(at('/applications', id)),
    putApplication: ({ id, ...rest }: ApplicationInput) =>
      send<Application>('PUT', at('/applications', id), rest),
    changeApplication: (id: string, change: Partial<ApplicationInput>) =>
      send<Application>('PATCH', at('/applications', id), change),
    deleteApplication: (id: string) => send('DELETE', at('/applications', id)),
    users: () => get<readonly User[]>('/users'),
    putUser: ({ email, ...rest }: UserInput) => send<User>('PUT', at('/users', email), rest),
    deleteUser: (email: string) => send('DELETE', at('/users', email)),
    /** A code that one phone can be enrolled with, within ten minutes. */
    createEnrolmentCode: async (email: string) =>
      (await send<{ code: string }>('POST', '/enrolment-codes', { email })).code,
    devices: () => get<readonly Device[]>('/devices'),
    deleteDevices: (email: string) => send<{ removed: number }>('DELETE', at('/devices', email)),
    keys: () => get<PublishedKeys>('/keys'),
    setKeys: (active: KeyName, published: readonly KeyName[]) =>
      send<PublishedKeys>('PUT', '/keys', { active, published }),
    /** Signs an unsigned Response as that application is set up to. */
    sign: async (xml: string, application: string) =>
      (await send<{ xml: string }>('POST', '/sign', { xml, application })).xml,
    logins: () => get<readonly LoginRecord[]>('/logins'),
    /** Whose session a browser's Cookie header carries; null when nobody's. */
    whoami: async (cookie: string) =>
      (await send<{ userName: string | null }>('POST', '/whoami', { cookie })).userName,
    /** Exactly these safeguards are missing from now on. */
    setWeaknesses: (weaknesses: readonly WeaknessId[]) =>
      send<{ weaknesses: readonly WeaknessId[] }>('PUT', '/settings', { weaknesses }),
    setClock: (offsetMs: number) => send('PUT', '/clock', { offsetMs }),
    reset: () => send('POST', '/reset'),
    restart: () => send('POST', '/restart'),
  };
}
export type IdpClient = ReturnType<typeof createIdpClient>;
