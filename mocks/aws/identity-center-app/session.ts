import { readCookie } from '../../core/web/read-cookie.ts';
import type { StoredUser } from '../../scim/store.ts';
import { sessionCookie } from '../identity-center/cookies.ts';
import type { State } from './state.ts';

export interface PortalSession {
  readonly user: StoredUser;
  /** Milliseconds since 1970: when the person signed in. */
  readonly startedAt: number;
}

/** Whose portal session a Cookie header carries. Somebody who is gone or switched off has none. */
export function portalSession(cookie: string | undefined, { center }: State): PortalSession | undefined {
  const session = center.logins.sessions.get(readCookie(cookie, sessionCookie) ?? '');
  const user = session && center.directory.store.users.get(session.userId);
  return user?.attributes.active === true ? { user, startedAt: session?.startedAt ?? 0 } : undefined;
}

/** Begins a session under a new secret; the one that this browser had is over. @returns the secret */
export function beginPortalSession(user: StoredUser, cookie: string | undefined, { center }: State): string {
  const { logins, ids, now, settings } = center;
  logins.sessions.take(readCookie(cookie, sessionCookie) ?? '');
  const key = ids.token();
  logins.sessions.put({ key, userId: user.id, startedAt: now(), expiresAt: now() + settings.sessionMs }, key);
  center.audit.success(user.attributes.userName);
  return key;
}
