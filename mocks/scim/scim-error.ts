import type { JsonObject } from './read-body.ts';

/** AWS's names of the errors, with the HTTP status of each. */
export const exceptionStatus = {
  ValidationException: 400,
  UnauthorizedException: 401,
  AccessDeniedException: 403,
  ResourceNotFoundException: 404,
  ConflictException: 409,
  ThrottlingException: 429,
  InternalServerException: 500,
} as const;
export type ExceptionName = keyof typeof exceptionStatus;

/**
 * `detail` of the error body. Those of 400 and 409 were recorded from AWS; the others are ours, since no recorded body
 * of them is known.
 */
const details: Readonly<Record<ExceptionName, string>> = {
  ValidationException: 'Request is unparsable, syntactically incorrect, or violates schema.',
  UnauthorizedException: 'Authorization header is invalid or missing.',
  AccessDeniedException: 'Operation is not permitted based on the supplied authorization.',
  ResourceNotFoundException: 'Specified resource does not exist.',
  ConflictException: 'Refused to create a new, duplicate resource.',
  ThrottlingException: 'Too many requests exceeded the limits.',
  InternalServerException: 'Service failed to process the request.',
};

/** A request that is refused. The reason goes to the audit log only, as at AWS. */
export class ScimError extends Error {
  override readonly name = 'ScimError';
  readonly exception: ExceptionName;
  /** Seconds, for a Retry-After header. */
  readonly retryAfter: number | undefined;
  /** Instead of the exception's own status, for scripted faults of another kind. */
  readonly status: number;

  constructor(
    exception: ExceptionName,
    reason: string,
    options: { readonly retryAfter?: number | undefined; readonly status?: number | undefined } = {},
  ) {
    super(reason);
    this.exception = exception;
    this.retryAfter = options.retryAfter;
    this.status = options.status ?? exceptionStatus[exception];
  }
}

export function invalid(reason: string): ScimError {
  return new ScimError('ValidationException', reason);
}

const errorSchema = ['urn:ietf:params:scim:api:messages:2.0:Error'];

/** The body as AWS writes it: `schema` is its own, `schemas` that of RFC 7644, section 3.12. */
export function describeError({ exception, status }: ScimError, requestId: string, now: number): JsonObject {
  return {
    schema: errorSchema,
    schemas: errorSchema,
    detail: details[exception],
    status: String(status),
    exceptionRequestId: requestId,
    timeStamp: new Date(now).toISOString().replace('T', ' ').replace('Z', ''),
  };
}
