import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import type { RunningStack } from '../../harness/stack/start-stack.ts';

export interface FrontDoorCall {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** How long an answer may take, in milliseconds. */
const patienceMs = 15_000;

/** One request under a production name, as another system would send it; redirects are answers like others. */
export function callFrontDoor(
  { frontDoor, authority }: RunningStack,
  { url, method = 'GET', headers = {}, body = '' }: FrontDoorCall,
): Promise<{ readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }> {
  const { host, hostname, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: frontDoor.port,
        servername: hostname,
        ca: authority,
        method,
        path: pathname + search,
        headers: {
          ...headers,
          host,
          ...(body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        },
        signal: AbortSignal.timeout(patienceMs),
      },
      async (answer) =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) }),
    );
    outgoing.on('error', (cause) => reject(new Error(`${url} did not answer: ${cause.message}`, { cause })));
    outgoing.end(body);
  });
}
