import { must, Refusal } from '../../core/saml/refusal.ts';
import { type Element, everyElement, ns } from '../../core/saml/xml.ts';
import type { Fields, Message, Post, Run, Steps } from '../accept/types.ts';
import type { Provider } from '../providers.ts';
import { addressesIn } from './addresses.ts';
import { expandEntities } from './entities.ts';
import { parseLeniently } from './lenient-parser.ts';
import { readNameLoosely } from './names-anywhere.ts';
import { parseRoots } from './roots.ts';
import { parseSlowly } from './slow-parser.ts';
import { skip, type Weaknesses } from './weakness.ts';

/** Far above what is honest, and nothing that a machine could not bear. */
const bearable = 96 * 1024 * 1024;
const bearableExpansion = 10_000_000;

/** How text becomes elements, and elements values. */
export const parser: Weaknesses = {
  'control-characters-dropped': (steps) => ({
    ...steps,
    parse: (text, run) => steps.parse(dropForbidden(text), run),
  }),

  'doctype-allowed': (steps) => ({
    ...steps,
    parse: async (text, run) =>
      steps.parse(await expandEntities(text, { maxLength: run.steps.limits.maxLength }), run),
  }),

  'unbounded-expansion': (steps) => ({
    ...steps,
    limits: { ...steps.limits, maxLength: 2 * bearableExpansion },
    parse: async (text, run) =>
      steps.parse(await expandEntities(text, { maxLength: bearableExpansion }), run),
  }),

  'external-entities-fetched': (steps) => ({
    ...steps,
    parse: async (text, run) => {
      const { fetchText } = run;
      for (const address of addressesIn(text)) await fetchText(address);
      return steps.parse(
        await expandEntities(text, { maxLength: run.steps.limits.maxLength, fetchText }),
        run,
      );
    },
  }),

  'lenient-wellformedness': (steps) => ({ ...steps, parse: (text) => parseLeniently(text) }),

  'second-root-read': (steps) => ({
    ...steps,
    readMessage: async (fields, run) => {
      const roots = parseRoots(run.steps.decode(fields.response, run));
      const { root, message } = await verifyOneRoot(roots, run);
      const other = roots.findLast((one) => one !== root && one.local === 'Response');
      const assertion = other?.children.find((one) => one.local === 'Assertion');
      return other === undefined || assertion === undefined
        ? message
        : { ...message, response: other, assertion };
    },
  }),

  'names-without-namespace': (steps) => ({
    ...skip('schema')(steps),
    isNamed: (element, _namespace, local) => element.local === local,
    attributeOf: (element, name) =>
      element.attributes.find((one) => one.local === name && one.prefix !== 'xmlns')?.value,
    readNameId: readNameLoosely(steps),
  }),

  'names-ignore-case': (steps) => ({
    ...skip('schema')(steps),
    isNamed: (element, namespace, local) =>
      element.namespace === namespace && element.local.toLowerCase() === local.toLowerCase(),
  }),

  'any-wrapper': (steps) => ({
    ...steps,
    findResponse: (root, run) =>
      [...everyElement(root)].find((one) => run.steps.isNamed(one, ns.samlp, 'Response')) ?? root,
  }),

  'text-up-to-node': (steps) => ({
    ...steps,
    // Canonical text has no comments any more: such a reader goes back to the message as it came.
    readSigned: ({ element }) => element,
    textOf: ({ nodes: [first] }) => (first?.kind === 'text' || first?.kind === 'cdata' ? first.text : ''),
  }),

  'nested-text-joined': (steps) => ({
    ...steps,
    grammar: { ...steps.grammar, NameID: {} },
    textOf: (element) => joinTexts(element),
  }),

  'unbounded-size': (steps) => ({
    ...steps,
    limits: {
      ...steps.limits,
      formBytes: bearable,
      encodedLength: bearable,
      maxLength: bearable,
      maxDepth: 2_000,
      maxNodes: 10_000_000,
    },
    receive: (post, run) => receiveAnySize(steps, post, run),
    decode: (parameter) => {
      // The beginnings of a tag and of a byte order mark; nothing else is worth the trouble.
      must(/^\s*[P7]/.test(parameter), 'Response is not base64 of XML');
      return Buffer.from(parameter, 'base64').toString('utf8');
    },
    parse: (text, run) => parseSlowly(text, () => steps.parse(text, run)),
  }),
};

/** Takes away what XML forbids, written as it is or as a reference. */
function dropForbidden(text: string): string {
  return text
    .replace(/&#(?:x([0-9a-f]+)|([0-9]+));/gi, (all, hex?: string, decimal?: string) =>
      isAllowed(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) ? all : '',
    )
    .replace(/[\s\S]/gu, (character) => (isAllowed(character.codePointAt(0) ?? 0) ? character : ''));
}

/** XML 1.0, production Char. */
function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return (code <= 0xd7ff || code >= 0xe000) && code !== 0xfffe && code !== 0xffff && code <= 0x10ffff;
}

function joinTexts(element: Element): string {
  return element.nodes
    .map((node) => (node.kind === 'element' ? joinTexts(node) : node.kind === 'text' ? node.text : ''))
    .join('');
}

/** Finds the root whose signature holds, whichever it is. */
async function verifyOneRoot(
  roots: readonly Element[],
  run: Run,
): Promise<{ readonly root: Element; readonly message: Message }> {
  const { steps } = run;
  let problem: unknown = new Refusal('No root is signed');
  for (const root of roots) {
    try {
      const provider = findAnyProvider(root, run);
      const signed = await steps.collectSigned(root, provider, run);
      if (steps.isNamed(root, ns.samlp, 'Response'))
        return { root, message: await loadSigned(steps, root, signed, provider, run) };
      const [own] = signed;
      if (own === undefined) continue;
      const assertion = steps.readSigned(own, run);
      const base = { provider, response: root, responseSigned: false, document: root };
      return { root, message: { ...base, assertion, signedBy: 'assertion' } };
    } catch (error) {
      problem = error;
    }
  }
  throw problem;
}

/** Metadata names its provider otherwise than messages do: then it is the one that everybody uses. */
function findAnyProvider(root: Element, run: Run): Provider {
  const isMessage = root.children.some((one) => run.steps.isNamed(one, ns.saml, 'Issuer'));
  const [first] = run.providers.list();
  return isMessage || first === undefined ? run.steps.findProvider(root, run) : first;
}

async function loadSigned(steps: Steps, ...args: Parameters<Steps['loadAssertion']>): Promise<Message> {
  const message = await steps.loadAssertion(...args);
  if (message.signedBy === 'nobody') throw new Refusal('Root is not signed');
  return message;
}

/** Cuts the fields out of a large body instead of decoding all of it. */
function receiveAnySize(steps: Steps, post: Post, run: Run): Fields {
  if (post.body.byteLength < 1024 * 1024) return steps.receive(post, run);
  const body = Buffer.from(post.body.buffer, post.body.byteOffset, post.body.byteLength).toString('latin1');
  const field = (name: string) => {
    const start = body.startsWith(`${name}=`) ? 0 : body.indexOf(`&${name}=`) + 1;
    if (start === 0 && !body.startsWith(`${name}=`)) return undefined;
    const end = body.indexOf('&', start);
    const raw = body.slice(start + name.length + 1, end < 0 ? undefined : end);
    return raw.includes('%') ? decodeURIComponent(raw) : raw;
  };
  return { response: field('SAMLResponse') ?? '', relayState: field('RelayState') };
}
