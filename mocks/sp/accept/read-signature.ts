import { need, Refusal } from '../../core/saml/refusal.ts';
import { attribute, type Element, ns } from '../../core/saml/xml.ts';
import { children } from './find.ts';
import type { Reference, Run, SignatureFacts, Transform } from './types.ts';

/** Where signatures may stand: in the element itself, and, in a Response, in its Assertions (Core 5.4.1). */
export function findSignatures(container: Element, run: Run): readonly Element[] {
  const found: Element[] = [];
  const look = (element: Element) => {
    for (const child of element.children) {
      // By local name alone: whatever some reader might take for a signature must be one.
      if (child.local === 'Signature') found.push(child);
      look(child);
    }
  };
  look(container);
  const assertions = children(run, container, ns.saml, 'Assertion');
  for (const signature of found) {
    const owner = signature.parent;
    if (!run.steps.isNamed(signature, ns.ds, 'Signature'))
      throw new Refusal('Signature is not in the namespace of XML Signature');
    if (owner === undefined || (owner !== container && !assertions.includes(owner)))
      throw new Refusal(`Signature stands inside "${owner?.local}"`);
    if (found.filter(({ parent }) => parent === owner).length > 1)
      throw new Refusal(`"${owner.local}" has more than one signature`);
  }
  return found;
}

/** Takes a signature apart. What is wrong with its form is for `signatureForm` to say. */
export function readSignature(element: Element, run: Run): SignatureFacts {
  const [signedInfo] = children(run, element, ns.ds, 'SignedInfo');
  const [value] = children(run, element, ns.ds, 'SignatureValue');
  const info = need(signedInfo, 'Signature has no SignedInfo');
  const [canonicalization] = children(run, info, ns.ds, 'CanonicalizationMethod');
  const [method] = children(run, info, ns.ds, 'SignatureMethod');
  return {
    element,
    owner: need(element.parent, 'Signature is the root'),
    signedInfo: info,
    canonicalization: readTransform(canonicalization, run),
    method: (method && attribute(method, 'Algorithm')) ?? '',
    methodElement: method,
    value: Buffer.from(value?.text ?? '', 'base64'),
    references: readReferences(info, run),
  };
}

export function readReferences(signedInfo: Element, run: Run): readonly Reference[] {
  return children(run, signedInfo, ns.ds, 'Reference').map((element) => {
    const [transforms] = children(run, element, ns.ds, 'Transforms');
    const [digestMethod] = children(run, element, ns.ds, 'DigestMethod');
    return {
      element,
      uri: attribute(element, 'URI'),
      transforms: children(run, transforms, ns.ds, 'Transform').map((one) => readTransform(one, run)),
      digestMethod: (digestMethod && attribute(digestMethod, 'Algorithm')) ?? '',
    };
  });
}

function readTransform(element: Element | undefined, run: Run): Transform {
  const [list] = children(run, element, ns.excC14n, 'InclusiveNamespaces');
  const prefixes = (list && attribute(list, 'PrefixList')) ?? '';
  return {
    element,
    algorithm: (element && attribute(element, 'Algorithm')) ?? '',
    prefixes: prefixes.split(/[\t\n\r ]+/).filter((prefix) => prefix !== ''),
  };
}
