import type { WeaknessId } from '../../model/weaknesses.ts';

interface Advice {
  readonly against: readonly WeaknessId[];
  /** Imperative sentences to whoever builds or configures the target. */
  readonly text: string;
}

/** What to do, by what is lacking; the order is that of `weaknesses`. */
const advices: readonly Advice[] = [
  {
    against: [
      'signature-not-required',
      'empty-signature-passes',
      'value-not-verified',
      'verifier-error-passes',
    ],
    text: 'Refuse every message in which no signature of a trusted key was verified; treat an error of the verifier as a failure.',
  },
  {
    against: ['response-signature-enough'],
    text: 'Demand a signed assertion where the metadata says WantAssertionsSigned, or change the metadata.',
  },
  {
    against: [
      'any-signature-counts',
      'signature-namespace-ignored',
      'signature-not-bound-to-message',
      'duplicate-ids-allowed',
      'other-id-attributes',
      'xpointer-references',
      'one-reference-checked',
      'every-signature-removed',
      'signature-removed-unasked',
      'unsigned-parts-read',
      'encrypted-read-unverified',
      'encryption-taken-for-signature',
      'xml-attributes-not-inherited',
    ],
    text: 'Demand one enveloped signature with one Reference to the ID of the element that it stands in, refuse repeated IDs, and read names and attributes only from the bytes that were verified.',
  },
  {
    against: [
      'keyinfo-trusted',
      'keyinfo-by-subject',
      'authority-trusted',
      'encryption-key-verifies',
      'retired-key-kept',
      'any-idp-for-any-issuer',
      'other-idp-may-answer',
    ],
    text: 'Verify only with the signing keys in the metadata of the very identity provider that Issuer names, compared key by key; ignore KeyInfo.',
  },
  {
    against: ['key-addresses-fetched', 'external-entities-fetched'],
    text: 'Switch off everything by which the XML and signature libraries fetch addresses, and let the service reach only what it needs.',
  },
  {
    against: [
      'hmac-with-public-key',
      'hmac-truncated',
      'hmac-empty-key',
      'unknown-algorithm-passes',
      'unknown-digest-passes',
      'sha1-accepted',
      'md5-accepted',
      'short-keys-accepted',
      'cbc-accepted',
      'rsa15-accepted',
    ],
    text: 'Allow a short list of algorithms (RSA or ECDSA with SHA-256 and up, AES-GCM, RSA-OAEP) and keys of 2,048 bits and more; refuse all others, HMAC among them.',
  },
  {
    against: [
      'digest-after-comment',
      'first-digest-anywhere',
      'several-digests',
      'comment-in-signature-value',
      'several-signed-infos',
      'digest-not-compared',
    ],
    text: 'Update the signature library; refuse a Signature with more than one SignedInfo, Reference or DigestValue, or with comments in its values.',
  },
  {
    against: [
      'any-transform',
      'unbounded-transforms',
      'void-canonicalization',
      'any-canonicalization',
      'prefix-list-ignored',
      'unbounded-prefix-list',
      'with-comments-ignored',
      'instructions-as-text',
    ],
    text: 'Allow only the enveloped-signature transform and exclusive canonicalization, each once, and treat an error of the canonicalizer as a failure.',
  },
  {
    against: ['text-up-to-node', 'nested-text-joined', 'reparsed-unescaped'],
    text: 'Read the whole text of an element as it was canonicalized, and refuse a NameID or AttributeValue that holds anything but text.',
  },
  {
    against: [
      'second-root-read',
      'doctype-allowed',
      'unbounded-expansion',
      'lenient-wellformedness',
      'names-without-namespace',
      'names-ignore-case',
      'any-wrapper',
      'lenient-encoding',
      'control-characters-dropped',
      'id-white-space-ignored',
    ],
    text: 'Parse once, with a strict, namespace-aware parser that refuses DOCTYPE, anything after the root and anything but UTF-8; find elements by full name and path.',
  },
  {
    against: ['unbounded-size', 'inflates-posts', 'dates-by-backtracking', 'unbounded-relay-state'],
    text: 'Bound the size, depth and number of nodes of a message, and the length of every value, before anything is done with it.',
  },
  {
    against: [
      'unicode-normalized',
      'whitespace-trimmed',
      'case-folded',
      'sub-address-dropped',
      'name-cut-off',
      'look-alikes-mapped',
      'accents-ignored',
    ],
    text: 'Look accounts up by exactly the NameID that was signed, byte for byte, under the identity provider that issued it.',
  },
  {
    against: [
      'destination-not-checked',
      'recipient-not-checked',
      'audience-not-checked',
      'audience-any-restriction',
      'audience-by-substring',
      'address-by-prefix',
      'address-normalized',
      'host-header-trusted',
      'issuer-not-checked',
      'tenant-not-checked',
    ],
    text: 'Compare Destination, Recipient, every AudienceRestriction and Issuer exactly with the configured values, for the tenant that the address belongs to.',
  },
  {
    against: [
      'in-response-to-not-checked',
      'in-response-to-any-session',
      'in-response-to-one-place',
      'unsolicited-accepted',
      'session-replaced-silently',
    ],
    text: 'Keep the ID of each request in the session of the browser that began it, demand it in both InResponseTo attributes, and take unsolicited responses only where that is meant.',
  },
  {
    against: ['any-method', 'fields-mixed', 'lenient-base64', 'plain-http-accepted', 'artifact-not-checked'],
    text: 'Take a response only by the binding that the metadata names: one SAMLResponse field in a form post over HTTPS, in strict base64.',
  },
  {
    against: [
      'conditions-time-not-checked',
      'subject-time-not-checked',
      'subject-not-before-ignored',
      'bounds-optional',
      'lenient-dates',
      'wide-skew',
      'issue-instant-not-checked',
      'session-end-not-checked',
      'authn-instant-not-checked',
      'window-not-checked',
      'unreadable-dates-pass',
    ],
    text: 'Check every time bound, demand those that the profile demands, read only UTC dates, and tolerate clocks by at most five minutes.',
  },
  {
    against: [
      'status-not-checked',
      'status-anywhere',
      'success-is-login',
      'parts-optional',
      'several-assertions-accepted',
      'bare-assertion-accepted',
      'schema-not-checked',
      'unknown-conditions-ignored',
      'conditions-repeated',
      'several-names-accepted',
    ],
    text: 'Validate against the schemas, demand the top-level status Success, one assertion with its Subject, Conditions and AuthnStatement, and refuse conditions that are not understood.',
  },
  {
    against: ['confirmation-not-checked', 'confirmations-mixed', 'address-not-checked'],
    text: 'Demand one bearer SubjectConfirmation that is valid as a whole, its Address included.',
  },
  {
    against: ['name-format-not-checked', 'attributes-name-the-user', 'attribute-names-loose'],
    text: 'Take the user from a NameID of the agreed format, and attributes by their exact names.',
  },
  {
    against: ['names-in-queries', 'names-as-templates', 'unescaped-output', 'request-values-unescaped'],
    text: 'Treat every value of a message as hostile text: bind it in queries, never evaluate it, and escape it where it is shown.',
  },
  {
    against: [
      'replay-accepted',
      'replay-forgotten-on-restart',
      'replay-forgotten-at-expiry',
      'replay-forgotten-early',
      'replay-by-response-id',
      'replay-by-bytes',
      'replay-race',
      'replay-store-not-shared',
    ],
    text: 'Remember the ID of every assertion in one durable store for all instances, by a single atomic step, until its NotOnOrAfter plus the tolerated skew.',
  },
  {
    against: ['open-redirect', 'relay-state-unsealed'],
    text: 'Keep where to go on the server, or seal it; after a login lead only to own addresses.',
  },
  {
    against: ['logout-unsigned', 'logout-not-checked', 'logout-keeps-session'],
    text: 'Demand signed logout requests with issuer, destination, time and a new ID, and end the session on the server.',
  },
  {
    against: [
      'request-acs-not-checked',
      'request-acs-by-prefix',
      'request-index-ignored',
      'request-issuer-not-checked',
      'request-issuer-optional',
      'binding-ignored',
    ],
    text: 'Serve only registered service providers, and send answers only to the exact addresses and indexes of their metadata.',
  },
  {
    against: [
      'request-signature-optional',
      'request-signature-not-checked',
      'request-signature-of-other-text',
      'request-replayed',
    ],
    text: 'Verify the signature over the very bytes that are read, with the keys of the provider that Issuer names, demand it where it is agreed, and serve each request once.',
  },
  {
    against: ['request-inflates-unbounded'],
    text: 'Bound what a request may inflate to, and answer what cannot be read by a plain page.',
  },
  {
    against: [
      'request-subject-trusted',
      'passive-ignored',
      'force-authn-ignored',
      'name-policy-ignored',
      'context-ignored',
    ],
    text: 'Honour Subject, IsPassive, ForceAuthn, NameIDPolicy and RequestedAuthnContext, or answer with the error status that the standard names.',
  },
  {
    against: [
      'code-reusable',
      'code-never-expires',
      'code-not-bound-to-browser',
      'number-not-matched',
      'device-not-checked',
      'approval-not-bound',
      'approval-signature-not-checked',
      'refusal-ignored',
      'approval-late',
      'approvals-unlimited',
    ],
    text: 'Bind each code to one login, browser, person and device, let it work once and briefly, and take an approval only with a valid signature over all of that.',
  },
  {
    against: ['assignment-not-checked', 'account-state-not-checked'],
    text: 'Check assignment and account state again just before the assertion is issued.',
  },
];

/** What to do about a fall, as imperative sentences, each once. */
export function adviceFor(weaknesses: readonly WeaknessId[]): readonly string[] {
  return advices
    .filter(({ against }) => against.some((id) => weaknesses.includes(id)))
    .map(({ text }) => text);
}
