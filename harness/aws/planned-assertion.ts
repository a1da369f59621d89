import type { AssertionFacts } from './assertion-facts.ts';
import type { SamlAttribute } from './claims.ts';

/** What the IdP is set up to send, for one person. */
export interface PlannedAssertion {
  readonly issuer: string;
  readonly recipient: string;
  readonly audience: string;
  readonly nameId: { readonly value: string; readonly format: string | undefined } | undefined;
  readonly attributes: readonly SamlAttribute[];
}

/** A fresh, rightly signed assertion with these contents, so that only accounts and attributes decide. */
export function plannedAssertion(planned: PlannedAssertion, now: number): AssertionFacts {
  return {
    statusCode: 'urn:oasis:names:tc:SAML:2.0:status:Success',
    assertionCount: 1,
    encrypted: false,
    decrypted: false,
    issuer: planned.issuer,
    signatureVerifiedByProvider: true,
    issueInstantMs: now,
    responseIssueInstantMs: now,
    nameId: planned.nameId,
    confirmations: [
      {
        method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer',
        recipient: planned.recipient,
        notOnOrAfterMs: now + 5 * 60_000,
      },
    ],
    notBeforeMs: now,
    notOnOrAfterMs: now + 5 * 60_000,
    audienceRestrictions: [[planned.audience]],
    sessionNotOnOrAfterMs: undefined,
    attributes: planned.attributes,
  };
}
