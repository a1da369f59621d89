import type { TrustedIdp } from '../../core/saml/idp-entity.ts';

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** A private key that opens assertions encrypted for a provider. */
export interface PrivateKey {
  /** 22 to 64 of `[A-Z0-9]`. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
  /** Undefined when only its id is known, as AWS never gives a key out again. */
  readonly pem: string | undefined;
}

export type EncryptionMode = 'Required' | 'Allowed';

/** A SAML provider of IAM. */
export interface SamlProvider {
  readonly arn: string;
  readonly account: string;
  readonly name: string;
  /** `SAMLProviderUUID`: end of its own ACS address. */
  readonly uuid: string;
  /** Undefined when the provider is known from a list only. */
  readonly metadata: string | undefined;
  /** The identity providers of the metadata; empty when it is not known. */
  readonly idps: readonly TrustedIdp[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly validUntil: number;
  readonly tags: readonly Tag[];
  readonly encryptionMode: EncryptionMode | undefined;
  readonly privateKeys: readonly PrivateKey[];
}
