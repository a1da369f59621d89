import type { Context, Hono } from 'hono';
import { QueryError } from '../query/query-error.ts';
import type { QueryRequest } from '../query/read-query.ts';
import { PoolError } from './pool-error.ts';
import type { PoolAuditRecord, PoolService } from './state.ts';

export interface JsonCall {
  readonly body: Readonly<Record<string, unknown>>;
}

export interface OperationResult {
  readonly answer: Readonly<Record<string, unknown>>;
  readonly audit: Omit<PoolAuditRecord, 'at' | 'eventName'>;
}

export interface Operation {
  /** True where the request must be signed by keys that are known. */
  readonly isSigned?: true;
  readonly run: (call: JsonCall) => OperationResult | Promise<OperationResult>;
}

export interface JsonService {
  readonly operations: Readonly<Record<string, Operation>>;
  /** Operations that AWS has and the double does not: answered 501 and recorded. */
  readonly isKnownElsewhere: (operation: string) => boolean;
}

/** `AWSCognitoIdentityService.GetId` (service model: targetPrefix). */
const target = /^AWSCognitoIdentityService\.(\w+)$/;
const contentType = 'application/x-amz-json-1.1';
/** Ten logins of 50,000 characters, and some more. */
const maxBytes = 1_000_000;

/**
 * The JSON 1.1 protocol at `/`: the operation in X-Amz-Target, the error in `__type`. Browsers may ask from any origin.
 * A request without X-Amz-Target goes on to whatever else is there.
 */
export function addJsonService(app: Hono, json: JsonService, service: PoolService): void {
  app.options('/', () => new Response(null, { status: 200, headers: { ...cors, ...preflight } }));
  app.post('/', (c, next) =>
    c.req.header('x-amz-target') === undefined ? next() : answer(c, json, service),
  );
}

const cors = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
};
const preflight = {
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers':
    'amz-sdk-invocation-id,amz-sdk-request,authorization,cache-control,content-type,x-amz-date,x-amz-security-token,x-amz-target,x-amz-user-agent',
  'access-control-max-age': '172800',
};

async function answer(c: Context, json: JsonService, service: PoolService): Promise<Response> {
  const requestId = service.state.ids.requestId();
  const name = target.exec(c.req.header('x-amz-target') ?? '')?.[1] ?? '';
  const operation = Object.hasOwn(json.operations, name) ? json.operations[name] : undefined;
  if (operation === undefined && json.isKnownElsewhere(name)) return await c.notFound();
  try {
    if (operation === undefined) throw new PoolError('UnknownOperationException', '');
    const bytes = await readBody(c.req.raw);
    if (operation.isSigned) authenticate(c.req.raw, bytes, service);
    const { answer: result, audit } = await operation.run({ body: parse(bytes) });
    service.audit({ eventName: name, ...audit });
    return respond(200, requestId, result);
  } catch (error) {
    if (!(error instanceof PoolError)) throw error;
    const { code, message, reason, status } = error;
    service.events.record('refused', { operation: name, code, requestId, message }, reason ?? message);
    service.audit({
      eventName: name,
      errorCode: code,
      errorMessage: message,
      ...(reason === undefined ? {} : { reason }),
    });
    return respond(status, requestId, { __type: code, message }, error);
  }
}

/** Signature faults have other names in JSON services than in Query services. */
const signatureCodes: Readonly<Record<string, string>> = {
  MissingAuthenticationToken: 'MissingAuthenticationTokenException',
  InvalidClientTokenId: 'UnrecognizedClientException',
  SignatureDoesNotMatch: 'InvalidSignatureException',
  IncompleteSignature: 'IncompleteSignatureException',
  ExpiredToken: 'ExpiredTokenException',
};

function authenticate(request: Request, body: Uint8Array, { state, now }: PoolService): void {
  const query: QueryRequest = {
    action: undefined,
    version: undefined,
    parameters: new Map(),
    method: request.method,
    url: new URL(request.url),
    headers: request.headers,
    body,
  };
  try {
    state.credentials.authenticate(query, now());
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new PoolError(signatureCodes[error.code] ?? error.code, error.message, error.reason);
  }
}

function parse(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Told below, as for what is JSON and no object.
  }
  throw new PoolError('SerializationException', 'The body is no JSON object');
}

async function readBody(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new PoolError('RequestEntityTooLargeException', 'Request is too large', undefined, 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function respond(status: number, requestId: string, body: unknown, error?: PoolError): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': contentType,
      'x-amzn-requestid': requestId,
      ...cors,
      ...(error === undefined
        ? {}
        : { 'x-amzn-errortype': `${error.code}:`, 'x-amzn-errormessage': headerText(error.message) }),
    },
  });
}

/** A header takes printable ASCII only; what a caller sent may be quoted in the text. */
function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 1000);
}
