import { randomUUID } from 'node:crypto';
import { PoolError } from '../pool-error.ts';
import { type ApiContext, adminOperations, openOperations } from './operations.ts';

const prefix = 'AWSCognitoIdentityProviderService.';
const mediaType = 'application/x-amz-json-1.1';

/** What became of one request. */
export interface Answered {
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly reply?: unknown;
  readonly error?: { readonly type: string; readonly message: string };
}

/** Whether a request is one of the JSON API. */
export function isApiRequest(request: Request): boolean {
  return request.headers.get('x-amz-target')?.startsWith(prefix) ?? false;
}

/** Carries one request out. Refusals have AWS's names; anything else is a defect of this double. */
export async function perform(context: ApiContext, request: Request): Promise<Answered> {
  const operation = (request.headers.get('x-amz-target') ?? '').slice(prefix.length);
  const text = await request.text();
  const body = parse(text);
  const base = { operation, body: body ?? {} };
  try {
    if (body === undefined) throw new PoolError('SerializationException', 'The body is not a JSON object.');
    const admin = adminOperations[operation];
    if (admin !== undefined && !isSigned(request))
      throw new PoolError('MissingAuthenticationTokenException', 'Missing Authentication Token');
    const run = admin ?? openOperations[operation];
    if (run === undefined) throw new PoolError('UnknownOperationException', '');
    return { ...base, status: 200, reply: await run(context, body) };
  } catch (error) {
    if (!(error instanceof PoolError)) throw error;
    return { ...base, status: 400, error: { type: error.code, message: error.message } };
  }
}

/** The HTTP answer, as AWS JSON 1.1 has it. */
export function toResponse({ status, reply, error }: Answered): Response {
  const id = randomUUID();
  const body = error === undefined ? reply : { __type: error.type, message: error.message };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...crossOrigin,
      'content-type': mediaType,
      'x-amzn-requestid': id,
      ...(error === undefined
        ? {}
        : { 'x-amzn-errortype': `${error.type}:`, 'x-amzn-errormessage': oneLine(error.message) }),
    },
  });
}

/** Applications call it from browsers. */
export function preflight(): Response {
  return new Response(null, {
    status: 200,
    headers: {
      ...crossOrigin,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers':
        'amz-sdk-invocation-id,amz-sdk-request,authorization,cache-control,content-type,x-amz-date,x-amz-security-token,x-amz-target,x-amz-user-agent',
      'access-control-max-age': '172800',
    },
  });
}

const crossOrigin = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
};

/** A header has no room for more than printable Latin text. */
function oneLine(message: string): string {
  return message.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 500);
}

/** The signature itself is not verified: keys of IAM are nothing that this double knows. */
function isSigned(request: Request): boolean {
  return request.headers.get('authorization')?.startsWith('AWS4-HMAC-SHA256 ') ?? false;
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    // An object of JSON has text keys.
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
