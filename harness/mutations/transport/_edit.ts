import type { Exchange } from '../../model/evidence.ts';

/** True for an HTML page that a person passed through. */
export function isPage({ resource, status, responseHeaders }: Exchange): boolean {
  const html = responseHeaders.some(
    ({ name, value }) => name === 'content-type' && value.startsWith('text/html'),
  );
  return resource === 'document' && status === 200 && html;
}

/** True for a redirect to another address by https. */
export function isRedirect({ status, responseHeaders }: Exchange): boolean {
  const away = responseHeaders.some(({ name, value }) => name === 'location' && value.startsWith('https:'));
  return status >= 300 && status < 400 && away;
}

/** Changes the first exchange of a kind; a login without one is a mistake of the caller. */
export function changeFirst(
  exchanges: readonly Exchange[],
  isMeant: (exchange: Exchange) => boolean,
  change: (exchange: Exchange) => Exchange,
): readonly Exchange[] {
  const at = exchanges.findIndex(isMeant);
  if (at < 0) throw new Error('The login has no exchange to change.');
  return exchanges.map((exchange, index) => (index === at ? change(exchange) : exchange));
}

/** Changes the post of the response to the service provider. */
export function changePost(
  exchanges: readonly Exchange[],
  change: (post: Exchange) => Exchange,
): readonly Exchange[] {
  return changeFirst(exchanges, isResponsePost, change);
}

/** Changes the page that posts the response. */
export function changeForm(
  exchanges: readonly Exchange[],
  change: (html: string) => string,
): readonly Exchange[] {
  const isForm = ({ responseBody }: Exchange) => /name="SAMLResponse"/.test(responseBody ?? '');
  return changeFirst(exchanges, isForm, (page) => ({
    ...page,
    responseBody: change(page.responseBody ?? ''),
  }));
}

/** Appends an exchange with the host of the last one, a GET unless said otherwise. */
export function addAfterLast(
  exchanges: readonly Exchange[],
  { query, ...changes }: Partial<Exchange> & { readonly query?: string },
): readonly Exchange[] {
  const last = exchanges.at(-1);
  if (last === undefined) throw new Error('The login has no exchange.');
  const added: Exchange = {
    index: last.index + 1,
    startedAt: last.startedAt,
    durationMs: 5,
    method: 'GET',
    url: `${new URL(last.url).origin}/start/details${query === undefined ? '' : `?${query}`}`,
    requestHeaders: [],
    status: 200,
    responseHeaders: [{ name: 'content-type', value: 'application/json' }],
    resource: 'fetch',
    tls: true,
    ...changes,
  };
  return [...exchanges, added];
}

/** Puts redirects of the first page to itself before it. */
export function addRedirectsBefore(exchanges: readonly Exchange[], count: number): readonly Exchange[] {
  const first = exchanges.find(isPage);
  if (first === undefined) throw new Error('The login has no page.');
  const redirects = Array.from({ length: count }, (_, index): Exchange => {
    const { responseBody: _body, ...rest } = first;
    return { ...rest, index, status: 302, responseHeaders: [{ name: 'location', value: first.url }] };
  });
  return [...redirects, ...exchanges.map((exchange) => ({ ...exchange, index: exchange.index + count }))];
}

/** Takes every Set-Cookie line away from the post of the response onwards. */
export function dropCookiesAfterPost(exchanges: readonly Exchange[]): readonly Exchange[] {
  const post = exchanges.findIndex(isResponsePost);
  return exchanges.map((exchange, index) =>
    index < post || post < 0
      ? exchange
      : {
          ...exchange,
          responseHeaders: exchange.responseHeaders.filter(({ name }) => name !== 'set-cookie'),
        },
  );
}

/** Has the first page set the very cookies that the service provider sets after the login. */
export function copyCookieBack(exchanges: readonly Exchange[]): readonly Exchange[] {
  const post = exchanges.findIndex(isResponsePost);
  const cookies = exchanges
    .slice(Math.max(0, post))
    .flatMap(({ responseHeaders }) => responseHeaders.filter(({ name }) => name === 'set-cookie'));
  if (cookies.length === 0) throw new Error('The login sets no cookie after the post of the response.');
  return changeFirst(exchanges, isPage, (page) => ({
    ...page,
    responseHeaders: [...page.responseHeaders, ...cookies],
  }));
}

function isResponsePost({ method, requestBody }: Exchange): boolean {
  return method === 'POST' && /(^|&)SAMLResponse=/.test(requestBody ?? '');
}
