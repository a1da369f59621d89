import { createHash } from 'node:crypto';

/** An artifact of type 4 (SAML Bindings 3.6.4): type, endpoint 0, hash of the issuer's name, and a message handle. */
export function makeArtifact(issuer: string, handle: string): string {
  const source = createHash('sha1').update(issuer).digest();
  const message = createHash('sha1').update(handle).digest();
  return Buffer.concat([Buffer.from([0, 4, 0, 0]), source, message]).toString('base64');
}
