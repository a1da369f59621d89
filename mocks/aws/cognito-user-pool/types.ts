/** One attribute of the pool's schema (COG, user pool attributes). Custom ones have `custom:` before their name. */
export interface SchemaAttribute {
  readonly name: string;
  readonly type: 'String' | 'Number' | 'Boolean' | 'DateTime';
  /** False: set at creation, never again. */
  readonly mutable: boolean;
  readonly required: boolean;
  /** Longest value; 2,048 unless given. */
  readonly maxLength?: number;
}

export type OAuthFlow = 'code' | 'implicit' | 'client_credentials';

/** An app client, with the names that the console and DescribeUserPoolClient give. */
export interface AppClient {
  /** ClientId. */
  readonly id: string;
  readonly name: string;
  /** Absent for a public client. */
  readonly secret?: string;
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  readonly oauthFlows: readonly OAuthFlow[];
  readonly oauthScopes: readonly string[];
  /** SupportedIdentityProviders: `COGNITO` and names of providers. */
  readonly providers: readonly string[];
  /** ExplicitAuthFlows of the JSON API, for example `ALLOW_CUSTOM_AUTH`. */
  readonly authFlows: readonly string[];
  /** WriteAttributes; all when absent. */
  readonly writeAttributes?: readonly string[];
  /** ReadAttributes; all when absent. */
  readonly readAttributes?: readonly string[];
  /** AuthSessionValidity, 3 to 15 minutes. */
  readonly authSessionMinutes: number;
  /** PreventUserExistenceErrors is ENABLED. */
  readonly hidesUsers: boolean;
}

/** A group of the pool, and the role that its members may take on. */
export interface PoolGroup {
  readonly name: string;
  readonly roleArn?: string;
  /** Lower counts before higher. */
  readonly precedence?: number;
}

export type UserStatus =
  | 'UNCONFIRMED'
  | 'CONFIRMED'
  | 'EXTERNAL_PROVIDER'
  | 'RESET_REQUIRED'
  | 'FORCE_CHANGE_PASSWORD';

/** One line of the `identities` attribute: the federated account behind a user. */
export interface LinkedIdentity {
  readonly userId: string;
  readonly providerName: string;
  readonly providerType: 'OIDC' | 'SAML';
  /** entityID of a SAML provider, the issuer of an OIDC provider. */
  readonly issuer: string | null;
  readonly primary: boolean;
  /** Milliseconds since 1970. */
  readonly dateCreated: number;
}

export interface PoolUser {
  /** `<ProviderName>_<sub or NameID>` for federated users. */
  readonly username: string;
  /** UUID; never changes. */
  readonly sub: string;
  readonly status: UserStatus;
  readonly enabled: boolean;
  /** Everything but `sub` and `identities`; values are text, booleans as `true` and `false`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
  readonly identities: readonly LinkedIdentity[];
  /** Of a user with a password of their own; a double keeps it as typed. */
  readonly password?: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly modifiedAt: number;
}

export interface PoolConfig {
  readonly region: string;
  /** For example `us-east-1_EXAMPLE12`. */
  readonly poolId: string;
  readonly schema: readonly SchemaAttribute[];
  readonly clients: readonly AppClient[];
  readonly groups: readonly PoolGroup[];
}
