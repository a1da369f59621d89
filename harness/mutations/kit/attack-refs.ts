import type { SpecRef } from '../../model/spec.ts';

/** What an XML document's signatures can prove, and what a reader may make of it: the statements that attacks break. */
export const refs = {
  oneReference: {
    document: 'saml-core',
    section: '5.4.2',
    says: 'A signature has a single Reference, to the ID of the element that is signed: it proves that element and no other.',
  },
  absolutePaths: {
    document: 'owasp',
    section: 'SAML Security Cheat Sheet, Validate Signatures',
    says: 'In signature wrapping the verifier and the reader look at different elements; absolute paths prevent it.',
  },
  seeWhatIsSigned: {
    document: 'xmldsig',
    section: 'Version 1.1, 8.1.3',
    says: 'Applications operate on what was signed, as it came out of the transforms, and not on the document that it was in.',
  },
  onlySignedIsSecure: {
    document: 'xmldsig',
    section: 'Version 1.1, 8.1.1',
    says: 'What the transforms leave out is not secured by the signature.',
  },
  eachAssertionSigned: {
    document: 'saml-errata',
    section: 'E26',
    says: 'Over HTTP-POST each assertion is protected by a signature, its own or that of the Response.',
  },
  postAssertionsSigned: {
    document: 'saml-profiles',
    section: '4.1.4.5',
    says: 'Over HTTP-POST, the assertions are signed.',
  },
  enveloped: {
    document: 'saml-core',
    section: '5.4.1',
    says: 'Signatures of assertions and messages are enveloped: they stand in what they sign.',
  },
  wantAssertionsSigned: {
    document: 'saml-metadata',
    section: '2.4.4',
    says: 'WantAssertionsSigned demands that the assertions for this service provider be signed.',
  },
  signatureForm: {
    document: 'xmldsig',
    section: 'Version 1.1, 4.2',
    says: 'A Signature holds one SignedInfo, one SignatureValue, one KeyInfo at most, and Objects.',
  },
  signatureNamespace: {
    document: 'xmldsig',
    section: 'Version 1.1, 1.3',
    says: 'The elements of a signature are in the namespace of XML Signature.',
  },
  signatureValue: {
    document: 'xmldsig',
    section: 'Version 1.1, 4.3',
    says: 'SignatureValue holds the value of the signature, in base64.',
  },
  noObject: {
    document: 'saml-errata',
    section: 'E91',
    says: 'Object should not be present, and verifiers should reject signatures that have one.',
  },
  uniqueIds: {
    document: 'saml-core',
    section: '1.3.4',
    says: 'Where an object declares an identifier, there is exactly one such declaration.',
  },
  validateReference: {
    document: 'xmldsig',
    section: 'Version 1.1, 3.2.1',
    says: 'Reference validation digests the object again and compares the result with DigestValue; any difference is a failure.',
  },
  validateSignature: {
    document: 'xmldsig',
    section: 'Version 1.1, 3.2.2',
    says: 'Signature validation takes SignedInfo in canonical form and confirms SignatureValue over it with the key.',
  },
  referenceUri: {
    document: 'xmldsig',
    section: 'Version 1.1, 4.4.3.1',
    says: 'The URI of a Reference may lead anywhere, which is a risk to whoever follows it.',
  },
  sameDocument: {
    document: 'xmldsig',
    section: 'Version 1.1, 4.4.3.3',
    says: 'A same-document reference names an element by ID, bare or in an XPointer, or the whole document.',
  },
  digestValue: {
    document: 'xmldsig',
    section: 'Version 1.1, 4.4.3.6',
    says: 'DigestValue holds the digest, in base64.',
  },
  digestMethod: {
    document: 'xmldsig',
    section: 'Version 1.1, 4.4.3.5',
    says: 'DigestMethod is required, and names the algorithm of the digest.',
  },
  signatureMethod: {
    document: 'xmldsig',
    section: 'Version 1.1, 4.4.2',
    says: 'SignatureMethod is required, and names the algorithm of the signature.',
  },
  canonicalizationMethod: {
    document: 'xmldsig',
    section: 'Version 1.1, 4.4.1',
    says: 'CanonicalizationMethod is applied to SignedInfo; alternatives have to be judged with care, some being unsafe.',
  },
  exclusiveOnly: {
    document: 'saml-core',
    section: '5.4.3',
    says: 'Exclusive canonicalization, with or without comments, should be used in CanonicalizationMethod and as a transform.',
  },
  twoTransforms: {
    document: 'saml-core',
    section: '5.4.4',
    says: 'Signatures should contain no transforms other than enveloped-signature and exclusive canonicalization; verifiers may reject others.',
  },
  namedByUri: {
    document: 'xmldsig',
    section: 'Version 1.1, 6.1',
    says: 'An algorithm is named by a URI.',
  },
  sharedSecret: {
    document: 'xmldsig',
    section: 'Version 1.1, 6.3',
    says: 'Message authentication codes take a key that both sides hold.',
  },
  hmacLength: {
    document: 'xmldsig',
    section: 'Version 1.1, 6.3.1',
    says: 'An HMAC that is cut below half of its hash or below 80 bits is invalid.',
  },
  keyDescriptor: {
    document: 'saml-metadata',
    section: '2.4.1.1',
    says: 'KeyDescriptor tells by which keys an entity signs, and its use which keys are for that.',
  },
  keptKey: {
    document: 'owasp',
    section: 'SAML Security Cheat Sheet, Validate Signatures',
    says: 'The key comes from the identity provider and is kept; the KeyInfo of the message is passed over.',
  },
  keyInfo: {
    document: 'saml-core',
    section: '5.4.5',
    says: 'KeyInfo may be absent, and nothing is laid down on what it holds.',
  },
  issuerOfResponse: {
    document: 'saml-profiles',
    section: '4.1.4.2',
    says: 'Issuer of the Response and of the assertions is the identity provider that issues them.',
  },
  issuerIsAuthority: {
    document: 'saml-core',
    section: '2.3.3',
    says: 'The Issuer of an assertion is the authority that makes its claims; the relying party has to be sure of it.',
  },
  noSha1: {
    document: 'nist-sp-800-131a',
    section: 'Revision 2, 9',
    says: 'SHA-1 is disallowed as the hash of a new digital signature.',
  },
  noMd5: {
    document: 'rfc9231',
    section: '2.3.1',
    says: 'The use of RSA with MD5 is not recommended.',
  },
  keyLength: {
    document: 'nist-sp-800-131a',
    section: 'Revision 2, 3',
    says: 'RSA keys below 2,048 bits are disallowed for digital signatures.',
  },
  cbcOracle: {
    document: 'xmlenc',
    section: 'Version 1.1, 6.1',
    says: 'A party that decrypts CBC without integrity protection can be used as an oracle for the plain text.',
  },
  rsa15Oracle: {
    document: 'xmlenc',
    section: 'Version 1.1, 6.1',
    says: 'Key transport by RSA v1.5 is open to attacks by chosen ciphertexts.',
  },
  encryptedAssertion: {
    document: 'saml-core',
    section: '2.3.4',
    says: 'EncryptedAssertion holds an assertion in encrypted form: encryption keeps it from others, and says nothing of who made it.',
  },
  signedThenEncrypted: {
    document: 'saml-core',
    section: '6.2',
    says: 'An assertion that is signed and encrypted is signed first, so that the signature is verified once it is decrypted.',
  },
  oneDocumentElement: {
    document: 'xml',
    section: '2.1',
    says: 'A well-formed document has exactly one root element.',
  },
} as const satisfies Readonly<Record<string, SpecRef>>;
