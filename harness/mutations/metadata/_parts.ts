import { NS } from '../../saml/namespaces.ts';

/** A KeyDescriptor for signing, with its own namespace declarations. `der` is base64. */
export function signingKey(der: string): string {
  const data = `<ds:X509Data><ds:X509Certificate>${der}</ds:X509Certificate></ds:X509Data>`;
  const info = `<ds:KeyInfo xmlns:ds="${NS.ds}">${data}</ds:KeyInfo>`;
  return `<md:KeyDescriptor xmlns:md="${NS.md}" use="signing">${info}</md:KeyDescriptor>`;
}

/** An endpoint of the metadata namespace; `more` are further attributes. */
export function endpoint(name: string, binding: string, location: string, more = ''): string {
  return `<md:${name} xmlns:md="${NS.md}" Binding="${binding}" Location="${location}"${more}/>`;
}

/** The text with a DOCTYPE before the root element. */
export function withDoctype(xml: string): string {
  const declaration = /^<\?xml[^>]*\?>\s*/.exec(xml)?.[0] ?? '';
  return `${declaration}<!DOCTYPE login [<!ENTITY who "admin">]>${xml.slice(declaration.length)}`;
}
