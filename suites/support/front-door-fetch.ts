import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import type { RunningStack } from '../../harness/stack/start-stack.ts';

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
      },
      async (answer) => {
        const body = await text(answer);
        if (answer.statusCode === 200) resolve(body);
        else reject(new Error(`${url} was answered ${answer.statusCode}.`));
      },
    );
    outgoing.on('error', reject);
    outgoing.end();
  });
}
