import type { Header } from '../../model/evidence.ts';
import type { ScimProbeCall } from '../../model/scim-records.ts';
import { listOf, objectOf } from '../../scim/read-requests.ts';

/** A SCIM service that is tried. */
export interface ScimEndpoint {
  /** With or without a slash at its end. */
  readonly baseUrl: string;
  readonly token: string;
  readonly send: SendScim;
}

/** Sends one HTTP request. @throws Error when there is no answer */
export type SendScim = (request: {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}) => Promise<{ readonly status: number; readonly headers: readonly Header[]; readonly body: string }>;

export interface CallOptions {
  /** Sent as JSON; a text is sent as it is. */
  readonly body?: unknown;
  readonly token?: ScimProbeCall['token'];
  /** The whole header, in place of the token. */
  readonly authorization?: string;
  readonly contentType?: string;
  /** A path from the host on, in place of one below the base URL. */
  readonly elsewhere?: boolean;
}

export interface ScimAnswer {
  /** Place in the record. */
  readonly call: number;
  readonly status: number;
  readonly body: unknown;
  readonly header: (name: string) => string | undefined;
}

export interface ScimCaller {
  readonly calls: readonly ScimProbeCall[];
  readonly call: (method: string, target: string, options?: CallOptions) => Promise<ScimAnswer>;
}

export interface CallerParts {
  readonly endpoint: ScimEndpoint;
  readonly sleep: (ms: number) => Promise<void>;
  /** Begins every name that is made here: of all other people in lists only the ids are kept. */
  readonly prefix: string;
}

/** A service that is throttling is asked so often in all, and waited for so long at a time. */
const attempts = 6;
const longestWaitMs = 30_000;
const kept = ['content-type', 'location', 'retry-after', 'www-authenticate', 'etag'];

/** Calls a service and writes down what was said; a throttled call is made again, and counts once. */
export function createScimCaller({ endpoint, sleep, prefix }: CallerParts): ScimCaller {
  const calls: ScimProbeCall[] = [];
  const base = endpoint.baseUrl.replace(/\/$/, '');
  return {
    calls,
    call: async (method, target, options = {}) => {
      const { token = 'valid', contentType = 'application/scim+json' } = options;
      const body = textOf(options.body);
      const request = {
        method,
        url: (options.elsewhere === true ? new URL(base).origin : base) + target,
        headers: {
          accept: 'application/scim+json, application/json',
          ...authorization(endpoint.token, token, options.authorization),
          ...(body === undefined ? {} : { 'content-type': contentType }),
        },
        ...(body === undefined ? {} : { body }),
      };
      let answer = await endpoint.send(request);
      for (let attempt = 1; answer.status === 429 && attempt < attempts; attempt++) {
        await sleep(waitFor(attempt, answer.headers));
        answer = await endpoint.send(request);
      }
      const read = parse(answer.body);
      calls.push({
        method,
        target,
        token: options.authorization === undefined ? token : 'wrong',
        ...(body === undefined ? {} : { contentType, body }),
        status: answer.status,
        headers: answer.headers.filter(({ name }) => kept.includes(name)),
        ...(answer.body === ''
          ? {}
          : { answer: withoutOthers(answer.body, read, prefix).replaceAll(endpoint.token, 'masked-token') }),
      });
      return {
        call: calls.length - 1,
        status: answer.status,
        body: read,
        header: (name) => answer.headers.find((one) => one.name === name)?.value,
      };
    },
  };
}

function authorization(token: string, kind: ScimProbeCall['token'], whole: string | undefined) {
  if (whole !== undefined) return { authorization: whole };
  if (kind === 'none') return {};
  return { authorization: `Bearer ${kind === 'valid' ? token : `${token.slice(0, -4)}none`}` };
}

function waitFor(attempt: number, headers: readonly Header[]): number {
  const asked = Number(headers.find(({ name }) => name === 'retry-after')?.value) * 1000;
  return Math.min(Number.isFinite(asked) && asked > 0 ? asked : 500 * 2 ** attempt, longestWaitMs);
}

/** A list of a real directory names people and groups that have nothing to do with this. */
function withoutOthers(text: string, read: unknown, prefix: string): string {
  const resources = listOf(objectOf(read).Resources);
  const isOwn = (one: unknown) => {
    const isSomebody = 'userName' in objectOf(one) || 'displayName' in objectOf(one);
    return !isSomebody || JSON.stringify(one).includes(prefix);
  };
  if (resources.every(isOwn)) return text;
  const kept = resources.map((one) =>
    isOwn(one) ? one : { id: objectOf(one).id, masked: 'none of this run' },
  );
  return JSON.stringify({ ...objectOf(read), Resources: kept });
}

function textOf(body: unknown): string | undefined {
  return body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
