import { type IncomingMessage, request as plainRequest, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { RunAuthority } from './run-authority.ts';

/** The one TLS listener of a run: production host names in, the doubles' plain HTTP out. */
export interface FrontDoor extends AsyncDisposable {
  readonly port: number;
  /** Leads redirects elsewhere, for logins in which a message is changed on its way; without a function no longer. */
  readonly rewriteLocations: (rewrite?: Rewrite) => void;
}

type Rewrite = (location: string) => string;

/**
 * Production host name, or a host name and the beginning of a path (`host/platform`), → base URL of the double behind
 * it. The longest that fits counts, so that several doubles may share a host.
 */
export type Routes = Readonly<Record<string, string>>;

/** Opens the front door on loopback. */
export async function openFrontDoor(authority: RunAuthority, routes: Routes): Promise<FrontDoor> {
  const sockets = new Set<Duplex>();
  let rewrite: Rewrite | undefined;
  const server = createServer({ cert: authority.certificate, key: authority.key }, (request, response) =>
    pass(routes, request, response, rewrite),
  );
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    rewriteLocations: (next) => {
      rewrite = next;
    },
    port: (server.address() as AddressInfo).port, // a TCP listener's address is never a string
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * The double that a request is for. Paths are compared as sent and by whole segments: `/platform` leads `/platform/x`
 * and `/platform?x`, not `/platforms`.
 */
export function findRoute(routes: Routes, host: string, pathAndQuery: string): string | undefined {
  const [path = ''] = pathAndQuery.split('?', 1);
  let route = `${host}${path}`;
  // From the whole path to the host alone, a segment less each time.
  for (;;) {
    if (Object.hasOwn(routes, route)) return routes[route];
    const slash = route.lastIndexOf('/');
    if (slash < 0) return undefined;
    route = route.slice(0, slash);
  }
}

function pass(
  routes: Routes,
  request: IncomingMessage,
  response: ServerResponse,
  rewrite: Rewrite | undefined,
): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const target = findRoute(routes, host, request.url ?? '/');
  if (target === undefined) {
    const isKnown = Object.keys(routes).some((route) => route.split('/', 1)[0] === host);
    const what = isKnown ? `this path of the host "${host}"` : `the host "${host}"`;
    response.writeHead(421, { 'content-type': 'text/plain' });
    response.end(`No double answers to ${what}.`);
    return;
  }
  const { hostname, port } = new URL(target);
  const onward = plainRequest(
    {
      hostname,
      port,
      // The path as sent: resolving it as a URL would let `//host/` choose another target.
      path: request.url,
      method: request.method,
      headers: { ...request.headers, 'x-forwarded-host': host, 'x-forwarded-proto': 'https' },
    },
    (answer) => {
      // Raw headers keep several Set-Cookie lines, and the spelling that a double chose.
      response.writeHead(answer.statusCode ?? 502, rewritten(answer.rawHeaders, rewrite));
      answer.pipe(response);
    },
  );
  onward.on('error', (error) => {
    if (!response.headersSent) response.writeHead(502, { 'content-type': 'text/plain' });
    response.end(`The double behind "${host}" did not answer: ${error.message}.`);
  });
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

/** Raw headers are names and values by turns. */
function rewritten(headers: readonly string[], rewrite: Rewrite | undefined): string[] {
  return headers.map((text, index) => {
    const isLocation = index % 2 === 1 && headers[index - 1]?.toLowerCase() === 'location';
    return isLocation && rewrite !== undefined ? rewrite(text) : text;
  });
}
