import { createHash } from 'node:crypto';
import type { Exchange, Header } from '../model/evidence.ts';
import { isLogout, logoutMark } from './logout.ts';

/** Masks secrets in what was recorded. One instance serves one journey. */
export interface Redactor {
  readonly exchange: (exchange: Exchange) => Exchange;
  readonly headers: (headers: readonly Header[]) => readonly Header[];
}

const secretHeaders = new Set(['authorization', 'proxy-authorization', 'x-amz-security-token']);
const secretFields = new Set([
  ...['password', 'passwd', 'pwd', 'secret', 'client_secret', 'client_assertion', 'code', 'totp', 'otp'],
  ...['token', 'access_token', 'id_token', 'refresh_token', 'session_token'],
]);
/** In JSON `code` is more often the name of a result than a secret. */
const secretKeys =
  /("(?:password|passwd|pwd|secret|client_?secret|secret_?access_?key|totp|otp|(?:[\w-]*_)?token|\w*Token)"\s*:\s*")((?:[^"\\]|\\.)*)/gi;
/** Kept once, as artifacts of their own; a second copy in the exchanges would only make them longer. */
const messageFields = new Set(['SAMLResponse', 'SAMLRequest']);

/**
 * Makes a redactor. A masked value becomes a short keyed hash, so that "the same cookie as before" can still be
 * told from "a new one", and nothing else can.
 * @param salt random and thrown away with the journey
 */
export function createRedactor(salt: string): Redactor {
  const mask = (value: string) =>
    value === ''
      ? ''
      : `masked-${createHash('sha256').update(salt).update(value).digest('hex').slice(0, 10)}`;

  const maskCookies = (value: string) =>
    value.replace(
      /(^|;\s*)([^=;]+)=([^;]*)/g,
      (_all, lead, name, secret) => `${lead}${name}=${mask(secret)}`,
    );

  const header = ({ name, value }: Header): Header => {
    if (name === 'cookie') return { name, value: maskCookies(value) };
    if (name === 'set-cookie')
      return {
        name,
        value: value.replace(/^([^=]+)=([^;]*)/, (_all, key, secret) => `${key}=${mask(secret)}`),
      };
    if (secretHeaders.has(name)) return { name, value: mask(value) };
    if (name === 'location' || name === 'referer') return { name, value: url(value) };
    return { name, value };
  };

  const fields = (text: string) =>
    text.replace(/(^|[&?])([^=&?#]+)=([^&#]*)/g, (all, lead, name, value) => {
      if (messageFields.has(name))
        return `${lead}${name}=${isLogout(plain(value)) ? logoutMark : 'kept-as-artifact'}`;
      return secretFields.has(name.toLowerCase()) ? `${lead}${name}=${mask(value)}` : all;
    });

  const url = (value: string) => {
    const query = value.indexOf('?');
    return query < 0 ? value : value.slice(0, query) + fields(value.slice(query));
  };

  const body = (text: string) =>
    /^[^\s<{[]+=/.test(text)
      ? fields(text)
      : text
          .replace(
            /(name=["']?)(SAMLResponse|SAMLRequest)(["']?[^>]*?value=["'])[^"']*/g,
            '$1$2$3kept-as-artifact',
          )
          .replace(secretKeys, (_all, lead, secret) => `${lead}${mask(secret)}`);

  return {
    headers: (headers) => headers.map(header),
    exchange: (exchange) => ({
      ...exchange,
      url: url(exchange.url),
      requestHeaders: exchange.requestHeaders.map(header),
      responseHeaders: exchange.responseHeaders.map(header),
      ...(exchange.requestBody === undefined ? {} : { requestBody: body(exchange.requestBody) }),
      ...(exchange.responseBody === undefined ? {} : { responseBody: body(exchange.responseBody) }),
    }),
  };
}

/** A field as it was before it was encoded; a bad escape stays as it is. */
function plain(field: string): string {
  return new URLSearchParams(`field=${field}`).get('field') ?? '';
}
