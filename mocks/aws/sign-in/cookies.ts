/** The console session. It belongs to one host of the console; AWS's own reach over all of them. */
export const sessionCookie = '__Host-console-session';

/** Lax is enough: the identity provider posts to the sign-in host, which sends the browser on by GET. */
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

export function setSessionCookie(value: string): string {
  return `${sessionCookie}=${value}; ${attributes}`;
}

export function clearSessionCookie(): string {
  return `${sessionCookie}=; ${attributes}; Max-Age=0`;
}
