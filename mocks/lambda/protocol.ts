/** What an execution environment is asked, one line of JSON each. */
export interface Invocation {
  readonly id: string;
  readonly event: unknown;
  /** Milliseconds since 1970 at which Lambda ends the function. */
  readonly deadline: number;
}

/** An error as Lambda reports it to the caller. */
export interface FunctionError {
  /** `KeyError`, `TypeError`. */
  readonly errorType: string;
  readonly errorMessage: string;
  /** Lines, innermost last for Python, first for Node; never shown to a caller. */
  readonly trace: readonly string[];
}

/** What an execution environment says: that its code is loaded or cannot be, and what became of an invocation. */
export type Said =
  | { readonly type: 'ready' }
  | { readonly type: 'not-ready'; readonly error: FunctionError }
  | { readonly type: 'answer'; readonly id: string; readonly payload: unknown }
  | { readonly type: 'error'; readonly id: string; readonly error: FunctionError };

/** What the bootstrap is told, by the variable `COUNTERSIGN_FUNCTION`; functions do not see it. */
export interface Told {
  readonly file: string;
  readonly handler: string;
  readonly name: string;
  /** Host names that lead to the gate; no other place is reached. */
  readonly hosts: readonly string[];
  readonly gatePort: number;
  readonly globals: Readonly<Record<string, string>>;
}
