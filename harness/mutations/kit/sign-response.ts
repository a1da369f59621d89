import { NS } from '../../saml/namespaces.ts';
import { parseOwn } from '../../saml/parse-own.ts';
import { signElement } from '../../saml/sign.ts';
import { attr, childOf, childrenOf } from '../../saml/tree.ts';
import type { GenuineOptions, SigningPair } from './genuine-facts.ts';

/** Takes the signatures of the Response and of its assertions out; those anywhere else stay. */
export function removeSignatures(xml: string): string {
  const { root } = parseOwn(xml);
  if (root === undefined) return xml;
  const owners = [root, ...childrenOf(root, NS.saml, 'Assertion')];
  const signatures = owners.flatMap((owner) => childrenOf(owner, NS.ds, 'Signature'));
  return signatures
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), xml);
}

/**
 * Signs as the identity provider does: every assertion, the Response, or both, whatever of that has an ID. Text
 * that is not XML is given back as it is: nobody could sign it.
 */
export function signResponse(
  xml: string,
  key: SigningPair,
  signed: NonNullable<GenuineOptions['signed']> = 'assertion',
): string {
  const { root } = parseOwn(xml);
  if (root === undefined) return xml;
  const assertions = signed === 'response' ? [] : childrenOf(root, NS.saml, 'Assertion');
  const hasAssertion = childOf(root, NS.saml, 'Assertion') !== undefined;
  const ids = [...assertions, ...(signed === 'assertion' && hasAssertion ? [] : [root])]
    .flatMap((element) => attr(element, 'ID') ?? [])
    .filter((id) => id !== '');
  const { privateKeyPem, certificateDer } = key;
  return ids.reduce<string>((text, id) => signElement(text, id, { privateKeyPem, certificateDer }), xml);
}
