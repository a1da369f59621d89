/** Why a login is refused: for the audit log only, the page tells nothing. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /**
   * `message`: the response is not acceptable (`An unexpected error has occurred`).
   * `session`: the browser's part in it is not (`It's not you, it's us`).
   */
  readonly kind: 'message' | 'session';

  constructor(reason: string, kind: Refusal['kind'] = 'message') {
    super(reason);
    this.kind = kind;
  }
}

/** Refuses unless the condition holds. */
export function must(condition: boolean, reason: string): asserts condition {
  if (!condition) throw new Refusal(reason);
}

/** Gives the value on, or refuses when there is none. */
export function need<T>(value: T | undefined, reason: string): T {
  if (value === undefined) throw new Refusal(reason);
  return value;
}
