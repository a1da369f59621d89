import { referencedText } from '../../saml/fill-signature.ts';
import { digestForged } from '../../saml/forge-algorithms.ts';
import { attr, childrenOf } from '../../saml/tree.ts';
import { EditError, findIn, rootOf, setText } from './edit.ts';
import { signedPaths } from './forge.ts';

const valuePath = 'Signature/SignedInfo/Reference/DigestValue';

/** The digest that the signature of this element would have to hold, as the message is now. */
export function digestOf(xml: string, path: string): string {
  const root = rootOf(xml);
  const signature = findIn(root, `${path}/Signature`);
  const reference = findIn(root, `${path}/Signature/SignedInfo/Reference`);
  const method = childrenOf(reference).find(({ local }) => local === 'DigestMethod');
  const algorithm = method === undefined ? undefined : attr(method, 'Algorithm');
  if (algorithm === undefined) throw new EditError(`"${path}" is signed without a DigestMethod.`);
  return digestForged(algorithm, referencedText(xml, root, signature, reference));
}

/**
 * Does something with the DigestValue of each signature of the message, the inner one first: `write` is given the
 * message, the path of the value and the digest that would fit by then.
 */
export function changeDigests(
  xml: string,
  write: (xml: string, path: string, digest: string) => string,
): string {
  return signedPaths(xml).reduce(
    (text, path) => write(text, `${path}/${valuePath}`, digestOf(text, path)),
    xml,
  );
}

/** The message with digests that fit what it says now. Its signatures stay as they were, and no longer fit. */
export function redigest(xml: string): string {
  return changeDigests(xml, setText);
}
