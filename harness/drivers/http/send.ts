import { Agent } from 'undici';
import type { Send } from './browser.ts';

export interface HttpSendOptions {
  /** Host name → base URL of the double that answers for it by plain HTTP, told the name by X-Forwarded-Host. */
  readonly routes?: Readonly<Record<string, string>>;
  /** PEM of an authority to trust beside those of the system. */
  readonly authority?: string;
  /** Host and port of a TLS listener that answers for every host, such as a run's front door. */
  readonly frontDoor?: { readonly host: string; readonly port: number };
  /** How long an answer may take altogether. Default 30 s: an upper bound of the network, never a verdict by itself. */
  readonly timeoutMs?: number;
  /** Longest answer that is read, in bytes; what is over is left. Default 2 MiB. */
  readonly maxBodyBytes?: number;
  /** Most connections to one origin. Default 64, so that 50 copies can be under way at one instant. */
  readonly connections?: number;
}

export interface HttpSend extends AsyncDisposable {
  readonly send: Send;
}

const defaults = { timeoutMs: 30_000, maxBodyBytes: 2 * 2 ** 20, connections: 64 } as const;

/** Sends requests over the network, connections kept alive, answers bounded in size and time. */
export function openHttpSend(options: HttpSendOptions = {}): HttpSend {
  const { routes = {}, authority, frontDoor, ...rest } = options;
  const { timeoutMs, maxBodyBytes, connections } = { ...defaults, ...rest };
  const agent = new Agent({
    connections,
    pipelining: 1,
    // A front door answers for every name; the name stays in SNI and Host.
    connect: {
      ...(authority === undefined ? {} : { ca: authority }),
      ...(frontDoor === undefined ? {} : { host: frontDoor.host, port: frontDoor.port }),
    },
  });
  return {
    send: async (request) => {
      const url = new URL(request.url);
      const route = routes[url.hostname];
      const headers: Record<string, string> = Object.fromEntries(request.headers);
      if (route !== undefined) {
        headers['x-forwarded-host'] = url.hostname;
        headers['x-forwarded-proto'] = url.protocol.slice(0, -1);
      }
      const answer = await agent.request({
        origin: route ?? url.origin,
        path: url.pathname + url.search,
        method: request.method as 'GET', // any method is sent as it is; the type lists the usual ones
        headers,
        body: request.body === null ? null : Buffer.from(await request.arrayBuffer()),
        signal: AbortSignal.timeout(timeoutMs),
      });
      const body = await readBounded(answer.body, maxBodyBytes);
      return new Response(isBodiless(answer.statusCode) ? null : body, {
        status: answer.statusCode,
        headers: readHeaders(answer.headers),
      });
    },
    [Symbol.asyncDispose]: () => agent.destroy(),
  };
}

async function readBounded(body: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk.subarray(0, maxBytes - size));
    size += chunk.length;
    // Leaving the loop closes the connection.
    if (size >= maxBytes) break;
  }
  return Buffer.concat(chunks);
}

function readHeaders(headers: Record<string, string | string[] | undefined>): Headers {
  const read = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) read.append(name, one);
  }
  return read;
}

function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}
