/** A refusal in OAuth's words, and the private reason for the log. */
export class OAuthRefusal extends Error {
  override readonly name = 'OAuthRefusal';
  readonly error: string;
  /** Why, as the pool's log has it; never shown. */
  readonly reason: string;
  constructor(error: string, description: string, reason = description) {
    super(description);
    this.error = error;
    this.reason = reason;
  }
}
