const namespaces = [
  '2000/09/xmldsig',
  '2001/04/xmldsig-more',
  '2001/04/xmlenc',
  '2007/05/xmldsig-more',
  '2009/xmldsig11',
  '2021/04/xmldsig-more',
].join('|');
const hash = 'md[25]|sha1|sha224|sha256|sha384|sha512|sha3-(?:224|256|384|512)|ripemd(?:128|160)|whirlpool';
const edwards = 'eddsa-ed(?:25519(?:ctx|ph)?|448(?:ph)?)';

/** A name that XML Signature 1.1 or RFC 9231 gives to an algorithm, old and new. */
const named = (pattern: string) => new RegExp(`^http://www\\.w3\\.org/(?:${namespaces})[#/](?:${pattern})$`);

const digests = named(hash);
const publicKeys = named(
  `(?:rsa|ecdsa|dsa|esign)-(?:${hash})|(?:${hash})-rsa-MGF1|rsa-pss|${edwards}|(?:xmss|hss)-[a-z0-9-]+`,
);

/** True when a specification defines a digest by this URI. */
export function isDigest(algorithm: string): boolean {
  return digests.test(algorithm);
}

/** True when a specification defines a signature by a private key by this URI. */
export function isPublicKeySignature(algorithm: string): boolean {
  return publicKeys.test(algorithm);
}
