import { parse } from 'hono/utils/cookie';
import type { Clock } from '../core/clock.ts';
import type { Ids } from '../core/ids.ts';
import type { Application } from './config.ts';
import { type Authentication, type IdpState, type Login, lacks, type Session } from './state.ts';

/** Names of the provider's cookies; both are Secure, HttpOnly, SameSite=Lax. */
export const browserCookie = '__Host-browser';
export const sessionCookie = '__Host-session';

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

export function setCookie(name: string, value: string): string {
  return `${name}=${value}; ${attributes}`;
}

export function clearCookie(name: string): string {
  return `${name}=; Max-Age=0; ${attributes}`;
}

export function readCookie(header: string | undefined, name: string): string | undefined {
  const value = header === undefined ? undefined : parse(header, name)[name];
  return value === undefined || value === '' ? undefined : value;
}

export interface Sessions {
  /** Single sign-on for this cookie header, if it is still good. */
  readonly find: (
    cookie: string | undefined,
  ) => { readonly token: string; readonly session: Session } | undefined;
  /** Starts a session under a new token; an old one of the same browser ends. */
  readonly start: (
    authentication: Authentication,
    cookie: string | undefined,
  ) => { token: string; session: Session };
  readonly end: (cookie: string | undefined) => void;
  /** May this session answer the login without asking the phone again? */
  readonly answers: (session: Session, login: Login, application: Application) => boolean;
}

export function createSessions(state: IdpState, clock: Clock, ids: Ids, sessionMs: number): Sessions {
  const end = (cookie: string | undefined) => {
    const token = readCookie(cookie, sessionCookie);
    if (token !== undefined) state.volatile.sessions.delete(token);
  };
  return {
    end,
    find: (cookie) => {
      const token = readCookie(cookie, sessionCookie);
      const session = token === undefined ? undefined : state.volatile.sessions.get(token);
      if (token === undefined || session === undefined || clock.now() >= session.expiresAt) return undefined;
      const isActive =
        state.durable.users.get(session.email)?.enabled === true || lacks(state, 'account-state-not-checked');
      return isActive ? { token, session } : undefined;
    },
    start: (authentication, cookie) => {
      end(cookie);
      const token = ids.token();
      const session = { ...authentication, index: ids.samlId(), expiresAt: authentication.at + sessionMs };
      state.volatile.sessions.set(token, session);
      return { token, session };
    },
    answers: (session, login, application) =>
      (login.request?.forceAuthn !== true || lacks(state, 'force-authn-ignored')) &&
      clock.now() < session.at + application.sessionMs &&
      (login.hint === undefined || login.hint.toLowerCase() === session.email.toLowerCase()),
  };
}
