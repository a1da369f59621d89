import type { RoleRecord } from './aws-records.ts';

/** One rule of `RulesConfiguration`, its fields as AWS names them. */
export interface RoleRule {
  /** Name of the SAML attribute. */
  readonly claim: string;
  /** `Equals`, `NotEqual`, `Contains` or `StartsWith`; anything else that a file says is kept as it is. */
  readonly matchType: string;
  readonly value: string;
  readonly roleArn: string;
}

/** How people of one identity provider come by a role. */
export interface RoleMapping {
  /** Key of `RoleMappings`: for SAML the ARN of the provider. */
  readonly provider: string;
  /** `Rules` or `Token`. */
  readonly type: string;
  /** `AuthenticatedRole` or `Deny`; AWS requires it. */
  readonly ambiguousRoleResolution?: string;
  /** In the order in which they are asked. */
  readonly rules: readonly RoleRule[];
}

/** Attributes for access control of one identity provider. A provider without one has them inactive. */
export interface PrincipalTagMap {
  readonly provider: string;
  readonly useDefaults: boolean;
  /** In the order of the file. */
  readonly tags: readonly { readonly key: string; readonly claim: string }[];
}

/** An identity pool as `describe-identity-pool`, `get-identity-pool-roles` and `get-principal-tag-attribute-map` tell it. */
export interface IdentityPool {
  /** For example `us-east-1:11111111-2222-3333-4444-555555555555`. */
  readonly identityPoolId: string;
  readonly name: string;
  readonly allowUnauthenticated: boolean;
  /** Absent where the pool was made without a word about it. */
  readonly allowClassicFlow?: boolean;
  readonly samlProviders: readonly string[];
  readonly developerProvider?: string;
  readonly authenticatedRole?: string;
  readonly unauthenticatedRole?: string;
  readonly roleMappings: readonly RoleMapping[];
  readonly principalTags: readonly PrincipalTagMap[];
}

export const poolOperations = [
  'GetId',
  'GetCredentialsForIdentity',
  'GetOpenIdToken',
  'GetOpenIdTokenForDeveloperIdentity',
] as const;
export type PoolOperation = (typeof poolOperations)[number];

/** A key and its value, as a session carries them. */
export interface PrincipalTag {
  readonly key: string;
  readonly value: string;
}

export type PoolAnswer =
  | { readonly outcome: 'identity'; readonly status: number; readonly identityId: string }
  | {
      /** The credentials themselves are never kept. */
      readonly outcome: 'credentials';
      readonly status: number;
      readonly identityId: string;
      /** ISO 8601 UTC. */
      readonly expiresAt: string;
      /** What GetCallerIdentity says of them; absent where nobody asked. */
      readonly assumedRoleArn?: string;
      /** What CloudTrail says of the session; absent where nobody looked. */
      readonly principalTags?: readonly PrincipalTag[];
    }
  | {
      readonly outcome: 'token';
      readonly status: number;
      readonly identityId: string;
    }
  | {
      readonly outcome: 'refused';
      readonly status: number;
      readonly code: string;
      readonly message: string;
    };

/** One call of the identity pool's API and its answer. */
export interface PoolCall {
  readonly operation: PoolOperation;
  readonly url: string;
  /** ISO 8601 UTC. */
  readonly askedAt: string;
  /** True when the request was signed with somebody's AWS keys. */
  readonly signed: boolean;
  /** As sent with GetId and GetOpenIdTokenForDeveloperIdentity. */
  readonly identityPoolId?: string;
  /** As sent with the other operations. */
  readonly identityId?: string;
  /** Keys of Logins in order, and what is known of each token. */
  readonly logins: readonly {
    readonly provider: string;
    /** Characters. */
    readonly length: number;
    /** Lower-case hexadecimal SHA-256 of the token as sent. */
    readonly sha256: string;
  }[];
  readonly customRoleArn?: string;
  /** What the case wants of it: `granted`, or the code of an error. */
  readonly expected?: string;
  readonly answer: PoolAnswer;
}

/** What was seen of an identity pool: its configuration, the roles that it may give, and every call with its answer. */
export interface IdentityPoolRecord {
  readonly pool: IdentityPool;
  /** Twelve digits: the account of the pool. */
  readonly accountId: string;
  /** ARN of the SAML provider by which the people of this rollout log in. */
  readonly provider: string;
  /** Roles of the account. */
  readonly roles: readonly RoleRecord[];
  /** In the order in which they were made. */
  readonly calls: readonly PoolCall[];
  /** What was agreed for this person; absent where nothing was. */
  readonly agreed?: {
    /** ARN of the role; `null` when they are to get none. */
    readonly role: string | null;
    readonly tags: readonly PrincipalTag[];
  };
  /** Identity that the same person had in an earlier login. */
  readonly earlierIdentityId?: string;
}
