/** A refusal of the user pool. The name is that of AWS's API; the hosted UI turns it into an OAuth error. */
export class PoolError extends Error {
  override readonly name = 'PoolError';
  /** For example `NotAuthorizedException`. */
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
