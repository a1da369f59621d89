import { decodeBase64 } from '../../core/saml/decode.ts';
import { must, need, Refusal } from '../../core/saml/refusal.ts';
import { type Element, ns, parse } from '../../core/saml/xml.ts';
import { onlyField } from '../../core/web/forms.ts';
import { quote } from './find.ts';
import type { Fields, Limits, Post, Run } from './types.ts';

/** Bindings name no sizes but RelayState's (3.5.3): the rest is ours, far above an honest message. */
export const strictLimits: Limits = {
  formBytes: 1024 * 1024,
  encodedLength: 512 * 1024,
  maxLength: 384 * 1024,
  maxDepth: 32,
  maxNodes: 5_000,
  relayStateBytes: 80,
  transforms: 2,
  prefixes: 20,
  rsaBits: 2048,
};

/** HTTP-POST binding (3.5.4): a form, posted, with one SAMLResponse and at most one RelayState, both in the body. */
export function receive({ method, url, headers, body }: Post, run: Run): Fields {
  const { limits } = run.steps;
  run.steps.checkTransport(url, run);
  must(method === 'POST', `Message came by ${method}, not by POST`);
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  must(type === 'application/x-www-form-urlencoded', `Message came as "${type}", not as a form`);
  for (const name of ['SAMLResponse', 'RelayState'])
    must(!url.searchParams.has(name), `"${name}" stands in the address`);
  const form = new URLSearchParams(Buffer.from(body).toString('utf8'));
  const response = need(onlyField(form, 'SAMLResponse'), 'Form has no SAMLResponse');
  const relayState = onlyField(form, 'RelayState');
  const bytes = Buffer.byteLength(relayState ?? '');
  must(bytes <= limits.relayStateBytes, `RelayState has ${bytes} bytes, more than ${limits.relayStateBytes}`);
  return { response, relayState };
}

/** What is known as https came by https; a proxy in front tells (the address is then the public one). */
export function checkTransport(url: URL, { addresses }: Run): void {
  const isPlain = url.protocol === 'http:' && url.host === addresses.host;
  must(!isPlain || addresses.origin.startsWith('http:'), 'Message came by plain HTTP');
}

/** Base64 of UTF-8; a declaration of another encoding is a lie or a trick. */
export function decode(parameter: string, { steps: { limits } }: Run): string {
  const text = decodeBase64(parameter, limits.encodedLength);
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)/.exec(text)?.[1];
  must(declared === undefined || /^utf-?8$/i.test(declared), `Declared encoding is ${quote(declared)}`);
  return text;
}

/** One well-formed document without a document type. */
export function parseStrictly(text: string, { steps: { limits } }: Run): Element {
  const root = parse(text, limits);
  if ('problem' in root) throw new Refusal(`Response cannot be parsed: ${root.problem}`);
  return root;
}

/** The root itself, and nothing else. */
export function findResponse(root: Element, { steps }: Run): Element {
  must(steps.isNamed(root, ns.samlp, 'Response'), `Root element ${quote(root.local)} is not a Response`);
  return root;
}

export function isNamed(element: Element, namespace: string, local: string): boolean {
  return element.namespace === namespace && element.local === local;
}

/** The text as it stands, nothing trimmed. Elements and instructions inside are no part of any value of SAML's. */
export function textOf(element: Element): string {
  must(element.children.length === 0, `"${element.local}" contains elements`);
  const split = element.nodes.some(({ kind }) => kind === 'instruction');
  must(!split, `"${element.local}" contains a processing instruction`);
  return element.text;
}
