import { must } from '../../core/saml/refusal.ts';
import { type Element, ns } from '../../core/saml/xml.ts';
import { formOf } from '../accept/algorithms.ts';
import type { Run, SignatureFacts, Steps } from '../accept/types.ts';
import { verifyReference } from '../accept/verify.ts';
import type { Weaknesses } from './weakness.ts';

/** Whether there must be a signature, and what passes for one. */
export const presence: Weaknesses = {
  'signature-not-required': (steps) => ({
    ...steps,
    checks: {
      ...steps.checks,
      signed: (message, run) => {
        if (message.signedBy !== 'nobody') steps.checks.signed?.(message, run);
      },
    },
  }),

  'response-signature-enough': (steps) => ({
    ...steps,
    checks: {
      ...steps.checks,
      signed: ({ signedBy }) => must(signedBy !== 'nobody', 'Neither Response nor Assertion is signed'),
    },
  }),

  'signature-namespace-ignored': (steps) => ({
    ...steps,
    isNamed: (element, namespace, local) =>
      namespace === ns.ds ? element.local === local : steps.isNamed(element, namespace, local),
  }),

  // All references hold, since there are none; no value differs, since there is none.
  'empty-signature-passes': (steps) => ({
    ...steps,
    findSignatures: (container, run) => {
      const found = signaturesBelow(container);
      return found.some((one) => isHollow(one)) ? found : steps.findSignatures(container, run);
    },
    verifySignature: async (signature, container, provider, run) => {
      if (!isHollow(signature)) return steps.verifySignature(signature, container, provider, run);
      const owner = signature.parent ?? container;
      const info = infoOf(signature);
      const facts = info === undefined ? undefined : run.steps.readSignature(signature, run);
      if (facts === undefined || facts.references.length === 0) return coverAll(owner, signature, run.steps);
      return verifyAll(facts, container, run);
    },
  }),
};

function signaturesBelow(element: Element): readonly Element[] {
  return element.children.flatMap((child) =>
    child.local === 'Signature' ? [child] : signaturesBelow(child),
  );
}

function infoOf(signature: Element): Element | undefined {
  return signature.children.find(({ local, namespace }) => local === 'SignedInfo' && namespace === ns.ds);
}

function isHollow(signature: Element): boolean {
  const value = signature.children.find(({ local }) => local === 'SignatureValue');
  const info = infoOf(signature);
  return (
    info === undefined ||
    !info.children.some(({ local }) => local === 'Reference') ||
    (value?.text.trim() ?? '') === ''
  );
}

function coverAll(element: Element, signature: Element, steps: Steps) {
  const form = formOf(ns.excC14n, []);
  return { element, text: form === undefined ? '' : steps.canonicalize(element, form, signature) };
}

function verifyAll(facts: SignatureFacts, container: Element, run: Run) {
  const [first, ...rest] = facts.references.map((reference) =>
    verifyReference(reference, facts, container, run),
  );
  must(first !== undefined && rest.length === 0, 'Signature has several references');
  return first;
}
