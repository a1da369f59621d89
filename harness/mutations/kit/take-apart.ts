import type { MutationContext } from '../../model/mutation.ts';
import type { XmlElement } from '../../model/xml.ts';
import { NS } from '../../saml/namespaces.ts';
import { childOf, childrenOf, startTagEnd } from '../../saml/tree.ts';
import {
  EditError,
  elementText,
  findIn,
  removeElement,
  replaceElement,
  rootOf,
  setAttribute,
} from './edit.ts';
import { freshId } from './forge.ts';
import { personate } from './person.ts';
import { removeSignatures } from './sign-response.ts';

/** The parts that every wrapping attack arranges anew, as XML text that declares its own namespaces. */
export interface Parts {
  /** The signed assertion, or Response, as it was sent. */
  readonly genuine: string;
  /** The same without its signature. */
  readonly unsigned: string;
  /** Its signature, which stays valid wherever the element goes. */
  readonly signature: string;
  /** A copy without signature that has other IDs and is about the victim. */
  readonly evil: string;
}

/** Parts of a message with a signed assertion, and what is round it. */
export interface AssertionParts extends Parts {
  /** The message with this in the place of the assertion; the Response has no signature of its own. */
  readonly put: (inPlace: string) => string;
}

/** Takes a message with a signed assertion apart. @throws EditError when the assertion has no signature */
export function takeApart(xml: string, context: MutationContext): AssertionParts {
  const path = 'Response/Assertion';
  const root = rootOf(xml);
  if (childOf(findIn(root, path), NS.ds, 'Signature') === undefined)
    throw new EditError('Nothing to wrap: the assertion has no signature of its own.');
  const genuine = standalone(xml, root, findIn(root, path));
  const signature = standalone(xml, root, findIn(root, `${path}/Signature`));
  const unsigned = removeElement(genuine, 'Assertion/Signature');
  const evil = personate(setAttribute(unsigned, 'Assertion', 'ID', freshId(xml, 'evil assertion')), context);
  const alone = childOf(findIn(root, 'Response'), NS.ds, 'Signature') === undefined;
  const base = alone ? xml : removeElement(xml, 'Response/Signature');
  return {
    genuine,
    unsigned,
    signature,
    evil,
    put: (inPlace) => replaceElement(base, path, () => inPlace),
  };
}

/** Takes a signed Response apart. @throws EditError when the Response has no signature */
export function takeResponseApart(xml: string, context: MutationContext): Parts {
  const root = rootOf(xml);
  const response = findIn(root, 'Response');
  const signature = childOf(response, NS.ds, 'Signature');
  if (signature === undefined) throw new EditError('Nothing to wrap: the Response has no signature.');
  const genuine = elementText(xml, 'Response');
  return {
    genuine,
    unsigned: removeElement(genuine, 'Response/Signature'),
    signature: standalone(xml, root, signature),
    evil: forgeResponse(xml, context),
  };
}

/** The whole message written anew by somebody without a key: about the victim, with IDs of its own, and unsigned. */
export function forgeResponse(xml: string, context: MutationContext): string {
  const bare = elementText(removeSignatures(xml), 'Response');
  const renamed = setAttribute(bare, 'Response', 'ID', freshId(xml, 'evil Response'));
  const numbered = setAttribute(renamed, 'Response/Assertion', 'ID', freshId(xml, 'evil assertion'));
  return personate(numbered, context);
}

/** The element as text that can be put elsewhere: with the namespaces declared that are in scope where it is. */
export function standalone(xml: string, root: XmlElement, element: XmlElement): string {
  const text = xml.slice(element.start, element.end);
  const own = declarationsOf(element);
  const inherited = new Map(ancestorsOf(root, element).flatMap((each) => [...declarationsOf(each)]));
  const missing = [...inherited].filter(([name]) => !own.has(name));
  const head = `<${element.name}`;
  const added = missing.map(([name, uri]) => ` ${name}="${uri}"`).join('');
  return head + added + text.slice(head.length);
}

function declarationsOf({ attributes }: XmlElement): Map<string, string> {
  const found = attributes.filter(({ namespace }) => namespace === NS.xmlns);
  return new Map(found.map(({ name, value }) => [name, value]));
}

/** From the root down to the parent. */
function ancestorsOf(root: XmlElement, element: XmlElement): readonly XmlElement[] {
  const next = childrenOf(root).find(({ start, end }) => start <= element.start && end >= element.end);
  return root === element || next === undefined ? [] : [root, ...ancestorsOf(next, element)];
}

/** Puts a fragment in right after the Issuer of a text that is an assertion or a Response. */
export function afterIssuer(text: string, fragment: string): string {
  const root = rootOf(text);
  const at = childOf(root, NS.saml, 'Issuer')?.end ?? startTagEnd(text, root);
  return text.slice(0, at) + fragment + text.slice(at);
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
