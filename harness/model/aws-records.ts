/** A SAML provider of IAM, as an account holds it. */
export interface SamlProviderRecord {
  readonly arn: string;
  /** entityID of the metadata that was imported. */
  readonly entityId?: string;
  /** Base64 DER of every signing certificate in it. */
  readonly certificates: readonly string[];
  /** ISO 8601 UTC: until when IAM takes the provider's responses. */
  readonly validUntil?: string;
  /** `SAMLProviderUUID`, the last part of the provider's own sign-in address. */
  readonly uuid?: string;
  /** Absent when the provider is not set up for encrypted assertions. */
  readonly encryptionMode?: 'Required' | 'Allowed';
  /** How many private keys for decryption it holds. */
  readonly privateKeys: number;
}

/** An IAM role that people may take on. */
export interface RoleRecord {
  readonly arn: string;
  readonly name: string;
  /** Begins and ends with a slash. */
  readonly path: string;
  /** MaxSessionDuration; absent where the source does not tell. */
  readonly maxSessionSeconds?: number;
  /** AssumeRolePolicyDocument as JSON text, decoded. */
  readonly trustPolicy: string;
}

/** What AWS holds about a rollout of direct federation: of one account, or of several that one login leads to. */
export interface AccountRecord {
  readonly partition: 'aws' | 'aws-cn' | 'aws-us-gov';
  /** Region whose sign-in address was chosen; absent for the global one. */
  readonly region?: string;
  /** ARNs of the providers that this rollout is to use: one an account. */
  readonly inUse: readonly string[];
  readonly providers: readonly SamlProviderRecord[];
  readonly roles: readonly RoleRecord[];
  /** Who can administer the account when a provider fails; absent when nobody looked. */
  readonly fallbackAdministrators?: readonly {
    /** ARN of the user, the role or the root. */
    readonly arn: string;
    /** ARNs of the SAML providers that they need to come in; empty for credentials of their own. */
    readonly through: readonly string[];
  }[];
}

/** What AWS made of one presentation of the assertion. */
export type StsAnswer =
  | {
      /** The sign-in page let the person choose. */
      readonly outcome: 'role-choice';
      readonly status: number;
      /** ARNs of the roles on the page, in its order. */
      readonly roles: readonly string[];
    }
  | {
      /** The sign-in page sent the browser on to the console. */
      readonly outcome: 'console';
      readonly status: number;
      readonly location?: string;
    }
  | {
      /** AssumeRoleWithSAML gave credentials; they themselves are never kept. */
      readonly outcome: 'credentials';
      readonly status: number;
      readonly assumedRoleArn: string;
      /** ISO 8601 UTC. */
      readonly expiresAt: string;
      readonly subject?: string;
      readonly subjectType?: string;
      readonly issuer?: string;
      readonly audience?: string;
      readonly nameQualifier?: string;
      readonly sourceIdentity?: string;
      /** Percent. */
      readonly packedPolicySize?: number;
    }
  | {
      readonly outcome: 'refused';
      readonly status: number;
      /** Error code of STS; absent on a page that shows none. */
      readonly code?: string;
      readonly message: string;
    };

export interface StsAttempt {
  /** `sign-in`: posted by a browser to the sign-in page. `sts`: AssumeRoleWithSAML called by a tool. */
  readonly how: 'sign-in' | 'sts';
  readonly url: string;
  /** ISO 8601 UTC, by the harness's clock. */
  readonly askedAt: string;
  /** Role that was asked for, or chosen on the page; absent while none was. */
  readonly roleArn?: string;
  /** Only with `sts`. */
  readonly principalArn?: string;
  readonly durationSeconds?: number;
  /** What the case wants of it: `credentials`, or the code of an error. */
  readonly expected?: string;
  readonly answer: StsAnswer;
}

/** What the login's assertion was presented for, and what STS and the sign-in page answered, in order. */
export interface StsRecord {
  readonly attempts: readonly StsAttempt[];
}
