import { metadataLimits } from '../../saml/limits.ts';
import type { SigningPair } from '../../saml/mutation-context.ts';
import { NS } from '../../saml/namespaces.ts';
import { parseXml } from '../../saml/parse.ts';
import { signElement } from '../../saml/sign.ts';
import { attr, childrenOf } from '../../saml/tree.ts';
import type { RefusalTarget } from './target.ts';

/**
 * Signs as an identity provider does: every assertion, the Response, or both, whatever of that has an ID. Text that is
 * not XML is given back as it is: nobody could sign it.
 */
export function signResponse(xml: string, key: SigningPair, signed: RefusalTarget['signed']): string {
  const { root } = parseXml(xml, metadataLimits);
  if (root === undefined) return xml;
  const assertions = childrenOf(root, NS.saml, 'Assertion');
  const asked = signed === 'response' ? [] : assertions;
  const elements = [...asked, ...(signed === 'assertion' && assertions.length > 0 ? [] : [root])];
  const ids = elements.flatMap((element) => attr(element, 'ID') ?? []).filter((id) => id !== '');
  const { privateKeyPem, certificateDer } = key;
  return ids.reduce<string>((text, id) => signElement(text, id, { privateKeyPem, certificateDer }), xml);
}
