import type { Exception } from '../exception.ts';

const all = ['@boxyhq/saml20', '@node-saml/node-saml', 'passport-saml', 'saml2-js', 'samlify'];

/** What the libraries below all of them do: xml-crypto verifies, xmldom parses. */
export const xmlLibraries: readonly Exception[] = [
  {
    libraries: all,
    attacks: ['algorithms/digest-sha1', 'algorithms/sha1'],
    reason:
      'xml-crypto verifies by SHA-1 as long as nobody takes it out of its list, and the library does not.',
    evidence: [{ package: 'xml-crypto', in: 'lib', says: 'xmldsig#rsa-sha1' }],
  },
  {
    libraries: all,
    attacks: ['canonicalization/instruction-as-text'],
    reason:
      'The canonical form of xml-crypto has the data of a processing instruction as text. The library reads that form, so that the name that was signed is logged in, and not the victim.',
    evidence: [{ package: 'xml-crypto', in: 'lib/exclusive-canonicalization.js', says: /if \(node\.data\)/ }],
  },
  {
    libraries: all,
    attacks: ['canonicalization/xml-base', 'canonicalization/xml-lang'],
    reason:
      'The inclusive canonical form of xml-crypto inherits namespaces, but no xml: attributes (Canonical XML 1.0, 2.4), so that it does not notice one that was added outside. What is read is the assertion that was signed.',
    evidence: [
      { package: 'xml-crypto', in: 'lib/c14n-canonicalization.js', says: 'ancestorNamespaces' },
      {
        package: 'xml-crypto',
        in: 'lib/c14n-canonicalization.js',
        lacks: /xml:(?:base|lang|space)|XML\/1998/,
      },
    ],
  },
  {
    libraries: all,
    attacks: ['wrapping/evil-in-twin-signature'],
    reason:
      'The enveloped-signature transform of xml-crypto takes out every Signature with the same value. What is in the second one is not read: the person is the one who was signed.',
    evidence: [
      {
        package: 'xml-crypto',
        in: 'lib/enveloped-signature.js',
        says: /if \(expectedSignatureValue(?:Data)? === signatureValue(?:Data)?\)/,
      },
    ],
  },
];
