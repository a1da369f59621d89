import type { ScimExchange } from '../../harness/model/scim-records.ts';
import { buildAuditRecord, type ScimAuditRecord } from './audit.ts';
import { type ScimConfig, scimAddresses } from './config.ts';
import { cutAnswer } from './cut.ts';
import { createExchangeLog, type ExchangeLog } from './exchanges.ts';
import {
  createFaultScript,
  createRateLimit,
  type FaultScript,
  type RateLimit,
  type ScimFault,
} from './faults.ts';
import { type Answer, perform } from './perform.ts';
import { type JsonObject, readBody } from './read-body.ts';
import { findRoute, type Route } from './route.ts';
import { describeError, ScimError } from './scim-error.ts';
import type { IdentityStore } from './store.ts';
import { createTokens, type Tokens } from './tokens.ts';

/** One SCIM endpoint over a directory that may have other uses, too. */
export interface ScimService {
  readonly host: string;
  /** With the slash at its end, as the console shows it. */
  readonly baseUrl: string;
  readonly store: IdentityStore;
  readonly tokens: Tokens;
  readonly faults: FaultScript;
  readonly rate: RateLimit;
  readonly exchanges: ExchangeLog;
  readonly audit: () => readonly ScimAuditRecord[];
  /** Undefined when the address is none of SCIM's. */
  readonly fetch: (request: Request) => Promise<Response | undefined>;
}

export interface ScimParts {
  readonly config: ScimConfig;
  readonly region: string;
  readonly store: IdentityStore;
  readonly now: () => number;
  readonly newSecret: () => string;
  /** Lower-case UUID. */
  readonly newRequestId: () => string;
}

const maxAudit = 20_000;

export function createScimService(parts: ScimParts): ScimService {
  const { config, region, store, now } = parts;
  const { host, baseUrl } = scimAddresses(region, config.tenantId);
  const tokens = createTokens(now, parts.newSecret);
  for (const secret of config.tokens) tokens.create(secret);
  const faults = createFaultScript();
  const rate = createRateLimit(now);
  const exchanges = createExchangeLog(config.keepExchanges);
  const audit: ScimAuditRecord[] = [];
  let lastPatch: Promise<unknown> = Promise.resolve();

  async function answer(request: Request, route: Route, call: Call): Promise<Answer> {
    if (call.fault !== undefined) refuseByFault(call.fault);
    if (!rate.admit()) throw throttled(rate.get()?.retryAfterSeconds);
    if (call.tenantId !== config.tenantId)
      throw new ScimError('UnauthorizedException', `There is no tenant "${call.tenantId}"`);
    tokens.check(request.headers.get('authorization'));
    if (route.operation === 'Unknown')
      throw new ScimError('ResourceNotFoundException', `There is no ${request.method} ${call.path}`);
    if (call.text !== '') call.body = readBody(call.text, request.headers.get('content-type') ?? undefined);
    const asked = { route, store, body: call.body, query: call.query };
    if (route.operation !== 'PatchUser') return perform(asked);
    // The library's patch waits in between: of two at once, the second must begin with what the first has made.
    const own = lastPatch.then(() => perform(asked));
    lastPatch = own.catch(() => undefined);
    return own;
  }
  return {
    host,
    baseUrl,
    store,
    tokens,
    faults,
    rate,
    exchanges,
    audit: () => audit.slice(-maxAudit),
    fetch: async (request) => {
      const target = readTarget(request.url);
      if (target === undefined) return undefined;
      const at = now();
      const route = findRoute(request.method, target.path);
      const call: Call = {
        ...target,
        text: await request.text(),
        requestId: parts.newRequestId(),
        body: undefined,
      };
      call.fault = faults.next(route.operation);
      let error: ScimError | undefined;
      let answered: Answer;
      try {
        answered = await answer(request, route, call);
      } catch (thrown) {
        error = thrown instanceof ScimError ? thrown : defect(thrown);
        answered = { status: error.status, body: describeError(error, call.requestId, now()) };
      }
      const { status, body: shown } = answered;
      const text = shown === undefined ? undefined : JSON.stringify(shown);
      exchanges.add(describe(request, route, call, { at, status, text, error }));
      const { operation, id } = route;
      const { requestId, tenantId, body } = call;
      audit.push(buildAuditRecord({ now: at, region, tenantId, operation, requestId, id, body, error }));
      if (audit.length >= 2 * maxAudit) audit.splice(0, maxAudit);
      if (call.fault?.kind === 'delay')
        await new Promise((resolve) => setTimeout(resolve, call.fault?.delayMs));
      const isCut = call.fault?.kind === 'cut' || call.fault?.kind === 'lose-answer';
      return isCut ? cutAnswer() : respond(status, text, call.requestId, error?.retryAfter);
    },
  };
}

interface Target {
  readonly tenantId: string;
  /** Below `/scim/v2`. */
  readonly path: string;
  readonly query: string;
}

interface Call extends Target {
  readonly text: string;
  readonly requestId: string;
  fault?: ScimFault | undefined;
  body: JsonObject | undefined;
}

/** Cut from the text: nothing is decoded, and two slashes stay two. */
function readTarget(url: string): Target | undefined {
  const [, tenantId, path, query] =
    /^[a-z]+:\/\/[^/]*\/([^/?]+)\/scim\/v2(\/[^?#]*)?(\?[^#]*)?/i.exec(url) ?? [];
  return tenantId === undefined ? undefined : { tenantId, path: path ?? '', query: query ?? '' };
}

function refuseByFault({ kind, status, retryAfterSeconds }: ScimFault): void {
  if (kind === 'throttle') throw throttled(retryAfterSeconds);
  if (kind === 'fail')
    throw new ScimError('InternalServerException', 'A fault was switched on', {
      status,
      retryAfter: retryAfterSeconds,
    });
  if (kind === 'cut')
    throw new ScimError('InternalServerException', 'The connection was cut before anything was done');
}

function defect(thrown: unknown): ScimError {
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return new ScimError('InternalServerException', `Defect of the double: ${detail}`);
}

function throttled(retryAfter: number | undefined): ScimError {
  return new ScimError('ThrottlingException', 'Rate exceeded', { retryAfter });
}

/** Written once: the record has the very text that was sent. */
function respond(
  status: number,
  text: string | undefined,
  requestId: string,
  retryAfter: number | undefined,
): Response {
  return new Response(text ?? null, {
    status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': requestId,
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
  });
}

interface Outcome {
  readonly at: number;
  readonly status: number;
  readonly text: string | undefined;
  readonly error: ScimError | undefined;
}

function describe(
  request: Request,
  route: Route,
  call: Call,
  { at, status, text, error }: Outcome,
): Omit<ScimExchange, 'index'> {
  const authorization = request.headers.get('authorization');
  const contentType = request.headers.get('content-type');
  const kind = call.fault?.kind;
  return {
    at: new Date(at).toISOString(),
    operation: route.operation,
    method: request.method,
    target: call.path + call.query,
    authorization: authorization === null ? 'none' : /^Bearer /i.test(authorization) ? 'bearer' : 'other',
    ...(contentType === null ? {} : { contentType }),
    ...(call.text === '' ? {} : { body: call.text }),
    status,
    ...(error?.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }),
    ...(text === undefined ? {} : { answer: text }),
    ...(kind === 'cut' || kind === 'lose-answer'
      ? { lost: { performed: kind === 'lose-answer' && error === undefined } }
      : {}),
    ...(error === undefined ? {} : { reason: error.message }),
  };
}
