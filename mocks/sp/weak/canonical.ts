import { CanonicalizationError, canonicalize } from '../../core/saml/canonicalize.ts';
import { type Element, type Node, ns } from '../../core/saml/xml.ts';
import { enveloped, formOf, impliedForm } from '../accept/algorithms.ts';
import { reparse } from '../accept/assertion.ts';

import { runTransform } from './transforms.ts';
import { skipForm, type Weaknesses, without } from './weakness.ts';

/** How the text is made that is digested and signed. */
export const canonical: Weaknesses = {
  // An error of the canonicalizer is passed over, and what it gave is nothing.
  'void-canonicalization': (steps) => ({
    ...steps,
    canonicalize: (element, form, leftOut) => {
      try {
        return canonicalize(element, form, leftOut);
      } catch (error) {
        if (error instanceof CanonicalizationError) return '';
        throw error;
      }
    },
    readSigned: ({ element, text }, run) =>
      text === '' ? element : steps.readSigned({ element, text }, run),
  }),

  'any-canonicalization': (steps) => ({
    ...skipForm('canonicalization')(steps),
    verifyValue: (facts, keys, run) => {
      const { algorithm, prefixes } = facts.canonicalization;
      const known = formOf(algorithm, prefixes) === undefined ? ns.excC14n : algorithm;
      const canonicalization = { ...facts.canonicalization, algorithm: known };
      return steps.verifyValue({ ...facts, canonicalization }, keys, run);
    },
  }),

  'with-comments-ignored': (steps) => ({
    ...skipForm('notes')(steps),
    algorithms: {
      ...steps.algorithms,
      canonicalization: [...steps.algorithms.canonicalization, `${ns.excC14n}WithComments`],
    },
    canonicalize: (element, form, leftOut) =>
      steps.canonicalize(element, { ...form, comments: false }, leftOut),
  }),

  'prefix-list-ignored': (steps) => ({
    ...steps,
    canonicalize: (element, form, leftOut) => steps.canonicalize(element, { ...form, prefixes: [] }, leftOut),
  }),

  'unbounded-prefix-list': (steps) => ({
    ...steps,
    limits: { ...steps.limits, prefixes: Number.POSITIVE_INFINITY },
    canonicalize: (element, form, leftOut) =>
      steps.canonicalize(element, { ...form, prefixes: unique(form.prefixes) }, leftOut),
  }),

  'xml-attributes-not-inherited': (steps) => ({
    ...steps,
    algorithms: { ...steps.algorithms, transforms: [...steps.algorithms.transforms, impliedForm] },
    canonicalize: (element, form, leftOut) => steps.canonicalize(withoutXmlAbove(element), form, leftOut),
  }),

  'instructions-as-text': (steps) => ({
    ...steps,
    canonicalize: (element, form, leftOut) => {
      // The element that is left out is known by identity, and a copy has another one.
      const out =
        leftOut === undefined
          ? element
          : { ...element, nodes: element.nodes.filter((one) => one !== leftOut) };
      return steps.canonicalize(instructionsToText(out), form);
    },
    readSigned: ({ element }) => element,
    textOf: ({ text }) => text,
  }),

  'any-transform': (steps) => ({
    ...steps,
    signatureForm: without(steps.signatureForm, 'transforms'),
    transform: (target, reference, facts, run) => {
      const odd = reference.transforms.filter(
        ({ algorithm }) => formOf(algorithm, []) === undefined && algorithm !== enveloped,
      );
      if (odd.length === 0) return steps.transform(target, reference, facts, run);
      const known = reference.transforms.filter((one) => !odd.includes(one));
      const text = steps.transform(target, { ...reference, transforms: known }, facts, run);
      return odd.reduce<string | Buffer>((input, one) => runTransform(one, input), text);
    },
    readSigned: ({ element }) => element,
  }),

  'unbounded-transforms': (steps) => ({
    ...steps,
    limits: { ...steps.limits, transforms: Number.POSITIVE_INFINITY },
    signatureForm: without(steps.signatureForm, 'transforms'),
    // The result of each is made from the beginning; beyond so many steps it would take minutes.
    transform: (target, reference, facts, run) => {
      const groups = oneByOne(reference.transforms);
      let text = steps.transform(target, { ...reference, transforms: groups[0] ?? [] }, facts, run);
      let left = 3_000;
      for (let end = 1; end <= groups.length && left > 0; end += 1) {
        text = steps.transform(target, { ...reference, transforms: groups[0] ?? [] }, facts, run);
        for (const transforms of groups.slice(1, end)) {
          text = steps.transform(reparse(text.toString(), run), { ...reference, transforms }, facts, run);
          left -= 1;
        }
      }
      return text;
    },
  }),

  'signature-removed-unasked': (steps) => ({
    ...skipForm('removal')(steps),
    canonicalize: (element, form, leftOut) => {
      const own = element.children.find(
        ({ local, namespace }) => local === 'Signature' && namespace === ns.ds,
      );
      return steps.canonicalize(element, form, leftOut ?? own);
    },
  }),

  'every-signature-removed': (steps) => ({
    ...steps,
    canonicalize: (element, form, leftOut) =>
      leftOut === undefined
        ? steps.canonicalize(element, form)
        : steps.canonicalize(withoutSignatures(element, leftOut), form),
  }),
};

/** Each new one is compared with all before it; more than so many would keep the machine busy for minutes. */
function unique(prefixes: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const prefix of prefixes.slice(0, 25_000))
    if (found.every((one) => one !== prefix)) found.push(prefix);
  return found;
}

function withoutXmlAbove(element: Element): Element {
  if (element.parent === undefined) return element;
  const strip = (one: Element): Element => ({
    ...one,
    attributes: one.attributes.filter(({ namespace }) => namespace !== ns.xml),
    ...(one.parent === undefined ? {} : { parent: strip(one.parent) }),
  });
  return { ...element, parent: strip(element.parent) };
}

function instructionsToText(element: Element): Element {
  const nodes = element.nodes.map(
    (node): Node =>
      node.kind === 'element'
        ? instructionsToText(node)
        : node.kind === 'instruction'
          ? { kind: 'text', text: node.text }
          : node,
  );
  return { ...element, nodes };
}

/** Groups transforms: enveloped-signature goes with the first canonicalization. */
function oneByOne<T extends { readonly algorithm: string }>(
  transforms: readonly T[],
): readonly (readonly T[])[] {
  const isRemoval = ({ algorithm }: T) => algorithm === enveloped;
  const removals = transforms.filter(isRemoval);
  const [first, ...rest] = transforms.filter((one) => !isRemoval(one));
  return first === undefined ? [removals] : [[...removals, first], ...rest.map((one) => [one])];
}

/** Without that signature, and those anywhere inside that have the same value. */
function withoutSignatures(element: Element, signature: Element): Element {
  const value = signatureValueOf(signature);
  const isGone = (node: Node) =>
    node.kind === 'element' && node.local === 'Signature' && signatureValueOf(node) === value;
  const nodes = element.nodes
    .filter((node) => !isGone(node))
    .map((node) => (node.kind === 'element' ? withoutSignatures(node, signature) : node));
  return { ...element, nodes };
}

function signatureValueOf(signature: Element): string {
  const found = signature.children.find(({ local }) => local === 'SignatureValue');
  return found?.text.replace(/\s+/g, '') ?? '';
}
