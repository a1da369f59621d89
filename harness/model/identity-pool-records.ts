/** What was seen of an identity pool: its configuration, and every operation with its answer. */
export interface IdentityPoolRecord {
  /** For example `us-east-1:11111111-2222-3333-4444-555555555555`. */
  readonly identityPoolId: string;
}
