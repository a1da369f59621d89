import { timingSafeEqual } from 'node:crypto';
import type { Ids } from '../../core/ids.ts';
import { createShelf, type Shelf } from '../../core/web/shelf.ts';
import { type State as Center, createState as createCenter } from '../identity-center/state.ts';
import { type Applications, createApplications } from './applications.ts';
import type { Certificates } from './certificates.ts';
import type { Instance } from './config.ts';

/** A request of an application that waits until the person has signed in. */
export interface PendingRequest {
  readonly applicationId: string;
  readonly requestId: string;
  readonly relayState: string | undefined;
  readonly expiresAt: number;
}

/** One Identity Center with its applications. Requests and sessions are gone after a restart, all else is durable. */
export interface State {
  readonly instance: Instance;
  /** Settings → Identity source: an administrator may change it. */
  identitySource: Instance['identitySource'];
  /** Directory, sessions and audit log of the access portal: shared with what the portal is besides. */
  readonly center: Center;
  readonly applications: Applications;
  readonly certificates: Certificates;
  readonly requests: Shelf<PendingRequest>;
  readonly setPassword: (userName: string, password: string) => void;
  readonly isPassword: (userName: string, password: string) => boolean;
}

export interface StateParts {
  readonly now: () => number;
  readonly ids: Ids;
  readonly certificates: Certificates;
}

export function createState(instance: Instance, { now, ids, certificates }: StateParts): State {
  const center = createCenter(instance.center, {
    now,
    ids,
    createKey: () => Promise.reject(new Error('Requests are signed by nobody: there is no other provider.')),
  });
  const passwords = new Map(Object.entries(instance.passwords));
  certificates.forget();
  return {
    instance,
    identitySource: instance.identitySource,
    center,
    applications: createApplications(instance, center.directory),
    certificates,
    requests: createShelf<PendingRequest>(now, ids),
    setPassword: (userName, password) => passwords.set(userName, password),
    isPassword: (userName, password) => {
      const known = Buffer.from(passwords.get(userName) ?? '');
      const given = Buffer.from(password);
      return known.length > 0 && known.length === given.length && timingSafeEqual(known, given);
    },
  };
}
