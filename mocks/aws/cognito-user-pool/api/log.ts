import type { FunctionError } from '../../../lambda/protocol.ts';
import type { TriggerEvent } from '../triggers.ts';

/** One attempt to call a function. */
export interface TriggerCall {
  /** ISO 8601, UTC, milliseconds: when the function was called, by the machine's clock. */
  readonly at: string;
  /** `pool` for what a request brought about, `probe` where the function was called to see what it does. */
  readonly by: 'pool' | 'probe';
  /** Position in the API's log of the request that brought it about. */
  readonly request?: number;
  /** 1 to 3. */
  readonly attempt: number;
  readonly limitMs: number;
  readonly durationMs: number;
  readonly event: TriggerEvent;
  /** What the function gave back, as it is. */
  readonly answer?: unknown;
  readonly error?:
    | ({ readonly kind: 'thrown' } & FunctionError)
    | { readonly kind: 'timeout' }
    /** The function cannot be run. */
    | { readonly kind: 'failed'; readonly errorMessage: string };
  /** What it printed. */
  readonly log: string;
}

/** One request to the pool's JSON API. Passwords, codes and tokens are never in it. */
export interface ApiCall {
  readonly at: string;
  readonly operation: string;
  readonly clientId?: string;
  readonly userName?: string;
  readonly flow?: string;
  readonly challengeName?: string;
  /** The first 12 hexadecimal digits of the SHA-256 of a challenge's Session. */
  readonly session?: string;
  readonly answer?: string;
  readonly clientMetadata?: Readonly<Record<string, string>>;
  /** Attributes that the request sets. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly status: number;
  readonly result: ApiResult;
  readonly durationMs: number;
}

export type ApiResult =
  | { readonly kind: 'done'; readonly confirmed?: boolean }
  | {
      readonly kind: 'challenge';
      readonly challengeName: string;
      /** As above, of the Session that was given. */
      readonly session: string;
      readonly parameters: Readonly<Record<string, string>>;
    }
  /** Claims of the two tokens. */
  | {
      readonly kind: 'tokens';
      readonly id: Readonly<Record<string, unknown>>;
      readonly access: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'refused'; readonly type: string; readonly message: string };
