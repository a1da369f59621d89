/** Closed set: what kind of help the user needs. */
export type ErrorCode =
  | 'usage'
  | 'config'
  | 'file'
  | 'runtime-too-old'
  | 'browser-missing'
  | 'docker-missing'
  | 'port-in-use'
  | 'target-unreachable'
  | 'certificate'
  | 'flow-broken'
  | 'internal';

/** A message for the user: what is wrong and where, then what to do next. Full sentences, no blame. */
export class CountersignError extends Error {
  override readonly name = 'CountersignError';
  readonly code: ErrorCode;
  /** What to do next, as an imperative sentence. */
  readonly next: string;

  constructor(code: ErrorCode, message: string, next: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.next = next;
  }
}
