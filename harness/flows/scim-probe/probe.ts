import type { ScimExpectation, ScimProbeRecord } from '../../model/scim-records.ts';
import { isObject, textAt } from '../../scim/read-requests.ts';
import {
  type CallOptions,
  createScimCaller,
  type ScimAnswer,
  type ScimCaller,
  type ScimEndpoint,
} from './caller.ts';
import { type Claim, judgeClaims } from './claims.ts';
import { createTraces, type ProbeJournal } from './traces.ts';

/** What a probe works with. All that it makes has names of this run, and is removed afterwards. */
export interface Probe {
  readonly call: (method: string, target: string, options?: CallOptions) => Promise<ScimAnswer>;
  /** POST /Users with all that every service takes, but for what differs; undefined takes an attribute out. */
  readonly postUser: (change?: Attributes) => Promise<ScimAnswer>;
  readonly postGroup: (change?: Attributes) => Promise<ScimAnswer>;
  /** The same, where the probe is about something else: it has to work. */
  readonly user: (change?: Attributes) => Promise<Made>;
  readonly group: (change?: Attributes) => Promise<Made>;
  /** A name that nobody has. */
  readonly name: () => string;
  readonly expect: (what: string, answer: ScimAnswer, observed: unknown, ...claims: readonly Claim[]) => void;
}

export type Attributes = Readonly<Record<string, unknown>>;

export interface Made {
  readonly id: string;
  /** As it was sent. */
  readonly sent: Attributes;
  /** As it was answered. */
  readonly resource: Attributes;
}

export const schemas = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  enterprise: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
} as const;

export interface ProbeParts {
  readonly endpoint: ScimEndpoint;
  readonly run: (probe: Probe) => Promise<void>;
  /** Begins every name, for example `countersign-1a2b3c4d`. */
  readonly prefix: string;
  readonly sleep: (ms: number) => Promise<void>;
  readonly journal?: ProbeJournal | undefined;
  /** Ends what is tried before its end; what was made is removed all the same. */
  readonly signal?: AbortSignal | undefined;
}

export interface ProbeSight {
  readonly record: ScimProbeRecord;
  /** Why it ended before its end, as a sentence. */
  readonly brokeOff?: string;
}

/** Tries one thing on a service, and puts it back to what it was. */
export async function runProbe(parts: ProbeParts): Promise<ProbeSight> {
  const { endpoint, run, prefix, sleep, signal } = parts;
  const caller = createScimCaller({ endpoint, sleep, prefix });
  const expectations: ScimExpectation[] = [];
  const traces = createTraces(caller.call, parts.journal);
  const call: ScimCaller['call'] = async (...asked) => {
    if (signal?.aborted) throw new Error('It was interrupted.');
    return traces.call(...asked);
  };
  let count = 0;
  const name = () => `${prefix}-${++count}`;
  const post = (kind: Kind, body: Attributes) => call('POST', `/${kind}`, { body });
  const must = async (kind: Kind, sent: Attributes): Promise<Made> => {
    const { status, body } = await post(kind, sent);
    const id = textAt(body, 'id');
    if (status !== 201 || id === undefined || !isObject(body))
      throw new Error(`POST /${kind} was answered ${status}, so that there is nothing to try it on.`);
    return { id, sent, resource: body };
  };
  const brokeOff = await run({
    call,
    postUser: (change = {}) => post('Users', describeUser(name(), change)),
    postGroup: (change = {}) => post('Groups', describeGroup(name(), change)),
    user: (change = {}) => must('Users', describeUser(name(), change)),
    group: (change = {}) => must('Groups', describeGroup(name(), change)),
    name,
    expect: (what, { call }, observed, ...claims) =>
      void expectations.push({ what, call, ...judgeClaims(observed, claims) }),
  }).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const left = await traces.clear();
  return {
    record: { baseUrl: endpoint.baseUrl, calls: caller.calls, expectations, left },
    ...(brokeOff === undefined ? {} : { brokeOff }),
  };
}

type Kind = 'Users' | 'Groups';

function describeUser(name: string, change: Attributes): Attributes {
  const userName = `${name}@example.com`;
  return {
    schemas: [schemas.user],
    externalId: name,
    userName,
    displayName: `Probe ${name}`,
    name: { givenName: 'Probe', familyName: name },
    emails: [{ value: userName, type: 'work', primary: true }],
    active: true,
    ...change,
  };
}

function describeGroup(name: string, change: Attributes): Attributes {
  return { schemas: [schemas.group], externalId: name, displayName: name, ...change };
}
