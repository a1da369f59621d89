import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A listener on this machine that remembers which of its addresses were asked for. */
export interface Canary extends AsyncDisposable {
  /** A new address, which names the attack; and whether anything asked for it, or for anything below it. */
  readonly lay: (attack: string) => { readonly url: string; readonly wasFetched: () => boolean };
}

/** Listens on 127.0.0.1, on a port that the system chooses. It answers everything with an empty document. */
export async function openCanary(): Promise<Canary> {
  const fetched = new Set<string>();
  const server = createServer((request, response) => {
    fetched.add(/^\/([^/?#]*)/.exec(request.url ?? '')?.[1] ?? '');
    request.resume();
    // Each request on a connection of its own: one that the client keeps may be gone when the next attack needs it.
    response.writeHead(200, {
      'content-type': 'text/plain',
      'cache-control': 'no-store',
      connection: 'close',
    });
    response.end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // a TCP listener's address is never a string
  let laid = 0;
  return {
    lay: (attack) => {
      laid += 1;
      const key = `${laid}.${attack.replace(/[^\w.-]+/g, '.')}`;
      return { url: `http://127.0.0.1:${port}/${key}`, wasFetched: () => fetched.has(key) };
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
