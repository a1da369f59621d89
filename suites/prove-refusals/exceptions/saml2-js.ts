import type { Exception } from '../exception.ts';

const libraries = ['saml2-js'];
const code = { package: 'saml2-js', in: 'lib-js' } as const;

export const saml2Js: readonly Exception[] = [
  {
    libraries,
    versions: ['1.12.4'],
    attacks: ['algorithms/hmac-with-certificate'],
    letsVictimIn: true,
    reason:
      'Another flaw, GHSA-c27r-x354-4m68 of xml-crypto: an HMAC is verified with the certificate as its secret.',
    evidence: [
      {
        package: 'xml-crypto',
        in: 'lib',
        says: /'http:\/\/www\.w3\.org\/2000\/09\/xmldsig#hmac-sha1': HMACSHA1/,
      },
    ],
  },
  {
    libraries,
    versions: ['1.12.4'],
    attacks: ['digest/comment-in-value', 'digest/several-digestvalues'],
    letsVictimIn: true,
    reason:
      'Another flaw, CVE-2025-29775 of xml-crypto: the first child of DigestValue is read, even a comment.',
    evidence: [{ package: 'xml-crypto', in: 'lib', says: 'nodes[0].firstChild.data' }],
  },
  {
    libraries,
    versions: ['1.12.4'],
    attacks: [
      'binding/audience-empty',
      'binding/audience-missing',
      'binding/audience-other',
      'binding/audience-prefix',
      'binding/audience-second-restriction',
      'binding/audience-superset',
      'parser/comment-in-audience',
      'structure/no-conditions',
    ],
    reason: 'This release reads no Conditions.',
    evidence: [{ ...code, lacks: /'Conditions'|audience/i }],
  },
  {
    libraries,
    versions: ['4.0.3'],
    attacks: ['binding/audience-missing', 'binding/audience-second-restriction', 'structure/no-conditions'],
    reason:
      'The first restriction is read, and of it one audience is enough; without any, and without Conditions, there is nothing to compare.',
    evidence: [
      { ...code, says: "getElementsByTagNameNS(XMLNS.SAML, 'AudienceRestriction')[0]" },
      { ...code, says: 'if (conditions != null) {' },
    ],
  },
  {
    libraries,
    attacks: ['binding/base64-garbage', 'binding/base64-padding', 'binding/base64-url'],
    reason: 'Buffer decodes whatever it can of what is not base64.',
    evidence: [{ ...code, says: /(?:new Buffer|Buffer\.from)\(options\.request_body\.SAMLResponse/ }],
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
    evidence: [{ ...code, says: "destination: get_attribute_value(response[0], 'Destination')" }],
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
    evidence: [{ ...code, lacks: 'SubjectConfirmation' }],
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
    reason: 'An identity provider is known by its certificate; it has no entity ID that could be compared.',
    evidence: [{ ...code, says: 'this.certificates = options.certificates;' }],
  },
  {
    libraries,
    attacks: [
      'identity/encrypted-beside-plain',
      'identity/format-other',
      'parser/attribute-of-other-namespace',
      'parser/in-soap-envelope',
      'parser/nested-xml-in-name-id',
      'structure/id-missing',
      'structure/id-not-a-name',
      'structure/version-of-assertion',
    ],
    reason: 'The signed assertion and the Response are found at any depth, and no schema is looked at.',
    evidence: [{ ...code, says: "getElementsByTagNameNS(XMLNS.SAML, 'Assertion')" }],
  },
  {
    libraries,
    attacks: [
      'parser/attribute-default',
      'parser/attribute-twice',
      'parser/byte-order-mark-lies',
      'parser/doctype',
      'parser/encoding-latin-1-lies',
      'parser/entity-of-file',
      'parser/round-trip-attribute',
      'parser/round-trip-directive',
      'parser/round-trip-element',
      'wrapping/second-root-response',
    ],
    reason:
      'The document is parsed by xmldom, which reports what is wrong on the console and goes on; what is read is what was digested.',
    evidence: [
      { ...code, says: 'new xmldom.DOMParser()).parseFromString(' },
      { ...code, lacks: 'errorHandler' },
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
    reason:
      'IDs of assertions are not remembered, and of the conditions times and audience are read at most.',
    evidence: [{ ...code, lacks: /OneTimeUse|ProxyRestriction/ }],
  },
  {
    libraries,
    attacks: ['signature-misplaced/detached', 'signature-missing/response-only-when-assertion-wanted'],
    reason: 'What counts is what was digested, wherever in the message its signature is.',
    evidence: [
      { ...code, says: /check_saml_signature\(result, cert\) \|\| check_saml_signature\(saml_response/ },
    ],
  },
  {
    libraries,
    versions: ['1.12.4'],
    attacks: [
      'time/bounds-before-christ',
      'time/bounds-far-future',
      'time/bounds-fraction',
      'time/bounds-leap-second',
      'time/bounds-missing',
      'time/bounds-not-utc',
      'time/bounds-reversed',
      'time/bounds-unreadable',
      'time/bounds-without-zone',
      'time/expired',
      'time/expired-just',
      'time/not-yet-valid',
      'time/not-yet-valid-just',
    ],
    reason: 'This release reads no times of conditions.',
    evidence: [{ ...code, lacks: /\bnotonorafter\b/i }],
  },
  {
    libraries,
    versions: ['4.0.3'],
    attacks: [
      'time/bounds-before-christ',
      'time/bounds-leap-second',
      'time/bounds-missing',
      'time/bounds-unreadable',
      'time/bounds-without-zone',
    ],
    reason:
      'Bounds are compared by Date.parse: what it cannot read is no bound, and what has no zone is local time.',
    evidence: [{ ...code, says: 'Date.parse(attribute.value) <= Date.now()' }],
  },
  {
    libraries,
    attacks: ['transforms/many', 'transforms/many-kinds'],
    reason: 'As many transforms are run as the message says (the flaw of CVE-2021-39171 in another library).',
    evidence: [{ ...code, lacks: /transforms?\.length|Transform'/ }],
  },
  {
    libraries,
    attacks: [
      'time/authn-instant-old',
      'time/issue-instant-ahead',
      'time/issue-instant-old',
      'time/session-ended',
    ],
    reason:
      'SessionNotOnOrAfter is handed on to the application; AuthnInstant and IssueInstant are not read.',
    evidence: [{ ...code, lacks: /AuthnInstant'|get_attribute_value\([^)]*'IssueInstant'/ }],
  },
];
