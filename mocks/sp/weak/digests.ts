import { Refusal } from '../../core/saml/refusal.ts';
import { type Element, everyElement, ns } from '../../core/saml/xml.ts';
import { children } from '../accept/find.ts';
import { readReferences } from '../accept/read-signature.ts';
import { checkForm } from '../accept/signature-form.ts';
import type { SignatureFacts, Steps } from '../accept/types.ts';
import { verifyReference } from '../accept/verify.ts';
import { skipForm, type Weaknesses } from './weakness.ts';

/** What is compared with what in SignedInfo. */
export const digests: Weaknesses = {
  'value-not-verified': (steps) => ({ ...steps, verifyValue: () => true }),

  'digest-not-compared': (steps) => ({ ...steps, digestHolds: () => true }),

  // `firstChild.data`, whatever the first child is (CVE-2025-29775).
  'digest-after-comment': (steps) => ({
    ...skipForm('notes')(steps),
    readDigest: ({ element }, _container, run) => {
      const [first] = children(run, element, ns.ds, 'DigestValue')[0]?.nodes ?? [];
      return Buffer.from(first === undefined || first.kind === 'element' ? '' : first.text, 'base64');
    },
  }),

  'comment-in-signature-value': skipForm('notes'),

  // `//DigestValue` instead of a path from the Reference (CVE-2024-45409).
  'first-digest-anywhere': (steps) => ({
    ...steps,
    readDigest: (reference, container, run) => {
      const own = steps.readDigest(reference, container, run);
      const found = [...everyElement(container)].filter(({ local }) => local === 'DigestValue');
      // With two genuine signatures each still finds its own before the other's.
      const first = found.find(
        (one) => one.parent === reference.element || one.parent?.local !== 'Reference',
      );
      return first === undefined ? own : Buffer.from(first.text, 'base64');
    },
  }),

  'several-digests': (steps) => ({
    ...skipForm('digest')(steps),
    digestHolds: (text, reference, _wanted, run) =>
      children(run, reference.element, ns.ds, 'DigestValue').some((one) =>
        steps.digestHolds(text, reference, Buffer.from(one.text, 'base64'), run),
      ),
  }),

  // The value is verified over one SignedInfo, references are looked up in all of them (CVE-2025-29774).
  'several-signed-infos': (steps) => ({
    ...skipForm('parts', 'reference')(steps),
    verifySignature: async (signature, container, provider, run) => {
      const infos = children(run, signature, ns.ds, 'SignedInfo');
      if (infos.length < 2) return steps.verifySignature(signature, container, provider, run);
      const all = infos.map((signedInfo) =>
        factsFor(signedInfo, run.steps.readSignature(signature, run), run),
      );
      for (const facts of all) checkForm(facts, run);
      for (const facts of all) {
        const trusted = await run.steps.findKeys(facts, provider, run);
        if (run.steps.verifyValue(facts, trusted, run)) return firstThatFits(all, container, run);
      }
      throw new Refusal('No SignedInfo is signed by the identity provider');
    },
  }),
};

function factsFor(
  signedInfo: Element,
  facts: SignatureFacts,
  run: Parameters<Steps['readSignature']>[1],
): SignatureFacts {
  return { ...facts, signedInfo, references: readReferences(signedInfo, run) };
}

function firstThatFits(
  all: readonly SignatureFacts[],
  container: Element,
  run: Parameters<Steps['readSignature']>[1],
) {
  let problem: unknown;
  for (const facts of all)
    for (const reference of facts.references) {
      try {
        return verifyReference(reference, facts, container, run);
      } catch (error) {
        problem = error;
      }
    }
  throw problem;
}
