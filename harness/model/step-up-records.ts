/** An event of a Lambda trigger, as the user pool hands it to the function. */
export interface TriggerEventRecord {
  readonly version: string;
  /** For example `DefineAuthChallenge_Authentication`. */
  readonly triggerSource: string;
  readonly region: string;
  readonly userPoolId: string;
  readonly userName: string;
  readonly callerContext: Readonly<Record<string, string>>;
  readonly request: Readonly<Record<string, unknown>>;
  readonly response: Readonly<Record<string, unknown>>;
}

/** One attempt of the user pool to call a function. */
export interface TriggerRecord {
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string;
  /** `pool`: a request brought it about. `probe`: the harness called it to see what the function does. */
  readonly by: 'pool' | 'probe';
  /** Position in `poolCalls` of the request that brought it about. */
  readonly request?: number;
  /** 1 to 3: the pool asks again when it gets no answer in time. */
  readonly attempt: number;
  readonly limitMs: number;
  readonly durationMs: number;
  readonly event: TriggerEventRecord;
  /** What the function gave back, whatever it is. */
  readonly answer?: unknown;
  readonly error?: {
    /** Thrown by the function; no answer in time; the function cannot be run. */
    readonly kind: 'thrown' | 'timeout' | 'failed';
    readonly errorType?: string;
    readonly errorMessage?: string;
  };
  /** What the function printed. */
  readonly log: string;
}

export type PoolResult =
  | { readonly kind: 'done'; readonly confirmed?: boolean }
  | {
      readonly kind: 'challenge';
      readonly challengeName: string;
      /** Mark of the Session that was given: no Session is ever kept. */
      readonly session: string;
      readonly parameters: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'tokens';
      /** Decoded claims; the tokens themselves are never kept. */
      readonly id: Readonly<Record<string, unknown>>;
      readonly access: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'refused'; readonly type: string; readonly message: string };

/** One request to the user pool's API. Passwords, codes, Sessions and tokens are never in it. */
export interface PoolCallRecord {
  readonly at: string;
  /** For example `InitiateAuth`. */
  readonly operation: string;
  readonly clientId?: string;
  readonly userName?: string;
  readonly flow?: string;
  readonly challengeName?: string;
  /** Mark of the Session that is answered. */
  readonly session?: string;
  readonly answer?: string;
  /** Attributes that the request sets. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly status: number;
  readonly result: PoolResult;
}

/** One request of a function to the proofing API. The key is never in it. */
export interface ProofingCallRecord {
  readonly at: string;
  readonly operation: 'open-session' | 'start-step-up' | 'read-result';
  /** Position in `triggers` of the call during which it was made; absent when there was none. */
  readonly trigger?: number;
  /** Path, as sent. */
  readonly target: string;
  readonly authorization: 'right' | 'wrong' | 'none';
  /** Text as sent; empty for GET. */
  readonly body: string;
  /** Absent when nobody waited for the answer. */
  readonly status?: number;
  /** Text as answered. */
  readonly answer?: string;
}

/** What the proofing API knows of a challenge in the end. */
export interface ChallengeRecord {
  readonly id: string;
  readonly userId: string;
  readonly startedAt: string;
  readonly expiresAt: string;
  readonly status: 'pending' | 'completed' | 'expired';
  /** What the phone answered. */
  readonly decision?: { readonly match: boolean; readonly liveness: boolean; readonly by: string };
}

/** One message about a proofing to the application's address, and what came of it. */
export interface CallbackRecord {
  /** `forged`: signed by nobody who may. `other-session`: signed, but about a session that was never opened. */
  readonly how: 'genuine' | 'repeated' | 'forged' | 'other-session';
  readonly sessionId: string;
  readonly userName: string;
  readonly outcome: 'verified' | 'failed';
  /** Subject that it names, when verified. */
  readonly userId?: string;
  readonly status: number;
  /** Whether the user's attributes were others afterwards. */
  readonly changed: boolean;
}

export interface PoolPerson {
  readonly status: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** One request to what only an assured token may reach. */
export interface ResourceCallRecord {
  /** Which token was shown. */
  readonly token: 'none' | 'password' | 'step-up' | 'refreshed';
  readonly status: number;
}

/** What this rollout wants, as far as checks have to know it. */
export interface StepUpWanted {
  /** What the person must get in the end. */
  readonly outcome: 'tokens' | 'refused' | 'signed-up' | 'challenge';
  readonly userName: string;
  /** Attribute that links a user of the pool to one of the proofing API. */
  readonly linkAttribute: string;
  readonly assuranceAttribute: string;
  readonly minimumAssurance: number;
  /** App client whose sign-ins are step-ups. */
  readonly stepUpClient: string;
  /** Claims of the ID token that access depends on. */
  readonly claims: { readonly assurance: string; readonly stepUp: string };
  readonly documents: readonly string[];
  readonly liveness: string;
  readonly reason: string;
  readonly callbackUrl: string;
}

/** What was seen of sign-up proofing and step-up: the user pool's API, its Lambda triggers, the proofing API behind them. */
export interface StepUpRecord {
  /** Origin of the proofing API as the handlers were told it. */
  readonly proofingApi: string;
  readonly wanted: StepUpWanted;
  /** What the person got. */
  readonly outcome: 'tokens' | 'refused' | 'signed-up' | 'challenge';
  readonly poolCalls: readonly PoolCallRecord[];
  readonly triggers: readonly TriggerRecord[];
  readonly proofingCalls: readonly ProofingCallRecord[];
  readonly challenges: readonly ChallengeRecord[];
  readonly callbacks: readonly CallbackRecord[];
  /** The person `wanted` names: at the start, before any callback, and in the end; absent while not in the pool. */
  readonly person: {
    readonly before?: PoolPerson;
    readonly beforeCallback?: PoolPerson;
    readonly after?: PoolPerson;
  };
  readonly resource: readonly ResourceCallRecord[];
}

/** What stands in evidence where the API key was. */
export const keyMark = '(the API key)';
