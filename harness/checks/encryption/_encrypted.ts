import type { ResponseReading } from '../../model/readings.ts';
import type { XmlElement } from '../../model/xml.ts';
import { NS } from '../../saml/namespaces.ts';
import { attr, childrenOf, descendants } from '../../saml/tree.ts';

const names = ['EncryptedAssertion', 'EncryptedID', 'EncryptedAttribute'];

/** The outermost encrypted parts of the Response: assertions, identifiers, attributes. */
export function encryptedParts({ element }: ResponseReading): XmlElement[] {
  if (element === undefined) return [];
  return [...descendants(element)].filter(
    ({ namespace, local }) => namespace === NS.saml && names.includes(local),
  );
}

/** Why a check about encryption has nothing to judge, or `true`. */
export function hasEncryptedPart({ response }: { readonly response: ResponseReading }): true | string {
  return encryptedParts(response).length > 0 || 'Nothing in the Response is encrypted.';
}

/** Every EncryptionMethod below the given parts that stands in an element of that name. */
export function methodsOf(
  parts: readonly XmlElement[],
  holder: 'EncryptedData' | 'EncryptedKey',
): { readonly element: XmlElement; readonly algorithm: string }[] {
  return parts
    .flatMap((part) => [...descendants(part)])
    .filter(({ namespace, local }) => namespace === NS.xenc && local === holder)
    .flatMap((element) => childrenOf(element, NS.xenc, 'EncryptionMethod'))
    .map((element) => ({ element, algorithm: attr(element, 'Algorithm') ?? '' }));
}
