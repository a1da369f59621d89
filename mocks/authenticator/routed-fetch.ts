/** Sends a request into the world. */
export type Send = (request: Request) => Promise<Response>;

/**
 * Reaches production origins where they really are, by plain HTTP, saying which one was meant.
 * An origin without a route is not reached at all: the phone never leaves the run.
 */
export function createRoutedFetch(routes: Readonly<Record<string, string>>, send: Send = fetch): Send {
  return async (request) => {
    const url = new URL(request.url);
    const base = routes[url.origin];
    if (base === undefined) throw new Error(`There is no route to ${url.origin}. Add it to "routes".`);
    const headers = new Headers(request.headers);
    headers.set('x-forwarded-host', url.host);
    headers.set('x-forwarded-proto', url.protocol.slice(0, -1));
    const body = await request.text();
    return send(
      new Request(`${base.replace(/\/$/, '')}${url.pathname}${url.search}`, {
        method: request.method,
        headers,
        redirect: 'manual',
        ...(body === '' ? {} : { body }),
      }),
    );
  };
}
