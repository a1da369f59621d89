import { expect } from 'vitest';
import type { Double } from '../../../harness/model/double.ts';
import { createControlClient } from '../../core/control-client.ts';
import { createScimControlClient } from '../client.ts';
import type { ScimDoubleConfigInput } from '../config.ts';
import { createScim } from '../double.ts';

/** For tests: the endpoint under a fixed clock, and requests to it. */

export const start = Date.UTC(2026, 2, 1, 12);
export const token = 'a-token-for-tests';
export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const patchSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed; `undefined` when there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

export type Send = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** What a connection makes of an answer that is shorter than it says: an error, in place of its body. */
export async function overNetwork(response: Response): Promise<Response> {
  const promised = response.headers.get('content-length');
  const body = await response.clone().text();
  if (promised !== null && Number(promised) !== Buffer.byteLength(body)) throw new TypeError('terminated');
  return response;
}

/** Sends requests below the base URL, as a client with the test's token. */
export function openSender(double: Pick<Double, 'fetch'>, baseUrl: string): Send {
  return async (method, path, body, headers = {}) => {
    const response = await double.fetch(
      new Request(baseUrl.replace(/\/$/, '') + path, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
}

export function makeWorld(config: ScimDoubleConfigInput = {}) {
  let now = start;
  const double = createScim({ tokens: [token], ...config }, { now: () => now });
  const control = createControlClient(double.control);
  const client = createScimControlClient(control);
  const host = double.hosts[0] ?? '';
  const baseUrl = `https://${host}/${config.tenantId ?? 'c94e05a8-0bc4-46a1-9f7f-7b1a2f7d2c11'}/scim/v2/`;
  const send = openSender(double, baseUrl);
  return {
    double,
    control,
    client,
    baseUrl,
    send,
    wait: (ms: number) => {
      now += ms;
    },
    /** Makes a user and gives the id. */
    addUser: async (userName: string, more: object = {}): Promise<string> => {
      const made = await send('POST', '/Users', { ...person(userName), ...more });
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      return made.body.id;
    },
    addGroup: async (displayName: string, members: readonly string[] = []): Promise<string> => {
      const made = await send('POST', '/Groups', {
        displayName,
        members: members.map((value) => ({ value })),
      });
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      return made.body.id;
    },
    patch: (path: string, ...Operations: readonly object[]) =>
      send('PATCH', path, { schemas: [patchSchema], Operations }),
    /** Expects AWS's 400 with nothing of the reason in it, and gives the reason of the audit log. */
    reasonOf: async (answer: Answer, status = 400): Promise<string> => {
      expect(answer.status, JSON.stringify(answer.body)).toBe(status);
      const reason = (await client.lastRefusal()) ?? '';
      expect(JSON.stringify(answer.body)).not.toContain(reason);
      return reason;
    },
  };
}
export type World = ReturnType<typeof makeWorld>;

/** The smallest user that AWS takes, with an address. */
export function person(userName: string) {
  return {
    userName,
    name: { givenName: 'Alice', familyName: 'Wong' },
    displayName: 'Alice Wong',
    emails: [{ value: userName, type: 'work', primary: true }],
  };
}
