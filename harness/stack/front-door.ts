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
 * Opens the front door on loopback.
 * @param routes production host name → base URL of the double behind it
 */
export async function openFrontDoor(
  authority: RunAuthority,
  routes: Readonly<Record<string, string>>,
): Promise<FrontDoor> {
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

function pass(
  routes: Readonly<Record<string, string>>,
  request: IncomingMessage,
  response: ServerResponse,
  rewrite: Rewrite | undefined,
): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const target = routes[host];
  if (target === undefined) {
    response.writeHead(421, { 'content-type': 'text/plain' });
    response.end(`No double answers to the host "${host}".`);
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
