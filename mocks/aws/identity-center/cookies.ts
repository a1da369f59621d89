/** Binds a login to the browser that began it. */
export const loginCookie = '__Host-portal-login';
/** The portal session. */
export const sessionCookie = '__Host-portal-session';

/**
 * SameSite=Lax is enough: the identity provider's cross-site post goes to the sign-in host, which sends the browser
 * on by GET to the portal's host, where these cookies are.
 */
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

export function setCookie(name: string, value: string): string {
  return `${name}=${value}; ${attributes}`;
}

export function clearCookie(name: string): string {
  return `${name}=; ${attributes}; Max-Age=0`;
}
