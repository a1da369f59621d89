import { need, Refusal } from '../../core/saml/refusal.ts';
import { attribute, type Element, everyElement, ns } from '../../core/saml/xml.ts';
import { openFrame } from '../accept/assertion.ts';
import { children, everywhere } from '../accept/find.ts';
import { checkForm } from '../accept/signature-form.ts';
import { readFrom } from '../accept/statement.ts';
import type { Message, Run, Signed, Steps } from '../accept/types.ts';
import { verifyReference } from '../accept/verify.ts';
import { collectThoseThatHold, elementsById, openAll, signedAnywhere } from './anywhere.ts';
import { makeNameId } from './names-anywhere.ts';
import { skip, skipForm, type Weaknesses, without } from './weakness.ts';

/** What a signature covers, and what is read then. */
export const references: Weaknesses = {
  'any-signature-counts': (steps) => ({
    ...skip('schema')(signedAnywhere(steps)),
    loadAssertion: async (response, signed, provider, run) => {
      const document = openAll(response, run);
      const found = signed.length > 0 ? signed : await collectThoseThatHold(document, provider, run);
      const [child] = children(run, document, ns.saml, 'Assertion');
      const [anywhere] = everywhere(run, document, ns.saml, 'Assertion');
      const assertion = need(child ?? anywhere, 'There is no assertion');
      const signedBy = found.length > 0 ? 'assertion' : 'nobody';
      const covered = found[0]?.element;
      const base = { provider, response, responseSigned: false, document, assertion, signedBy } as const;
      return covered === undefined ? base : { ...base, covered };
    },
  }),

  'other-id-attributes': (steps) => ({
    ...signedAnywhere(steps),
    grammar: { ...steps.grammar, Assertion: withoutAttributes(steps) },
    checkIds: () => {},
    idsOf: (element) =>
      element.attributes.filter(({ local }) => local.toLowerCase() === 'id').map(({ value }) => value),
    // The signature belongs to the element that it stands in: so does the name, whichever attribute has it.
    loadAssertion: loadOwnersOf(steps, (owner, signed, run) =>
      run.steps.idsOf(owner).some((id) => run.steps.idsOf(signed.element).includes(id)),
    ),
  }),

  'duplicate-ids-allowed': (steps) => ({
    ...signedAnywhere(steps),
    checkIds: () => {},
    loadAssertion: async (response, signed, provider, run) => {
      const [first] = signed;
      const twins = first && elementsById(run.steps.idsOf(first.element)[0] ?? '', response, run);
      const assertion = twins?.find((one) => one !== first?.element);
      if (assertion === undefined) return steps.loadAssertion(response, signed, provider, run);
      return {
        provider,
        response,
        responseSigned: false,
        document: response,
        assertion,
        signedBy: 'assertion',
      };
    },
  }),

  'id-white-space-ignored': (steps) => ({
    ...steps,
    idsOf: (element) => steps.idsOf(element).map((id) => id.trim()),
    checks: without(steps.checks, 'heads', 'schema'),
  }),

  'xpointer-references': (steps) => ({
    ...skipForm('reference')(steps),
    resolve: (reference, facts, container, run) => {
      const uri = reference.uri ?? '';
      const id = /^#xpointer\(id\(['"]([^'"]*)['"]\)\)$/.exec(uri)?.[1];
      if (id !== undefined) return need(elementsById(id, container, run)[0], `Nothing has the ID "${id}"`);
      return uri === '#xpointer(/)' ? container : steps.resolve(reference, facts, container, run);
    },
    // What the whole document's signature covers counts as signed itself.
    checks: { ...steps.checks, signed: acceptEitherSignature(steps) },
  }),

  'one-reference-checked': (steps) => ({
    ...skipForm('signedInfo', 'reference')(signedAnywhere(steps)),
    verifySignature: async (signature, container, provider, run) => {
      const facts = run.steps.readSignature(signature, run);
      if (facts.references.length < 2) return steps.verifySignature(signature, container, provider, run);
      checkForm(facts, run);
      const trusted = await run.steps.findKeys(facts, provider, run);
      if (!run.steps.verifyValue(facts, trusted, run)) throw new Refusal('Signature does not hold');
      const held = facts.references.flatMap((reference) =>
        attempt(() => verifyReference(reference, facts, container, run)),
      );
      if (held.length === 0) throw new Refusal('No reference holds');
      return { element: facts.owner, text: '' };
    },
    loadAssertion: loadOwnersOf(steps, () => true),
  }),

  // The value holds; that the reference leads nowhere in this message is nobody's concern.
  'signature-not-bound-to-message': (steps) => ({
    ...skipForm('reference')(steps),
    verifySignature: async (signature, container, provider, run) => {
      const facts = run.steps.readSignature(signature, run);
      const id = (facts.references[0]?.uri ?? '').replace(/^#/, '');
      if (id === '' || elementsById(id, container, run).length > 0)
        return steps.verifySignature(signature, container, provider, run);
      checkForm(facts, run);
      const trusted = await run.steps.findKeys(facts, provider, run);
      if (!run.steps.verifyValue(facts, trusted, run)) throw new Refusal('Signature does not hold');
      return { element: facts.owner, text: '' };
    },
    readSigned: (signed, run) => (signed.text === '' ? signed.element : steps.readSigned(signed, run)),
  }),

  // A second pass over the document adds what the verified part does not hold, and lets it win.
  'unsigned-parts-read': (steps) => readingEverywhere(steps),

  'encrypted-read-unverified': (steps) => ({
    ...steps,
    loadAssertion: async (response, signed, provider, run) => {
      const [encrypted] = children(run, response, ns.saml, 'EncryptedAssertion');
      if (encrypted === undefined || signed.length === 0)
        return steps.loadAssertion(response, signed, provider, run);
      const assertion = assertionIn(openFrame(encrypted, run), run);
      return {
        provider,
        response,
        responseSigned: false,
        document: response,
        assertion,
        signedBy: 'assertion',
      };
    },
  }),

  // Only we can read it, so it must be for us, so it must be genuine.
  'encryption-taken-for-signature': (steps) => ({
    ...steps,
    loadAssertion: async (response, signed, provider, run) => {
      const message = await steps.loadAssertion(response, signed, provider, run);
      const isEncrypted = children(run, response, ns.saml, 'EncryptedAssertion').length > 0;
      return isEncrypted ? { ...message, signedBy: 'assertion' } : message;
    },
  }),
};

function readingEverywhere(steps: Steps): Steps {
  // What was opened once must stay the same elements.
  const opened = new WeakMap<Element, Element>();
  const open = (response: Element, run: Run) => {
    const document = opened.get(response) ?? openAll(response, run);
    opened.set(response, document);
    return document;
  };
  return {
    ...skipForm('parts')(steps),
    findSignatures: (container, run) => everywhere(run, container, ns.ds, 'Signature'),
    collectSigned: async (container, provider, run) => {
      const own = await collectThoseThatHold(container, provider, run).catch(() => []);
      return own.length > 0 ? own : collectThoseThatHold(open(container, run), provider, run);
    },
    loadAssertion: async (response, signed, provider, run) => {
      const document = open(response, run);
      const [first] = signed;
      if (first === undefined) return steps.loadAssertion(response, signed, provider, run);
      const message = loadVerified(response, signed, provider, run);
      return { ...message, document, covered: message.covered ?? first.element };
    },
    readNameId: (message, run) => outside(message, 'NameID', run)[0] ?? steps.readNameId(message, run),
    readAttributes: (message, run) => [
      ...outside(message, 'AttributeStatement', run).flatMap((statement) => readFrom(statement, run)),
      ...steps.readAttributes(message, run),
    ],
  };
}

function withoutAttributes({ grammar }: Steps) {
  const { content, text } = grammar.Assertion ?? {};
  return { ...(content === undefined ? {} : { content }), ...(text === undefined ? {} : { text }) };
}

/** Reads the assertion that a signature stands in, when what it covers passes for that. */
function loadOwnersOf(
  steps: Steps,
  passes: (owner: Element, signed: Signed, run: Run) => boolean,
): Steps['loadAssertion'] {
  return async (response, signed, provider, run) => {
    const owners = children(run, response, ns.saml, 'Assertion').filter(
      (one) => children(run, one, ns.ds, 'Signature').length > 0,
    );
    const owner = owners.find((one) => signed.some((each) => each.element !== one && passes(one, each, run)));
    const base = { provider, response, responseSigned: false, document: response } as const;
    if (owner !== undefined) return { ...base, assertion: owner, signedBy: 'assertion' };
    const [first] = signed;
    if (first === undefined || first.text !== '') return steps.loadAssertion(response, signed, provider, run);
    return { ...base, assertion: first.element, signedBy: 'assertion' };
  };
}

function assertionIn(element: Element, run: Run): Element {
  const [found] = everywhere(run, element, ns.saml, 'Assertion');
  return need(found, 'There is no assertion inside');
}

function acceptEitherSignature({ checks }: Steps): NonNullable<Steps['checks'][string]> {
  return (message, run) =>
    checks.signed?.(message.signedBy === 'response' ? { ...message, signedBy: 'assertion' } : message, run);
}

function attempt<T>(act: () => T): readonly T[] {
  try {
    return [act()];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

/** The verified assertion: what another weakness takes for it, else what the first signature covers. */
function loadVerified(...[response, signed, provider, run]: Parameters<Steps['loadAssertion']>): Message {
  const own = signed.find(({ element }) => run.steps.isNamed(element, ns.saml, 'Assertion')) ?? signed[0];
  const element = need(own, 'Nothing is signed').element;
  const isResponse = element === response || run.steps.isNamed(element, ns.samlp, 'Response');
  const read = need(own && run.steps.readSigned(own, run), 'Nothing is signed');
  return {
    provider,
    response: isResponse ? read : response,
    responseSigned: isResponse,
    document: response,
    assertion: assertionIn(read, run),
    signedBy: isResponse ? 'response' : 'assertion',
    covered: element,
  };
}

/** Elements of that name that stand in the document, and not in what was digested. */
function outside(message: Message, local: string, run: Run): readonly Element[] {
  const { document, covered } = message;
  const inside = new Set<Element>();
  const add = (element: Element) => {
    inside.add(element);
    for (const child of element.children) if (child.local !== 'Signature') add(child);
  };
  if (covered !== undefined) add(covered);
  const found = everywhere(run, document, ns.saml, local).filter((one) => !inside.has(one));
  return local === 'NameID' ? found.map((one) => makeNameId(one.text, formatOf(one, message, run))) : found;
}

/** A reader of this kind takes the value alone. */
function formatOf(element: Element, message: Message, run: Run): Element['attributes'] {
  const own = element.attributes.filter(({ name }) => name === 'Format');
  if (own.length > 0) return own;
  const [genuine] = [...everyElement(message.assertion)].filter((one) =>
    run.steps.isNamed(one, ns.saml, 'NameID'),
  );
  return genuine === undefined || attribute(genuine, 'Format') === undefined
    ? []
    : genuine.attributes.filter(({ name }) => name === 'Format');
}
