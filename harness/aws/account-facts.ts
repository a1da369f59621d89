import type { PolicyReading } from './policy/types.ts';

/** A SAML provider of IAM, its metadata already read by the caller. */
export interface SamlProviderFacts {
  readonly arn: string;
  /** entityID of its metadata; `undefined` when the metadata is not known or not readable. */
  readonly entityId: string | undefined;
  /** Signing certificates in its metadata. */
  readonly certificateCount: number;
  /** `SAMLProviderUUID`, the last part of its own ACS address. */
  readonly uuid?: string;
  /** Absent when the provider is not set up for encryption. */
  readonly encryptionMode?: 'Required' | 'Allowed';
}

export interface RoleFacts {
  readonly arn: string;
  readonly name: string;
  /** `AROA…` */
  readonly roleId: string;
  /** Seconds; `undefined` when the source does not tell, as get-account-authorization-details does not. */
  readonly maxSessionDurationSeconds: number | undefined;
  readonly trust: PolicyReading;
  readonly tags: readonly { readonly key: string; readonly value: string }[];
}

export interface AccountFacts {
  readonly providers: readonly SamlProviderFacts[];
  readonly roles: readonly RoleFacts[];
}
