import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { SendScim } from '../../harness/flows/scim-probe/caller.ts';
import type { Header } from '../../harness/model/evidence.ts';

/** How long an answer may take, and how large it may be. */
const patienceMs = 30_000;
const maxBytes = 10_000_000;

/** Where connections go to in place of the address's own host, and who vouches for it. */
export interface ByFrontDoor {
  readonly port: number;
  /** PEM. */
  readonly authority: string;
}

/** Sends requests over kept connections. Redirects are answers like any other: the token goes to one place alone. */
export function createSend(frontDoor?: ByFrontDoor): SendScim & Disposable {
  const http = new HttpAgent({ keepAlive: true });
  const https = new HttpsAgent({ keepAlive: true });
  const send: SendScim = ({ method, url, headers, body }) =>
    new Promise((resolve, reject) => {
      const target = new URL(url);
      const isTls = target.protocol === 'https:';
      const asked = (isTls ? requestHttps : requestHttp)(
        {
          method,
          host: target.hostname.replace(/^\[|\]$/g, ''),
          port: target.port === '' ? undefined : Number(target.port),
          path: target.pathname + target.search,
          headers: {
            host: target.host,
            ...headers,
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
          },
          agent: isTls ? https : http,
          signal: AbortSignal.timeout(patienceMs),
          ...(frontDoor === undefined ? {} : through(frontDoor, target)),
        },
        (answer) => {
          const chunks: Buffer[] = [];
          let length = 0;
          answer.on('data', (chunk: Buffer) => {
            length += chunk.length;
            if (length <= maxBytes) chunks.push(chunk);
            else answer.destroy(new Error(`The answer is longer than ${maxBytes} bytes.`));
          });
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: pair(answer.rawHeaders),
              body: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        },
      );
      asked.on('error', (cause) =>
        reject(new Error(`${target.origin} did not answer: ${cause.message}`, { cause })),
      );
      asked.end(body);
    });
  const close = () => {
    http.destroy();
    https.destroy();
  };
  return Object.assign(send, { [Symbol.dispose]: close });
}

function through({ port, authority }: ByFrontDoor, { hostname }: URL) {
  return { host: '127.0.0.1', port, ca: authority, servername: hostname };
}

function pair(raw: readonly string[]): readonly Header[] {
  return raw.flatMap((value, index) =>
    index % 2 === 1 ? [{ name: (raw[index - 1] ?? '').toLowerCase(), value }] : [],
  );
}
