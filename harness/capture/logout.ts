import { decodeRedirectParameter } from '../saml/decode.ts';

/** What stands in an address in place of a message of a logout, which is no artifact. */
export const logoutMark = 'logout-message';

/**
 * True for a message of a logout, which travels under the same names as those of a login; by HTTP-POST or HTTP-Redirect. One
 * that nobody can read is taken for a login's: a check then says what is wrong with it.
 */
export function isLogout(raw: string): boolean {
  const { text } = decodeRedirectParameter(raw); // takes what is not compressed as well
  return /^[^<]*(?:<[?!][^>]*>\s*)*<(?:[\w.-]+:)?Logout(?:Request|Response)[\s/>]/.test(text);
}
