import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { escapeXml } from '../core/saml/write-xml.ts';

/**
 * Puts the relying party identifier into the AuthnRequest of a redirect as its Issuer. The guide calls that the display
 * name of the application, and the audience something else; the service provider double has one name for both.
 */
export function issueAs(relyingParty: string, location: string): string {
  const url = URL.parse(location);
  const message = url?.searchParams.get('SAMLRequest') ?? null;
  if (url === null || message === null) return location;
  const xml = inflateRawSync(Buffer.from(message, 'base64')).toString('utf8');
  const named = xml.replace(
    /(<saml:Issuer>)[^<]*(<\/saml:Issuer>)/,
    (_all, open: string, close: string) => open + escapeXml(relyingParty) + close,
  );
  const encoded = deflateRawSync(Buffer.from(named, 'utf8')).toString('base64');
  return location.replace(
    /([?&]SAMLRequest=)[^&]*/,
    (_all, name: string) => name + encodeURIComponent(encoded),
  );
}
