/** Lengths count characters, both ends allowed; sizes are as the service models and the IAM User Guide state them. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Request members of AssumeRoleWithSAML. Source: STS service model 2011-06-15. */
export const requestLimits = {
  arnLength: { min: 20, max: 2048 },
  samlAssertionLength: { min: 4, max: 100_000 },
  policyLength: { min: 1, max: 2048 },
  policyArns: { min: 0, max: 10 },
  /** Seconds. */
  durationSeconds: { min: 900, max: 43_200 },
  /** Characters; a member of newer clients only, whose smallest value is not documented. Source: client-sts 3.1169. */
  minimumSessionTokenSize: { min: Number.NEGATIVE_INFINITY, max: 4096 },
  /** Seconds: what a request without DurationSeconds gets. */
  defaultDurationSeconds: 3600,
  /** The plain text of the inline policy and of the policy ARNs together. */
  policiesTogether: 2048,
} as const;

/** Seconds. Source: IAM service model, `roleMaxSessionDurationType`; a role that sets none has the smallest. */
export const maxSessionDuration = { min: 3600, max: 43_200, default: 3600 } as const;

/** Attributes in the assertion. Source: IAM User Guide, "Configuring SAML assertions", "Session tags". */
export const attributeLimits = {
  sessionNamePattern: /^[a-zA-Z_0-9+=,.@-]{2,64}$/,
  tags: 50,
  tagKeyLength: { min: 1, max: 128 },
  tagValueLength: { min: 0, max: 256 },
  tagPattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u,
  /** Seconds. */
  sessionDuration: { min: 900, max: 43_200 },
} as const;

/** Milliseconds: how long after its issue a response can be redeemed. Source: recorded STS error text. */
export const redeemWithinMs = 5 * 60_000;

/** IAM SAML providers. Source: IAM service model, IAM quotas page. */
export const providerLimits = {
  metadataLength: { min: 1000, max: 10_000_000 },
  nameLength: { min: 1, max: 128 },
  keysPerProvider: 10,
  privateKeys: 2,
} as const;

/** Base64 characters that each consumer takes. Sources: STS model; Cognito model; a knowledge-base article on the page. */
export const responseLengthLimits = {
  sts: 100_000,
  cognitoIdentityPool: 50_000,
  signInPage: 131_072,
} as const;

/** Roles that IAM Identity Center owns; AssumeRoleWithSAML does not work on them. Source: STS service model. */
export const reservedRolePrefix = 'AWSReservedSSO_';

export function within(value: number, range: Range): boolean {
  return value >= range.min && value <= range.max;
}
