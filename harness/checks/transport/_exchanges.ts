import type { Where } from '../../model/check.ts';
import type { Exchange } from '../../model/evidence.ts';

/** First value of a response header; undefined when the answer has no such line. */
export function headerOf(exchange: Exchange, name: string): string | undefined {
  return exchange.responseHeaders.find((header) => header.name === name)?.value;
}

/** The address, or undefined when it is none. */
export function parseUrl(text: string | undefined, base?: string): URL | undefined {
  return text === undefined ? undefined : (URL.parse(text, base) ?? undefined);
}

/** True for the traffic that went over a network: not `data:`, `blob:` or `about:`. */
export function isWeb(exchange: Exchange): boolean {
  return /^(https?|wss?):/i.test(exchange.url);
}

/** The pages that a person saw or passed through: HTML documents that were answered. */
export function pagesOf(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.filter(
    (exchange) =>
      isWeb(exchange) &&
      exchange.resource === 'document' &&
      exchange.status > 0 &&
      (headerOf(exchange, 'content-type') ?? '').toLowerCase().startsWith('text/html'),
  );
}

/** The request by which the browser handed a Response to the service provider. */
export function responsePost(exchanges: readonly Exchange[]): Exchange | undefined {
  return exchanges.find(
    (exchange) => exchange.method === 'POST' && /(^|&)SAMLResponse=/.test(exchange.requestBody ?? ''),
  );
}

/** The answer to `post`, and the redirects that the browser followed from there. */
export function chainFrom(exchanges: readonly Exchange[], post: Exchange): readonly Exchange[] {
  const chain = [post];
  let last = post;
  for (const next of exchanges.filter(({ index }) => index > post.index)) {
    const location = parseUrl(headerOf(last, 'location'), last.url);
    if (last.status < 300 || last.status > 399 || location === undefined) break;
    if (next.url.split('#')[0] !== location.href.split('#')[0]) continue;
    chain.push(next);
    last = next;
  }
  return chain;
}

/** Points at an exchange, or at one of its header lines. */
export function whereIn(exchange: Exchange, header?: string, snippet?: string): Where {
  return {
    artifact: 'exchanges',
    path: header === undefined ? `exchange ${exchange.index}` : `exchange ${exchange.index} header ${header}`,
    ...(snippet === undefined ? {} : { snippet: snippet.slice(0, 400) }),
  };
}

/** Scheme, host and path: what may be shown of an address without its parameters. */
export function shortUrl(text: string): string {
  const url = parseUrl(text);
  return url === undefined ? text.slice(0, 120) : `${url.origin}${url.pathname}`;
}

/** First of several items with the same key. */
export function firstBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const value = key(item);
    if (seen.has(value)) return false;
    seen.add(value);
    return true;
  });
}

/** Names of the fields of a posted form in order, repeated ones repeated. */
export function fieldNames(post: Exchange): readonly string[] {
  return [...new URLSearchParams(post.requestBody ?? '').keys()];
}

interface Recorded {
  readonly exchanges: readonly Exchange[];
}

/** For `applies`: what was not recorded cannot be called good. */
export function hasTraffic({ exchanges }: Recorded): true | string {
  return exchanges.some(isWeb) || 'No request was recorded.';
}

/** For `applies` of checks on the headers of pages. */
export function hasPages({ exchanges }: Recorded): true | string {
  return pagesOf(exchanges).length > 0 || 'No page was recorded.';
}

/** For `applies` of checks on the markup of pages. */
export function hasMarkup({ exchanges }: Recorded): true | string {
  const withBody = pagesOf(exchanges).some(({ responseBody }) => responseBody !== undefined);
  return withBody || 'No page was recorded with its content.';
}
