/** A request of the pool to a provider, and its answer, as far as a log keeps them. Times are ISO 8601 UTC. */
export interface BackChannelCall {
  readonly what: 'discovery' | 'jwks' | 'token' | 'userinfo';
  readonly method: string;
  readonly url: string;
  /** Names of form fields or of query parameters, in order. */
  readonly fields: readonly string[];
  /** How the client proved itself. */
  readonly clientAuthentication: 'none' | 'client_secret_post' | 'client_secret_basic';
  readonly status: number;
  readonly contentType: string;
  /** The answer as text. */
  readonly body: string;
}

/** One federated sign-in as the pool saw it. Tokens are in it: it is kept in memory alone. */
export interface FederationLog {
  readonly provider: string;
  readonly startedAt: string;
  /** Where the browser was sent. */
  authorizeUrl?: string;
  codeVerifier?: string;
  /** Parameters with which the browser came back. */
  callback?: Readonly<Record<string, string>>;
  /** Where it came back to, without the query. */
  callbackUrl?: string;
  readonly calls: BackChannelCall[];
  idToken?: string;
  accessToken?: string;
  /** Claims that the mapping read. */
  claims?: Readonly<Record<string, unknown>>;
  /** Attributes that were written. */
  attributes?: Readonly<Record<string, string>>;
  username?: string;
  outcome: 'pending' | 'signed-in' | 'refused';
  /** Why it was refused, as a log would have it. */
  reason?: string;
}

export function createFederationLog(provider: string, now: number): FederationLog {
  return { provider, startedAt: new Date(now).toISOString(), calls: [], outcome: 'pending' };
}
