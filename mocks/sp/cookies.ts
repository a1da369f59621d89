/** Tells browsers apart: binds a login to the one that began it. Names nobody and opens nothing. */
export const browserCookie = '__Host-sp-browser';
/** The session. */
export const sessionCookie = '__Host-sp-session';

/**
 * The identity provider's post comes from another site, and only a cookie without a same-site rule comes with it.
 * The session's own stays away from such requests.
 */
const attributes: Readonly<Record<string, string>> = {
  [browserCookie]: 'Path=/; Secure; HttpOnly; SameSite=None',
  [sessionCookie]: 'Path=/; Secure; HttpOnly; SameSite=Lax',
};

export function setCookie(name: string, value: string): string {
  return `${name}=${value}; ${attributes[name]}`;
}

export function clearCookie(name: string): string {
  return `${name}=; ${attributes[name]}; Max-Age=0`;
}
