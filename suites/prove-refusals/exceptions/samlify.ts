import type { Exception } from '../exception.ts';

const libraries = ['samlify'];
const name = 'samlify';
const flow = { package: name, in: 'build/src/flow.js' } as const;
const verifier = { package: name, in: 'build/src/libsaml.js' } as const;

export const samlify: readonly Exception[] = [
  {
    libraries,
    versions: ['2.9.0'],
    attacks: ['wrapping/lifted-signature', 'wrapping/lifted-signature-status-detail'],
    letsVictimIn: true,
    reason: 'Another flaw, CVE-2025-47949, mended in 2.10.0.',
    evidence: [{ ...verifier, says: 'assertionNode = verifiedDoc.assertion.toString();' }],
  },
  {
    libraries,
    versions: ['2.9.0'],
    attacks: [
      'canonicalization/instruction-as-text',
      'parser/cdata-in-name-id',
      'parser/comment-in-issuer',
      'parser/comment-in-name-id',
      'parser/text-in-instruction',
    ],
    letsVictimIn: true,
    reason:
      'Mended in 2.10.0 with the same flaw: names are read from the document, up to the first node that is not text, and not from what was digested.',
    evidence: [
      { ...verifier, lacks: 'getSignedReferences' },
      { package: name, in: 'build/src/extractor.js', says: "return '/text()';" },
    ],
  },
  {
    libraries,
    attacks: [
      'binding/audience-empty',
      'binding/audience-missing',
      'binding/audience-other',
      'binding/audience-prefix',
      'binding/audience-second-restriction',
      'binding/audience-superset',
      'parser/comment-in-audience',
    ],
    reason: 'The audience is handed on to the application, not compared.',
    evidence: [
      { ...flow, lacks: /audience/i },
      { package: name, in: 'build/src/extractor.js', says: "key: 'audience'" },
    ],
  },
  {
    libraries,
    attacks: ['binding/base64-garbage', 'binding/base64-padding', 'binding/base64-url'],
    reason: 'Buffer.from decodes whatever it can of what is not base64.',
    evidence: [{ package: name, in: 'build/src/utility.js', says: 'Buffer.from(base64Message' }],
  },
  {
    libraries,
    attacks: [
      'binding/destination-case',
      'binding/destination-empty',
      'binding/destination-other',
      'binding/destination-port',
      'binding/destination-prefix',
      'binding/destination-query',
      'binding/destination-slash',
      'binding/host-header',
    ],
    reason: 'Destination is handed on to the application, not compared.',
    evidence: [
      { ...flow, lacks: /destination/i },
      {
        package: name,
        in: 'build/src/extractor.js',
        says: "['ID', 'IssueInstant', 'Destination', 'InResponseTo']",
      },
    ],
  },
  {
    libraries,
    attacks: [
      'binding/in-response-to-mismatch',
      'binding/in-response-to-missing-in-confirmation',
      'binding/recipient-missing',
      'binding/recipient-other',
      'binding/recipient-prefix',
      'subject-confirmation/address-other',
      'subject-confirmation/data-missing',
      'subject-confirmation/holder-of-key',
      'subject-confirmation/method-unknown',
      'subject-confirmation/none',
      'subject-confirmation/sender-vouches',
      'subject-confirmation/split-over-two',
      'time/subject-end-missing',
      'time/subject-expired',
      'time/subject-expired-just',
      'time/subject-not-before-ahead',
      'time/subject-not-before-present',
    ],
    reason: 'Subject confirmations are not read.',
    evidence: [
      { ...flow, lacks: 'SubjectConfirmation' },
      { package: name, in: 'build/src/extractor.js', lacks: 'SubjectConfirmation' },
    ],
  },
  {
    libraries,
    attacks: ['binding/issuer-format', 'identity/format-other'],
    reason: 'Formats of Issuer and NameID are not read.',
    evidence: [{ ...flow, lacks: /\bFormat\b/ }],
  },
  {
    libraries,
    attacks: [
      'parser/attribute-default',
      'parser/attribute-of-other-namespace',
      'parser/doctype',
      'parser/encoding-latin-1-lies',
    ],
    reason:
      'A document type declaration and a wrong declaration of the encoding are passed over by xmldom and by the schema validator; what is read is the signed assertion.',
    evidence: [
      { package: name, in: 'build/src/api.js', says: /new \S*DOMParser\(/ },
      { package: name, in: 'build/src', lacks: /doctype/i },
    ],
  },
  {
    libraries,
    attacks: [
      'replay/same-id-new-assertion',
      'structure/one-time-use-repeated',
      'structure/proxy-restriction-repeated',
    ],
    reason: 'IDs of assertions are not remembered, and of the conditions the times are read.',
    evidence: [{ package: name, in: 'build/src', lacks: /OneTimeUse|ProxyRestriction/ }],
  },
  {
    libraries,
    attacks: [
      'signature-misplaced/detached',
      'signature-misplaced/empty-uri-inner',
      'signature-misplaced/refers-to-response',
      'signature-missing/response-only-when-assertion-wanted',
      'structure/two-assertions',
    ],
    reason:
      'The signature of the Response or of an assertion, whichever comes first, is enough; what counts is the assertion that it digested.',
    evidence: [{ ...verifier, says: 'selection = selection.concat(messageSignatureNode);' }],
  },
  {
    libraries,
    attacks: [
      'structure/no-authn-statement',
      'structure/version-of-assertion',
      'structure/version-of-response',
    ],
    reason:
      'The schema demands no AuthnStatement and lays no version down, and the library looks at neither.',
    evidence: [{ ...flow, lacks: /\bVersion\b/ }],
  },
  {
    libraries,
    attacks: ['structure/no-conditions', 'time/bounds-missing', 'time/bounds-without-zone'],
    reason: 'Times are compared where there are any, as JavaScript reads dates.',
    evidence: [
      { package: name, in: 'build/src/validator.js', says: 'if (!utcNotBefore && !utcNotOnOrAfter) {' },
    ],
  },
  {
    libraries,
    attacks: ['time/authn-instant-old', 'time/issue-instant-ahead', 'time/issue-instant-old'],
    reason: 'AuthnInstant and IssueInstant are handed on to the application, not compared.',
    evidence: [{ ...flow, lacks: /authnInstant|issueInstant/i }],
  },
  {
    libraries,
    attacks: ['transforms/many-kinds'],
    reason: 'As many transforms are run as the message says (the flaw of CVE-2021-39171 in another library).',
    evidence: [{ ...verifier, lacks: /transforms?\.length/i }],
  },
  {
    libraries,
    attacks: ['transforms/none-enveloped'],
    reason:
      'The signature is taken out of the document before it is verified, with or without the transform that says so.',
    evidence: [{ ...verifier, says: 'doc.removeChild(signatureNode);' }],
  },
];
