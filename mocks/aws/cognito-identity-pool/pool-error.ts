/** An error of the identity pool's API; thrown by operations, written as JSON by the service. */
export class PoolError extends Error {
  override readonly name = 'PoolError';
  /** For example `NotAuthorizedException`. */
  readonly code: string;
  /** What AWS's text does not tell; for the event log only. */
  readonly reason: string | undefined;
  readonly status: number;

  constructor(code: string, message: string, reason?: string, status = 400) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.status = status;
  }
}

/** The answer to a login that does not count. */
export function notAuthorized(message: string, reason?: string): PoolError {
  return new PoolError('NotAuthorizedException', message, reason);
}

/** What the service answers where STS refuses the role, or there is none. */
export function badConfiguration(reason: string): PoolError {
  return new PoolError(
    'InvalidIdentityPoolConfigurationException',
    'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
    reason,
  );
}
