import type { ControlClient } from '../../../harness/model/double.ts';
import type { AccountAccess } from '../../../harness/model/records.ts';
import type { AuditRecord } from './audit.ts';
import type { Assignment, Settings, User } from './config.ts';
import type { Trust } from './trust.ts';

/** Typed calls of Identity Center's control API. */
export interface IdentityCenterClient {
  /** Imports an identity provider's metadata, as the console's upload does. */
  readonly importIdp: (metadata: string) => Promise<Omit<Trust, 'metadata'>>;
  readonly idp: () => Promise<Trust>;
  readonly putUser: (user: User) => Promise<User>;
  readonly deleteUser: (userName: string) => Promise<void>;
  readonly putGroup: (name: string, members: readonly string[]) => Promise<void>;
  readonly putAccount: (id: string, name: string) => Promise<void>;
  readonly putPermissionSet: (name: string) => Promise<void>;
  readonly assign: (assignments: readonly Assignment[]) => Promise<void>;
  readonly accessOf: (userName: string) => Promise<readonly AccountAccess[]>;
  readonly changeSettings: (settings: Partial<Settings>) => Promise<Settings>;
  /** @param cookie a Cookie header of the portal's host */
  readonly whoami: (cookie: string) => Promise<string | undefined>;
  readonly sessions: () => Promise<readonly { userName: string; startedAt: string }[]>;
  readonly audit: () => Promise<readonly AuditRecord[]>;
  /** The latest reason for a refusal, as the audit log has it. */
  readonly lastRefusal: () => Promise<string | undefined>;
  readonly restart: () => Promise<void>;
}

export function createIdentityCenterClient(control: ControlClient): IdentityCenterClient {
  const path = (folder: string, name: string) => `/${folder}/${encodeURIComponent(name)}`;
  const audit = () => control.get<readonly AuditRecord[]>('/audit');
  return {
    importIdp: (metadata) => control.send('PUT', '/idp', { metadata }),
    idp: () => control.get('/idp'),
    putUser: (user) => control.send('PUT', path('users', user.userName), user),
    deleteUser: (userName) => control.send('DELETE', path('users', userName)),
    putGroup: (name, members) => control.send('PUT', path('groups', name), { members }),
    putAccount: (id, name) => control.send('PUT', path('accounts', id), { name }),
    putPermissionSet: (name) => control.send('PUT', path('permission-sets', name), {}),
    assign: (assignments) => control.send('PUT', '/assignments', assignments),
    accessOf: (userName) => control.get(path('access', userName)),
    changeSettings: (settings) => control.send('PATCH', '/settings', settings),
    whoami: async (cookie) => {
      const { userName } = await control.send<{ userName: string | null }>('POST', '/whoami', { cookie });
      return userName ?? undefined;
    },
    sessions: () => control.get('/sessions'),
    audit,
    lastRefusal: async () => (await audit()).findLast((one) => one.errorMessage !== undefined)?.errorMessage,
    restart: () => control.send('POST', '/restart'),
  };
}
