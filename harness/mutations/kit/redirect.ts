import { deflateRawSync } from 'node:zlib';

/** A message as the HTTP-Redirect binding sends it: raw DEFLATE, then base64 (SAML Bindings 3.4.4.1). */
export function encodeRedirect(xml: string): string {
  return deflateRawSync(Buffer.from(xml, 'utf8')).toString('base64');
}

/** Value of a query parameter, decoded; undefined when there is none. */
export function readParameter(url: string, name: string): string | undefined {
  return new URLSearchParams(queryOf(url)).get(name) ?? undefined;
}

/** Names of the query's parameters in their order. */
export function parameterNames(url: string): readonly string[] {
  return [...new URLSearchParams(queryOf(url)).keys()];
}

/** Replaces the value of one parameter and leaves all others byte for byte. */
export function replaceParameter(url: string, name: string, value: string): string {
  return url.replace(new RegExp(`([?&]${name}=)[^&#]*`), (_all, lead) => lead + encodeURIComponent(value));
}

/** The query without the signature's two parameters. */
export function withoutQuerySignature(url: string): string {
  return url.replace(/&(?:SigAlg|Signature)=[^&#]*/g, '');
}

/** An address as it stands in recorded traffic, where messages are kept once, as artifacts of their own. */
export function maskMessages(text: string): string {
  return text.replace(/(^|[?&])(SAMLRequest|SAMLResponse)=[^&#]*/g, '$1$2=kept-as-artifact');
}

function queryOf(url: string): string {
  return url.split('#')[0]?.split('?').slice(1).join('?') ?? '';
}
