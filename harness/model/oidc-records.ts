/** A document that a party publishes, as it was fetched. */
export interface OidcDocument {
  readonly url: string;
  readonly status: number;
  readonly contentType: string;
  /** Text as answered. */
  readonly body: string;
}

/**
 * A signed token, read by the harness itself. Its signature is not kept: a token that can be used never reaches a file.
 */
export interface OidcToken {
  /** Decoded JOSE header; empty when it could not be read. */
  readonly header: Readonly<Record<string, unknown>>;
  /** Decoded claims; empty when they could not be read. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** Whether a published key of the issuer verifies it, tried by the harness; `none` when it carries no signature. */
  readonly signature: 'verified' | 'not-verified' | 'none';
  /** Left half of the SHA-256 of the access token that came with it, base64url, as `at_hash` has it. */
  readonly accessTokenHash?: string;
}

/** A call to a token endpoint. Codes, secrets and tokens are not in it. */
export interface OidcTokenCall {
  readonly url: string;
  readonly method: string;
  /** Names of the form's fields, in order. */
  readonly fields: readonly string[];
  readonly clientAuthentication: 'none' | 'client_secret_post' | 'client_secret_basic';
  readonly status: number;
  readonly contentType: string;
  /** Names of the answer's members. */
  readonly answered: readonly string[];
  /** True when the verifier sent hashes to the challenge of the authorization request; absent where none was sent. */
  readonly verifierFits?: boolean;
}

/** One round of the authorization code flow, as its client saw it. Parts that were never reached are absent. */
export interface OidcRound {
  /** Authorization request with its query, as the browser was sent there. */
  readonly authorizeUrl?: string;
  /** Parameters with which the browser came back; the code replaced by a short hash. */
  readonly callback?: Readonly<Record<string, string>>;
  /** Address that it came back to, without the query. */
  readonly callbackUrl?: string;
  readonly tokenCall?: OidcTokenCall;
  readonly idToken?: OidcToken;
  readonly accessToken?: OidcToken;
  /** Claims of the userinfo endpoint. */
  readonly userinfo?: { readonly status: number; readonly claims: Readonly<Record<string, unknown>> };
}

/** An attribute of the pool's schema. */
export interface OidcPoolAttribute {
  readonly name: string;
  readonly mutable: boolean;
  readonly required: boolean;
  /** Characters. */
  readonly maxLength: number;
}

/** An attempt beside the login itself, and whether it got anybody in, or anything out. */
export interface OidcProbe {
  readonly how: /** The provider's answer opened once more, in the same browser. */
    | 'provider-answer-again'
    /** The provider's answer opened in a browser that did not ask. */
    | 'provider-answer-elsewhere'
    /** The pool's answer to the application opened once more, in a browser that has no session. */
    | 'pool-answer-again'
    /** The pool's answer opened in a browser that did not ask: login CSRF. */
    | 'pool-answer-elsewhere'
    /** The pool's code redeemed once more at the token endpoint, with everything that belongs to it. */
    | 'code-redeemed-again'
    /** The pool asked to send its answer to an address that the client does not have. */
    | 'redirect-elsewhere'
    /** The protected resource asked without a token, with a token whose signature was cut off, by somebody not proofed. */
    | 'resource-without-token'
    | 'resource-with-unsigned-token';
  readonly accepted: boolean;
  readonly status: number;
  /** User name of the session that came of it; absent when there is none. */
  readonly who?: string;
}

/** What was seen of an OpenID Connect federation: the provider, the user pool as its relying party, the tokens. */
export interface OidcRecord {
  /** The provider's issuer identifier as the user pool was told it. */
  readonly issuer: string;
  /** The provider as the pool has it (CreateIdentityProvider), and what the provider itself publishes. */
  readonly provider: {
    readonly name: string;
    readonly clientId: string;
    /** `authorize_scopes` as typed. */
    readonly scopes: string;
    /** Attribute of the pool → claim. */
    readonly mapping: Readonly<Record<string, string>>;
    /** Absent where the endpoints were typed by hand. */
    readonly discovery?: OidcDocument;
    readonly jwks?: OidcDocument;
  };
  readonly pool: {
    readonly poolId: string;
    readonly region: string;
    readonly issuer: string;
    /** Origin of the hosted UI. */
    readonly hostedUi: string;
    readonly schema: readonly OidcPoolAttribute[];
    readonly configuration?: OidcDocument;
    readonly jwks?: OidcDocument;
  };
  /** App client, as the pool has it. */
  readonly client: {
    readonly id: string;
    readonly callbackUrls: readonly string[];
    readonly flows: readonly string[];
    readonly scopes: readonly string[];
    readonly hasSecret: boolean;
    /** WriteAttributes; absent when all may be written. */
    readonly writeAttributes?: readonly string[];
  };
  /** What the rollout wants to be known about people. */
  readonly assurance: {
    /** Scope that asks for it. */
    readonly scope: string;
    /** Claim of the provider's ID token, and attribute of the pool, that carry the level. */
    readonly claim: string;
    readonly attribute: string;
    readonly minimum: number;
  };
  /** Between the pool and the provider. */
  readonly federation?: OidcRound;
  /** Between the application and the pool. */
  readonly application?: OidcRound;
  /** The person in the pool after the login. */
  readonly user?: {
    readonly username: string;
    readonly status: string;
    readonly attributes: Readonly<Record<string, string>>;
    /** As they were before this login; absent at the first one. */
    readonly before?: Readonly<Record<string, string>>;
  };
  /** What the protected resource answered to this person's ID token. */
  readonly resource?: { readonly url: string; readonly status: number };
  readonly probes: readonly OidcProbe[];
}
