import type { Context, Hono } from 'hono';
import type { EventLog } from '../../core/event-log.ts';
import { QueryError } from './query-error.ts';
import { type QueryRequest, readQuery } from './read-query.ts';
import { type Fields, writeElement } from './write-xml.ts';

/** What an operation gets beside the request. */
export interface Call extends QueryRequest {
  /** Lower-case UUID, also in the answer. */
  readonly requestId: string;
}

/** Gives the fields of the result element; undefined when the operation has no result. Throws QueryError. */
export type Operation = (call: Call) => Fields | undefined | Promise<Fields | undefined>;

/** One AWS service that speaks the Query protocol. */
export interface QueryService {
  readonly version: string;
  /** Namespace of its answers. */
  readonly namespace: string;
  readonly operations: Readonly<Record<string, Operation>>;
  /** Operations that AWS has and the double does not: answered 501 and recorded, never with a made-up result. */
  readonly isKnownElsewhere: (action: string) => boolean;
  readonly maxBytes: number;
  readonly newRequestId: () => string;
}

/** Puts a service at `/`, by GET and POST. */
export function addQueryService(app: Hono, service: QueryService, events: EventLog): void {
  app.on(['GET', 'POST'], '/', (c) => answer(c, service, events));
}

async function answer(c: Context, service: QueryService, events: EventLog): Promise<Response> {
  const requestId = service.newRequestId();
  let action: string | undefined;
  try {
    const query = await readQuery(c.req.raw, service.maxBytes);
    action = query.action;
    // Codes of AWS's "Common errors" page. The texts are those seen of both services; no page gives them.
    if (action === undefined) throw new QueryError(400, 'MissingAction', 'Missing Action');
    const operation = Object.hasOwn(service.operations, action) ? service.operations[action] : undefined;
    if (operation === undefined || query.version !== service.version) {
      if (operation === undefined && service.isKnownElsewhere(action)) return await c.notFound();
      const says = `Could not find operation ${action} for version ${query.version ?? 'NO_VERSION_SPECIFIED'}`;
      throw new QueryError(400, 'InvalidAction', says);
    }
    const result = await operation({ ...query, requestId });
    return respond(200, requestId, writeSuccess(service, action, result, requestId));
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const { code, status, message, reason } = error;
    events.record('refused', { action, code, status, requestId, message }, reason ?? message);
    return respond(status, requestId, writeError(service, error, requestId));
  }
}

function writeSuccess(
  { namespace }: QueryService,
  action: string,
  result: Fields | undefined,
  requestId: string,
): string {
  const body = result === undefined ? '' : writeElement(`${action}Result`, result);
  const metadata = writeElement('ResponseMetadata', { RequestId: requestId });
  return `<${action}Response xmlns="${namespace}">${body}${metadata}</${action}Response>\n`;
}

/** `Sender` up to 499, `Receiver` above: which side has to change something. */
function writeError({ namespace }: QueryService, error: QueryError, requestId: string): string {
  const Type = error.status < 500 ? 'Sender' : 'Receiver';
  const inner = writeElement('Error', { Type, Code: error.code, Message: error.message });
  return `<ErrorResponse xmlns="${namespace}">${inner}${writeElement('RequestId', requestId)}</ErrorResponse>\n`;
}

function respond(status: number, requestId: string, body: string): Response {
  return new Response(body, {
    status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
  });
}
