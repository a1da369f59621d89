import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import type { RunningStack } from '../../harness/stack/start-stack.ts';

/** How long a document may take, in milliseconds: a provider that is silent must not hold the case up to its end. */
const patienceMs = 15_000;

/**
 * Fetches a document under its production name, as another system would: the run's front door answers, and the run's own
 * authority vouches for it.
 */
export function fetchThroughFrontDoor(stack: RunningStack, url: string): Promise<string> {
  const { hostname, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: stack.frontDoor.port,
        servername: hostname,
        ca: stack.authority,
        path: pathname + search,
        headers: { host: hostname },
        signal: AbortSignal.timeout(patienceMs),
      },
      async (answer) => {
        const body = await text(answer);
        if (answer.statusCode === 200) resolve(body);
        else reject(new Error(`${url} was answered ${answer.statusCode}.`));
      },
    );
    outgoing.on('error', (cause) => reject(new Error(`${url} did not answer: ${cause.message}`, { cause })));
    outgoing.end();
  });
}
