import { must } from '../../core/saml/refusal.ts';
import { attribute, type Element, everyElement, ns } from '../../core/saml/xml.ts';
import { enveloped } from './algorithms.ts';
import { children, quote } from './find.ts';
import type { FormCheck, Run } from './types.ts';

/** Exactly these children, in the order of the schema (XML Signature 4.1); an Object has no business here. */
const parts: FormCheck = ({ element }, run) => {
  const names = namesIn(element, run);
  must(/^SignedInfo SignatureValue( KeyInfo)?$/.test(names), `Signature is made of ${quote(names)}`);
};

/** Canonicalization drops comments, readers may not: none belongs into a signature. */
const notes: FormCheck = ({ element }) => {
  for (const one of everyElement(element))
    must(!one.hasNote, `"${one.local}" of the signature contains a comment or processing instruction`);
};

const signedInfo: FormCheck = ({ signedInfo: info }, run) => {
  const names = namesIn(info, run);
  must(
    names === 'CanonicalizationMethod SignatureMethod Reference',
    `SignedInfo is made of ${quote(names)}, not of two methods and one Reference`,
  );
};

const canonicalization: FormCheck = (facts, { steps }) => {
  const { algorithm, prefixes } = facts.canonicalization;
  must(
    steps.algorithms.canonicalization.includes(algorithm),
    `CanonicalizationMethod ${quote(algorithm)} is not accepted`,
  );
  must(prefixes.length <= steps.limits.prefixes, `PrefixList has ${prefixes.length} prefixes`);
};

const method: FormCheck = (facts, { steps }) => {
  const isKnown = Object.hasOwn(steps.algorithms.signature, facts.method);
  must(isKnown, `SignatureMethod ${quote(facts.method)} is not accepted`);
  must(facts.methodElement?.children.length === 0, 'SignatureMethod has parameters');
};

const value: FormCheck = ({ element }, run) => {
  const [found] = children(run, element, ns.ds, 'SignatureValue');
  must(isPlainBase64(found), 'SignatureValue is not base64');
};

const digest: FormCheck = ({ references }, run) => {
  for (const { element, digestMethod } of references) {
    const names = namesIn(element, run);
    must(names === 'Transforms DigestMethod DigestValue', `Reference is made of ${quote(names)}`);
    const isKnown = Object.hasOwn(run.steps.algorithms.digest, digestMethod);
    must(isKnown, `DigestMethod ${quote(digestMethod)} is not accepted`);
    must(
      isPlainBase64(children(run, element, ns.ds, 'DigestValue')[0]),
      'Reference has no DigestValue of base64',
    );
  }
};

/** Core 5.4.2: the reference names the very element that the signature stands in, by its ID. */
const reference: FormCheck = ({ references, owner }) => {
  const id = attribute(owner, 'ID') ?? '';
  must(id !== '', `Signed "${owner.local}" has no ID`);
  for (const { uri } of references)
    must(uri === `#${id}`, `Signature refers to ${quote(uri)}, not to the element that it stands in`);
};

/** Core 5.4.4: enveloped-signature and exclusive canonicalization only, each at most once. */
const transforms: FormCheck = ({ references }, { steps }) => {
  for (const { transforms: list } of references) {
    const names = list.map(({ algorithm }) => algorithm);
    must(names.length <= steps.limits.transforms, `Reference has ${names.length} transforms`);
    const unknown = names.find((name) => !steps.algorithms.transforms.includes(name));
    must(unknown === undefined, `Transform ${quote(unknown)} is not accepted`);
    must(new Set(names).size === names.length, 'Reference repeats a transform');
    for (const { prefixes } of list)
      must(prefixes.length <= steps.limits.prefixes, `PrefixList has ${prefixes.length} prefixes`);
  }
};

/** Without it a signature inside the element would cover itself. */
const removal: FormCheck = ({ references }) => {
  for (const { transforms: list } of references) {
    const isThere = list.some(({ algorithm }) => algorithm === enveloped);
    must(isThere, 'Reference lacks the enveloped-signature transform');
  }
};

/** What is looked at before any cryptography, in this order. */
export const signatureForm: Readonly<Record<string, FormCheck>> = {
  parts,
  notes,
  signedInfo,
  canonicalization,
  method,
  value,
  reference,
  transforms,
  removal,
  digest,
};

/** Names of the children, those of XML Signature as they are and others as a question mark. */
function namesIn(element: Element, { steps }: Run): string {
  return element.children.map((one) => (steps.isNamed(one, ns.ds, one.local) ? one.local : '?')).join(' ');
}

function isPlainBase64(element: Element | undefined): boolean {
  const text = element?.text.replace(/[\t\n\r ]+/g, '') ?? '';
  return (
    element?.children.length === 0 &&
    text !== '' &&
    text.length % 4 === 0 &&
    /^[A-Za-z0-9+/]+={0,2}$/.test(text)
  );
}

/** Runs them all. */
export function checkForm(facts: Parameters<FormCheck>[0], run: Run): void {
  for (const check of Object.values(run.steps.signatureForm)) check(facts, run);
}
