import { NS } from '../../saml/namespaces.ts';
import { elementText, insertFirst, removeElement, setAttribute, setText } from '../kit/edit.ts';

/** The parts that every wrapping attack arranges anew, as XML text. */
export interface Parts {
  /** The signed assertion as it was sent. */
  readonly genuine: string;
  /** The same without its signature. */
  readonly unsigned: string;
  /** Its signature, which stays valid wherever the assertion goes. */
  readonly signature: string;
  /** A copy without signature that has another ID and names the attacker. */
  readonly evil: string;
}

/** ID of the forged assertion. */
export const evilId = '_e411f0c2d3b4a5968778695a4b3c2d1e0ff0e1d2';

/** Takes a Response with a signed assertion apart. */
export function takeApart(xml: string): Parts {
  const genuine = elementText(xml, 'Response/Assertion');
  const signature = elementText(genuine, 'Assertion/Signature');
  const unsigned = removeElement(genuine, 'Assertion/Signature');
  const renamed = setAttribute(unsigned, 'Assertion', 'ID', evilId);
  return { genuine, unsigned, signature, evil: setText(renamed, 'Subject/NameID', 'attacker@example.com') };
}

/** Puts a fragment in right after the Issuer of an assertion or Response. */
export function afterIssuer(xml: string, fragment: string): string {
  const end = /<\/(?:[\w.-]+:)?Issuer>/.exec(xml);
  if (end === null) return insertFirst(xml, 'Assertion', fragment);
  const at = end.index + end[0].length;
  return xml.slice(0, at) + fragment + xml.slice(at);
}

/** Puts a fragment in as the last child of a signature. */
export function insideSignature(signature: string, fragment: string): string {
  const at = signature.lastIndexOf('</');
  return signature.slice(0, at) + fragment + signature.slice(at);
}

/** Extensions of a Response round a fragment. */
export const extensions = (fragment: string) =>
  `<samlp:Extensions xmlns:samlp="${NS.samlp}">${fragment}</samlp:Extensions>`;

/** Status detail round a fragment. */
export const statusDetail = (fragment: string) =>
  `<samlp:StatusDetail xmlns:samlp="${NS.samlp}">${fragment}</samlp:StatusDetail>`;

/** An Object of XML Signature round a fragment. */
export const signatureObject = (fragment: string) => `<ds:Object xmlns:ds="${NS.ds}">${fragment}</ds:Object>`;

/** Advice of an assertion round a fragment. */
export const advice = (fragment: string) => `<saml:Advice xmlns:saml="${NS.saml}">${fragment}</saml:Advice>`;
