import { must, need } from './refusal.ts';
import { attribute, childrenOf, type Element, everyElement, ns, onlyChild } from './xml.ts';

/** Which of the two elements carry a signature. */
export interface SignedParts {
  readonly response: boolean;
  readonly assertion: boolean;
}

const sha1 = ['http://www.w3.org/2000/09/xmldsig#rsa-sha1', 'http://www.w3.org/2000/09/xmldsig#sha1'];
const signatureMethods = [
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
];
const digestMethods = ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512'];
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const canonicalizations = [ns.excC14n, 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'];

/**
 * Looks at the form of all signatures before any is verified, so that what verifies is what is read (Core 5.4).
 * AWS does not document which element it wants signed: either will do.
 * @param assertion undefined when the Response holds none in plain
 */
export function checkSignatureShape(
  response: Element,
  assertion: Element | undefined,
  acceptSha1: boolean,
): SignedParts {
  const signatures = [...everyElement(response)].filter((one) => one.local === 'Signature');
  for (const signature of signatures) {
    must(signature.namespace === ns.ds, 'Signature is not in the namespace of XML Signature');
    const owner = need(signature.parent, 'Signature is the root');
    must(owner === response || owner === assertion, `Signature stands inside "${owner.local}"`);
    must(childrenOf(owner, ns.ds, 'Signature').length === 1, `"${owner.local}" has more than one signature`);
    checkOne(signature, owner, acceptSha1);
  }
  must(signatures.length > 0, 'Neither the Response nor the Assertion is signed');
  const has = (owner: Element | undefined) =>
    owner !== undefined && signatures.some((one) => one.parent === owner);
  return { response: has(response), assertion: has(assertion) };
}

function checkOne(signature: Element, owner: Element, acceptSha1: boolean): void {
  const allowed = (methods: readonly string[]) => (acceptSha1 ? [...methods, ...sha1] : methods);
  must(!signature.children.some((one) => one.local === 'Object'), 'Signature contains an Object');
  const info = need(onlyChild(signature, ns.ds, 'SignedInfo'), 'Signature has not exactly one SignedInfo');
  for (const one of [...everyElement(info), ...childrenOf(signature, ns.ds, 'SignatureValue')])
    must(!one.hasNote, 'Signature contains a comment or processing instruction');
  const value = need(
    onlyChild(signature, ns.ds, 'SignatureValue'),
    'Signature has not exactly one SignatureValue',
  );
  must(value.text.trim() !== '', 'SignatureValue is empty');
  mustBeOneOf(info, 'CanonicalizationMethod', canonicalizations);
  mustBeOneOf(info, 'SignatureMethod', allowed(signatureMethods));
  const reference = need(onlyChild(info, ns.ds, 'Reference'), 'Signature has not exactly one Reference');
  const id = need(attribute(owner, 'ID'), `Signed "${owner.local}" has no ID`);
  const uri = attribute(reference, 'URI');
  must(uri === `#${id}`, `Signature refers to "${uri ?? ''}", not to the element that it stands in`);
  mustBeOneOf(reference, 'DigestMethod', allowed(digestMethods));
  const digest = onlyChild(reference, ns.ds, 'DigestValue');
  must(digest?.children.length === 0, 'Reference has not exactly one plain DigestValue');
  checkTransforms(reference);
}

/** Core 5.4.4: enveloped-signature and exclusive canonicalization only, and each at most once. */
function checkTransforms(reference: Element): void {
  const transforms = need(onlyChild(reference, ns.ds, 'Transforms'), 'Reference has no Transforms');
  const names = transforms.children.map((one) => attribute(one, 'Algorithm') ?? '');
  const known = names.every((name) => name === enveloped || name === ns.excC14n);
  must(known, `Reference has transforms other than allowed: ${names.join(', ')}`.slice(0, 300));
  must(names.includes(enveloped), 'Reference lacks the enveloped-signature transform');
  must(new Set(names).size === names.length, 'Reference repeats a transform');
}

function mustBeOneOf(parent: Element, local: string, allowed: readonly string[]): void {
  const method = need(onlyChild(parent, ns.ds, local), `"${parent.local}" has not exactly one ${local}`);
  const algorithm = attribute(method, 'Algorithm') ?? '';
  must(allowed.includes(algorithm), `${local} "${algorithm}" is not accepted`);
}
