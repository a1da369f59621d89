/**
 * Gives a request the URL that the browser asked for. Behind the TLS front door a double is reached by plain HTTP
 * on a private address; X-Forwarded-Host and X-Forwarded-Proto carry the public one.
 * Names that the double does not answer to are ignored, so a request cannot pick its own host.
 */
export function toPublicRequest(request: Request, hosts: readonly string[]): Request {
  const host = request.headers.get('x-forwarded-host')?.toLowerCase();
  if (host === undefined || !hosts.includes(host)) return request;
  const scheme = request.headers.get('x-forwarded-proto') === 'http' ? 'http' : 'https';
  // Cut from the text: resolving the path as a URL would let `//host/` choose another host.
  const path = request.url.replace(/^[a-z]+:\/\/[^/?#]*/i, '');
  return new Request(`${scheme}://${host}${path}`, {
    method: request.method,
    headers: request.headers,
    ...(request.body === null ? {} : { body: request.body, duplex: 'half' as const }),
    redirect: 'manual',
  });
}
