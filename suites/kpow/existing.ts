import type { ExistingApplication } from '../../harness/config/saml-application-schema.ts';
import { CountersignError } from '../../harness/model/error.ts';
import type { StackPart } from '../../harness/stack/start-stack.ts';

/** Headers that concern one connection, and are not passed on. */
const hopByHop = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
  'host',
];

/** An application that runs already: what browsers ask of its public name is asked of its address on this machine. */
export function existingPart({ address, acsUrl, product }: ExistingApplication): StackPart {
  const { host } = new URL(acsUrl);
  return {
    name: 'kpow',
    hosts: [host],
    // It runs in no container of the harness: see refuseContainers.
    entry: '',
    config: () => ({}),
    create: () => ({
      name: 'existing-application',
      hosts: [host],
      fetch: (request) => passOn(request, address, product),
      control: async () => Response.json({ error: 'It is no double.' }, { status: 404 }),
    }),
  };
}

/** Inside a container, the address of an application on this machine would be that of another. */
export function refuseContainers(existing: ExistingApplication | undefined, containers: unknown): void {
  if (existing === undefined || containers === undefined) return;
  throw new CountersignError(
    'config',
    `${existing.product} runs on this machine, and the doubles are to run in containers.`,
    'Leave --containers out, or take application.existing out of the configuration.',
  );
}

async function passOn(request: Request, address: string, product: string): Promise<Response> {
  const { pathname, search, host } = new URL(request.url);
  const headers = new Headers(request.headers);
  for (const name of hopByHop) headers.delete(name);
  headers.set('x-forwarded-host', host);
  headers.set('x-forwarded-proto', 'https');
  try {
    const answer = await fetch(new URL(pathname + search, address), {
      method: request.method,
      headers,
      redirect: 'manual',
      ...(request.body === null ? {} : { body: await request.arrayBuffer() }),
    });
    const passed = new Headers(answer.headers);
    for (const name of hopByHop) passed.delete(name);
    return new Response(answer.body, { status: answer.status, headers: passed });
  } catch (error) {
    throw new CountersignError(
      'target-unreachable',
      `${product} does not answer at ${address}: ${(error as Error).message}.`,
      'Start it, or mend application.existing.address in the configuration.',
    );
  }
}
