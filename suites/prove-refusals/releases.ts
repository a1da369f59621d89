/** One release as it is installed. */
export interface Release {
  readonly version: string;
  /** Versions for what the library depends on, where a newer one would hide the flaw or bring another fix along. */
  readonly overrides?: Readonly<Record<string, string>>;
}

/** Two releases of one library that differ in a flaw. */
export interface Pair {
  /** Name of the library, as in `libraries.ts`. */
  readonly library: string;
  readonly flawed: Release;
  readonly fixed: Release;
  /** CVE or GHSA numbers; a change of the library where nobody gave it a number. */
  readonly advisories: readonly string[];
  /** What the flaw is; completes "The flawed release …". */
  readonly flaw: string;
  /**
   * Ids of attacks that are about this flaw, beside those that name one of the advisories. At least one of all these
   * must fell the flawed release and not the fixed one.
   */
  readonly about: readonly string[];
}

const digestComment =
  'reads a comment in DigestValue as the digest, or obeys another SignedInfo than the signed one';

export const pairs: readonly Pair[] = [
  {
    library: 'samlify',
    flawed: { version: '2.9.1' },
    fixed: { version: '2.10.0' },
    advisories: ['CVE-2025-47949'],
    flaw: 'takes a signature beside the assertion for the signature of that assertion, whatever it refers to',
    about: [],
  },
  {
    library: '@node-saml/node-saml',
    flawed: { version: '5.0.0', overrides: { 'xml-crypto': '6.0.0' } },
    fixed: { version: '5.0.1', overrides: { 'xml-crypto': '6.0.1' } },
    advisories: ['CVE-2025-29774', 'CVE-2025-29775'],
    flaw: digestComment,
    about: [],
  },
  {
    library: '@node-saml/node-saml',
    flawed: { version: '5.0.1' },
    fixed: { version: '5.1.0' },
    advisories: ['CVE-2025-54419', 'CVE-2025-54369'],
    flaw: 'reads the assertion from the document as it was sent, not from the bytes that were digested',
    about: [],
  },
  {
    library: 'passport-saml',
    flawed: { version: '3.2.1', overrides: { '@xmldom/xmldom': '0.7.5' } },
    fixed: { version: '3.2.2', overrides: { '@xmldom/xmldom': '0.7.5' } },
    advisories: ['CVE-2022-39299'],
    flaw: 'verifies the first root element of a document and reads the second',
    about: [],
  },
  {
    library: 'passport-saml',
    flawed: { version: '3.2.1', overrides: { '@xmldom/xmldom': '0.7.5' } },
    fixed: { version: '3.2.1', overrides: { '@xmldom/xmldom': '0.7.7' } },
    advisories: ['CVE-2022-39353'],
    flaw: 'parses documents with several root elements',
    about: [],
  },
  {
    library: '@node-saml/node-saml',
    flawed: { version: '4.0.0-beta.3', overrides: { '@xmldom/xmldom': '0.8.3' } },
    fixed: { version: '4.0.0-beta.3', overrides: { '@xmldom/xmldom': '0.8.4' } },
    advisories: ['CVE-2022-39353'],
    flaw: 'parses documents with several root elements',
    about: [],
  },
  {
    library: '@node-saml/node-saml',
    flawed: { version: '4.0.0-beta.3', overrides: { '@xmldom/xmldom': '0.8.3' } },
    fixed: { version: '4.0.0-beta.6', overrides: { '@xmldom/xmldom': '0.8.3' } },
    advisories: ['CVE-2022-39300'],
    flaw: 'verifies the first root element of a document and reads the second',
    about: ['wrapping/second-root', 'wrapping/second-root-response'],
  },
  {
    library: '@node-saml/node-saml',
    flawed: { version: '4.0.4' },
    fixed: { version: '4.0.5' },
    advisories: ['CVE-2023-40178'],
    flaw: 'takes a LogoutRequest after its NotOnOrAfter',
    about: ['logout/expired'],
  },
  {
    library: 'passport-saml',
    flawed: { version: '3.0.0' },
    fixed: { version: '3.1.0' },
    advisories: ['CVE-2021-39171'],
    flaw: 'runs as many transforms as the message says, before anything is verified',
    about: ['transforms/many'],
  },
  {
    library: 'passport-saml',
    flawed: { version: '1.3.5', overrides: { 'xml-crypto': '1.5.3' } },
    fixed: { version: '1.5.0', overrides: { 'xml-crypto': '2.0.0' } },
    advisories: ['GHSA-c27r-x354-4m68'],
    flaw: 'verifies an HMAC with the public certificate as its secret',
    about: ['algorithms/hmac-with-certificate', 'algorithms/hmac-with-public-key'],
  },
  {
    library: 'passport-saml',
    flawed: { version: '3.2.4', overrides: { 'xml-crypto': '2.1.5' } },
    fixed: { version: '3.2.4', overrides: { 'xml-crypto': '2.1.6' } },
    advisories: ['CVE-2025-29774', 'CVE-2025-29775'],
    flaw: digestComment,
    about: [],
  },
  {
    library: 'saml2-js',
    flawed: { version: '1.12.3' },
    fixed: { version: '1.12.4' },
    advisories: ['CVE-2017-11429'],
    flaw: 'reads a name up to the first comment in it',
    about: [],
  },
  {
    library: 'saml2-js',
    flawed: { version: '4.0.2', overrides: { 'xml-crypto': '3.2.0' } },
    fixed: { version: '4.0.3', overrides: { 'xml-crypto': '3.2.1' } },
    advisories: ['CVE-2025-29774', 'CVE-2025-29775'],
    flaw: digestComment,
    about: [],
  },
  {
    library: 'samlify',
    flawed: { version: '2.8.11', overrides: { 'xml-crypto': '3.2.0' } },
    fixed: { version: '2.9.0', overrides: { 'xml-crypto': '3.2.1' } },
    advisories: ['CVE-2025-29774', 'CVE-2025-29775'],
    flaw: digestComment,
    about: [],
  },
  {
    library: '@boxyhq/saml20',
    flawed: { version: '1.8.0', overrides: { 'xml-crypto': '6.0.0' } },
    fixed: { version: '1.10.1' },
    advisories: ['CVE-2025-29774', 'CVE-2025-29775'],
    flaw: digestComment,
    about: [],
  },
  {
    library: '@boxyhq/saml20',
    flawed: { version: '1.10.2' },
    fixed: { version: '1.11.0' },
    advisories: ['boxyhq/saml20 pull request 841'],
    flaw: 'reads the assertion from the document as it was sent, not from the bytes that were digested',
    about: ['canonicalization/instruction-as-text', 'parser/text-in-instruction'],
  },
];
