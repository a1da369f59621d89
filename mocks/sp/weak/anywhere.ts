import { Refusal } from '../../core/saml/refusal.ts';
import { type Element, everyElement, type Node, ns } from '../../core/saml/xml.ts';
import { openFrame } from '../accept/assertion.ts';
import { everywhere } from '../accept/find.ts';
import type { Reference, Run, SignatureFacts, Signed } from '../accept/types.ts';
import type { Provider } from '../providers.ts';
import { skipForm, type Weaken } from './weakness.ts';

/** Signatures wherever they stand, and what they refer to wherever that is. */
export const signedAnywhere: Weaken = (steps) => ({
  ...skipForm('parts', 'reference', 'removal')(steps),
  findSignatures: (container, run) => everywhere(run, container, ns.ds, 'Signature'),
  resolve: resolveAnywhere,
  collectSigned: (container, provider, run) => collectThoseThatHold(container, provider, run),
});

/** Of several elements that answer to the name, one whose digest fits. */
export function resolveAnywhere(
  reference: Reference,
  facts: SignatureFacts,
  container: Element,
  run: Run,
): Element {
  const uri = reference.uri ?? '';
  if (uri === '') return container;
  const found = elementsById(uri.replace(/^#/, ''), container, run);
  const fitting = found.find((one) => fits(one, reference, facts, container, run)) ?? found[0];
  if (fitting === undefined) throw new Refusal(`Nothing has the ID "${uri}"`);
  return fitting;
}

export function elementsById(id: string, container: Element, { steps }: Run): readonly Element[] {
  const wanted = id.trim();
  return [...everyElement(container)].filter((one) =>
    steps.idsOf(one).some((own) => own !== '' && own === wanted),
  );
}

function fits(
  element: Element,
  reference: Reference,
  facts: SignatureFacts,
  container: Element,
  run: Run,
): boolean {
  const text = run.steps.transform(element, reference, facts, run);
  return run.steps.digestHolds(text, reference, run.steps.readDigest(reference, container, run), run);
}

/** What those signatures cover that hold; refused when there are some and none does. */
export async function collectThoseThatHold(
  container: Element,
  provider: Provider,
  run: Run,
): Promise<readonly Signed[]> {
  const signed: Signed[] = [];
  let problem: Refusal | undefined;
  for (const signature of run.steps.findSignatures(container, run)) {
    try {
      signed.push(await run.steps.verifySignature(signature, container, provider, run));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problem = error;
    }
  }
  if (signed.length === 0 && problem !== undefined) throw problem;
  return signed;
}

/** The Response with everything in it opened that is encrypted; each part keeps its own surroundings. */
export function openAll(response: Element, run: Run): Element {
  const open = (child: Element): readonly Element[] =>
    run.steps.isNamed(child, ns.saml, 'EncryptedAssertion') ? openFrame(child, run).children : [child];
  return {
    ...response,
    children: response.children.flatMap(open),
    nodes: response.nodes.flatMap<Node>((node) => (node.kind === 'element' ? open(node) : node)),
  };
}
