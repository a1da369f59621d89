import { readCookie } from '../core/web/read-cookie.ts';

/** Begins the name of every cookie; browsers refuse such ones from subdomains and over plain HTTP. */
const prefix = '__Host-sp-';

/** Name of the session's cookie. */
export const sessionCookie = `${prefix}session`;

/** `browser` tells browsers apart: it binds a login to the one that began it, and names nobody. */
export type CookieKind = 'browser' | 'session';

/**
 * The identity provider's post comes from another site, and only a cookie without a same-site rule comes with it.
 * The session's own stays away from such requests.
 */
const secureAttributes: Readonly<Record<CookieKind, string>> = {
  browser: 'Path=/; Secure; HttpOnly; SameSite=None',
  session: 'Path=/; Secure; HttpOnly; SameSite=Lax',
};

/** Cookies of the service provider. */
export interface Cookies {
  readonly read: (header: string | null | undefined, kind: CookieKind) => string | undefined;
  /** A Set-Cookie line. */
  readonly write: (kind: CookieKind, value: string) => string;
  readonly clear: (kind: CookieKind) => string;
}

export const cookies: Cookies = createCookies(prefix, (kind) => secureAttributes[kind]);

export function createCookies(before: string, attributesOf: (kind: CookieKind) => string): Cookies {
  return {
    read: (header, kind) => readCookie(header, before + kind),
    write: (kind, value) => `${before}${kind}=${value}; ${attributesOf(kind)}`,
    clear: (kind) => `${before}${kind}=; ${attributesOf(kind)}; Max-Age=0`,
  };
}
