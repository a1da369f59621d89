import { createHash } from 'node:crypto';
import type { Exchange, Header } from '../model/evidence.ts';

/** Masks secrets in what was recorded. One instance serves one journey. */
export interface Redactor {
  readonly exchange: (exchange: Exchange) => Exchange;
  readonly headers: (headers: readonly Header[]) => readonly Header[];
}

const secretHeaders = new Set(['authorization', 'proxy-authorization', 'x-amz-security-token']);
const secretFields = new Set(['password', 'code', 'token', 'secret', 'totp', 'otp', 'client_secret']);
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
      if (messageFields.has(name)) return `${lead}${name}=kept-as-artifact`;
      return secretFields.has(name.toLowerCase()) ? `${lead}${name}=${mask(value)}` : all;
    });

  const url = (value: string) => {
    const query = value.indexOf('?');
    return query < 0 ? value : value.slice(0, query) + fields(value.slice(query));
  };

  const body = (text: string) =>
    /^[^\s<{[]+=/.test(text)
      ? fields(text)
      : text.replace(
          /(name=["']?)(SAMLResponse|SAMLRequest)(["']?[^>]*?value=["'])[^"']*/g,
          '$1$2$3kept-as-artifact',
        );

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
