/** What the API takes. Source: Cognito identity service model 2014-06-30, but for what names another. */
export const poolLimits = {
  /** Characters of one value of Logins: for SAML the whole encoded Response. */
  loginToken: { min: 1, max: 50_000 },
  /** Characters of a key of Logins: for SAML the provider's ARN. */
  loginKey: { min: 1, max: 128 },
  logins: { min: 0, max: 10 },
  idLength: { min: 1, max: 55 },
  idPattern: /^[\w-]+:[0-9a-f-]+$/,
  arnLength: { min: 20, max: 2048 },
  claimLength: { min: 1, max: 64 },
  claimPattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u,
  valueLength: { min: 1, max: 128 },
  /** Developer guide, "Role-based access control"; the model itself allows 400. */
  rulesPerProvider: 25,
  tags: 50,
  tagKeyLength: { min: 1, max: 128 },
  tagClaimLength: { min: 1, max: 256 },
  /** Bytes of all tags together. Source: developer guide, "Using attributes for access control with identity pools". */
  tagBytes: 460,
  /** Seconds. */
  tokenDuration: { min: 1, max: 86_400 },
} as const;

export const matchTypes = ['Equals', 'NotEqual', 'Contains', 'StartsWith'] as const;

/** Who vouches for people of identity pools, as trust policies name it. */
export const poolIssuer = 'cognito-identity.amazonaws.com';

/** RoleSessionName of the sessions that an identity pool gives: seen in many accounts, documented nowhere. */
export const poolSessionName = 'CognitoIdentityCredentials';

/** Milliseconds: how long credentials of the enhanced flow last; a role's longer maximum does not change it. */
export const poolSessionMs = 3_600_000;
