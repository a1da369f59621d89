import type { SamlAttribute } from './claims.ts';

export interface ConfirmationFacts {
  readonly method: string | undefined;
  /** Recipient and NotOnOrAfter of its SubjectConfirmationData. */
  readonly recipient: string | undefined;
  readonly notOnOrAfterMs: number | undefined;
  readonly notBeforeMs?: number;
  /** ID of the request that it answers; absent when nobody asked. */
  readonly inResponseTo?: string;
}

/**
 * A SAML response as plain data: read and cryptographically judged by the caller. Instants are milliseconds since
 * 1970, `undefined` when absent or no instant.
 */
export interface AssertionFacts {
  /** StatusCode of the Response. */
  readonly statusCode: string | undefined;
  /** How many assertions the Response has, encrypted ones included. The other fields are those of the only one. */
  readonly assertionCount: number;
  /** Whether it came as EncryptedAssertion, and whether a private key of the provider opened it. */
  readonly encrypted: boolean;
  readonly decrypted: boolean;
  /** The assertion's Issuer; the Response's when there is no assertion. */
  readonly issuer: string | undefined;
  /** True when the assertion, or the Response that holds it, verifies with a certificate of the named provider. */
  readonly signatureVerifiedByProvider: boolean;
  readonly issueInstantMs: number | undefined;
  readonly responseIssueInstantMs: number | undefined;
  /** Of the Response; absent when it has none. */
  readonly inResponseTo?: string;
  readonly nameId: { readonly value: string; readonly format: string | undefined } | undefined;
  readonly confirmations: readonly ConfirmationFacts[];
  /** Of Conditions. */
  readonly notBeforeMs: number | undefined;
  readonly notOnOrAfterMs: number | undefined;
  /** One list an AudienceRestriction. */
  readonly audienceRestrictions: readonly (readonly string[])[];
  /** The earliest of its AuthnStatements. */
  readonly sessionNotOnOrAfterMs: number | undefined;
  readonly attributes: readonly SamlAttribute[];
}

/** The response, or why nothing could be read. */
export type ResponseFacts =
  | { readonly readable: true; readonly facts: AssertionFacts }
  | { readonly readable: false; readonly problem: 'not-base64' | 'not-xml' };
