import type { Exception } from '../exception.ts';

const libraries = ['@boxyhq/saml20'];
const name = '@boxyhq/saml20';
const response = { package: name, in: 'dist/response.js' } as const;
const assertion = { package: name, in: 'dist/saml20.js' } as const;
const verifier = { package: name, in: 'dist/validateSignature.js' } as const;

export const boxyhqSaml20: readonly Exception[] = [
  {
    libraries,
    versions: ['1.10.1'],
    attacks: ['canonicalization/instruction-as-text', 'parser/text-in-instruction'],
    letsVictimIn: true,
    reason:
      'Another flaw, mended in 1.11.0: the assertion is read from the document, not from what was digested.',
    evidence: [{ ...verifier, lacks: 'getSignedReferences()[0]' }],
  },
  {
    libraries,
    attacks: ['parser/byte-order-mark-in-name', 'parser/no-break-space', 'parser/white-space-round-name'],
    letsVictimIn: true,
    reason: 'White space round the words of a name is dropped, so that another name becomes the victim’s.',
    evidence: [{ ...assertion, says: 'result: trimWords(result),' }],
  },
  {
    libraries,
    attacks: ['transforms/many', 'transforms/many-kinds'],
    reason: 'As many transforms are run as the message says (the flaw of CVE-2021-39171 in another library).',
    evidence: [{ package: name, in: 'dist', lacks: /transforms\.length/ }],
  },
  {
    libraries,
    attacks: ['binding/audience-prefix'],
    reason: 'The audience only has to begin with the expected one.',
    evidence: [{ ...assertion, says: 'return audience.startsWith(realm);' }],
  },
  {
    libraries,
    attacks: ['binding/base64-garbage', 'binding/base64-padding', 'binding/base64-url'],
    reason:
      'The library takes XML: decoding is the application’s, whose Buffer.from decodes whatever it can.',
    evidence: [{ package: name, in: 'README.md', says: 'is the SAML Assertion in string format' }],
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
    reason: 'Destination is not read.',
    evidence: [
      { ...assertion, lacks: 'Destination' },
      { ...response, lacks: /[^@']Destination/ },
    ],
  },
  {
    libraries,
    attacks: [
      'binding/in-response-to-empty',
      'binding/in-response-to-missing-in-response',
      'binding/unsolicited-when-off',
      'time/subject-expired-unsolicited',
    ],
    reason: 'InResponseTo is compared only where the Response has one.',
    evidence: [{ ...response, says: 'if (options.inResponseTo && assertion.inResponseTo &&' }],
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
    evidence: [{ ...assertion, lacks: 'SubjectConfirmation' }],
  },
  {
    libraries,
    attacks: [
      'binding/issuer-case',
      'binding/issuer-format',
      'binding/issuer-missing',
      'binding/issuer-other',
      'binding/issuer-slash',
      'parser/comment-in-issuer',
    ],
    reason: 'The issuer is handed on to the application, not compared.',
    evidence: [{ ...assertion, says: "issuer: getProp(assertion, 'Issuer')," }],
  },
  {
    libraries,
    attacks: [
      'identity/encrypted-beside-plain',
      'identity/format-other',
      'parser/attribute-of-other-namespace',
      'parser/comment-in-audience',
      'parser/default-namespace-undone',
      'parser/id-with-white-space',
      'parser/nested-xml-in-name-id',
      'parser/subject-of-other-namespace',
      'structure/bare-assertion',
      'structure/id-missing',
      'structure/id-not-a-name',
      'structure/no-authn-statement',
      'structure/version-of-response',
    ],
    reason: 'The message is read by local names, without namespace or schema; an assertion may be the root.',
    evidence: [{ ...response, says: 'tagNameProcessors: [xml2js_1.default.processors.stripPrefix]' }],
  },
  {
    libraries,
    attacks: ['parser/attribute-default', 'parser/doctype'],
    reason: 'A document type declaration is passed over, not refused; its entities are not expanded.',
    evidence: [
      { package: name, in: 'dist', says: /new \S*DOMParser\(/ },
      { package: name, in: 'dist', lacks: /\.doctype\b|documentType/ },
    ],
  },
  {
    libraries,
    attacks: [
      'replay/same-id-new-assertion',
      'structure/condition-unknown',
      'structure/one-time-use-repeated',
      'structure/proxy-restriction-repeated',
    ],
    reason: 'IDs of assertions are not remembered, and of the conditions times and audience are read.',
    evidence: [{ package: name, in: 'dist', lacks: /OneTimeUse|ProxyRestriction/ }],
  },
  {
    libraries,
    attacks: [
      'parser/in-soap-envelope',
      'signature-misplaced/detached',
      'signature-misplaced/empty-uri-inner',
      'signature-misplaced/in-other-response',
      'signature-misplaced/refers-to-response',
      'signature-missing/response-only-when-assertion-wanted',
      'structure/two-assertions',
      'structure/wrong-root',
    ],
    reason:
      'A signature is looked for anywhere in the message, and the first that is found counts, for what it digested.',
    evidence: [{ ...verifier, says: '"//*[local-name(.)=\'Signature\']"' }],
  },
  {
    libraries,
    versions: ['1.11.0'],
    attacks: ['digest/signedinfo-in-object'],
    reason:
      'What surrounds a signature is not looked at: of what it digested, the first part is read, which is the genuine assertion.',
    evidence: [{ ...verifier, says: 'return signed.getSignedReferences()[0];' }],
  },
  {
    libraries,
    attacks: ['structure/no-status'],
    reason: 'A Response without a status counts as one that succeeded.',
    evidence: [{ ...response, says: "if (status && status !== 'Success') {" }],
  },
  {
    libraries,
    attacks: [
      'time/bounds-before-christ',
      'time/bounds-fraction',
      'time/bounds-leap-second',
      'time/bounds-missing',
      'time/bounds-reversed',
      'time/bounds-unreadable',
      'time/bounds-without-zone',
      'time/expired',
      'time/expired-just',
      'time/not-yet-valid',
      'time/not-yet-valid-just',
    ],
    reason: 'Clocks may differ by ten minutes, and what JavaScript cannot read as a date is no bound.',
    evidence: [
      { ...assertion, says: 'setMinutes(notOnOrAfter.getMinutes() + 10)' },
      { ...assertion, says: 'return !(now < notBefore || now > notOnOrAfter);' },
    ],
  },
  {
    libraries,
    attacks: [
      'time/authn-instant-old',
      'time/issue-instant-ahead',
      'time/issue-instant-old',
      'time/session-ended',
    ],
    reason: 'AuthnInstant, IssueInstant and SessionNotOnOrAfter are not read.',
    evidence: [{ ...assertion, lacks: /AuthnInstant|IssueInstant|SessionNotOnOrAfter/ }],
  },
];
