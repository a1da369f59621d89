import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { type Duplex, duplexPair } from 'node:stream';
import { buffer } from 'node:stream/consumers';

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Answers a fetch request by a handler of Node's own kind, through Node's HTTP in both directions over a pair of streams
 * in memory: nothing listens, and the handler cannot tell.
 * @param handle is given the path and query as `url`; Host and X-Forwarded-Proto say the origin
 */
export function bridgeToNode(handle: NodeHandler): (request: Request) => Promise<Response> {
  const server = createServer(handle);
  return async (request) => {
    const [near, far] = duplexPair();
    server.emit('connection', far);
    try {
      return await exchange(request, near);
    } finally {
      near.destroy();
      far.destroy();
    }
  };
}

async function exchange(request: Request, stream: Duplex): Promise<Response> {
  const url = new URL(request.url);
  const body = Buffer.from(await request.arrayBuffer());
  const headers = Object.fromEntries(request.headers);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = send(
      {
        method: request.method,
        path: url.pathname + url.search,
        headers: {
          ...headers,
          host: url.host,
          'x-forwarded-proto': url.protocol.slice(0, -1),
          'content-length': String(body.length),
          connection: 'close',
        },
        createConnection: () => stream,
      },
      resolve,
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
  const content = await buffer(answer);
  const kept = new Headers();
  for (const [name, values] of Object.entries(answer.headersDistinct))
    if (!hopByHop.has(name)) for (const value of values ?? []) kept.append(name, value);
  const status = answer.statusCode ?? 500;
  const hasBody = content.length > 0 && status !== 204 && status !== 304;
  return new Response(hasBody ? new Uint8Array(content) : null, { status, headers: kept });
}

const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date', 'content-length']);
