import { inScope } from '../../core/saml/canonicalize.ts';
import { decryptAssertion } from '../../core/saml/decrypt.ts';
import { must, need, Refusal } from '../../core/saml/refusal.ts';
import { escapeXml } from '../../core/saml/write-xml.ts';
import { attribute, type Element, everyElement, ns, onlyChild, parse } from '../../core/saml/xml.ts';
import type { Provider } from '../providers.ts';
import { children, quote } from './find.ts';
import type { Message, Run, Signed } from './types.ts';

/**
 * The one assertion of the message, read from the text that was digested. Exactly one may be there, wherever it might
 * hide; what no signature covers is said to be signed by nobody, for a check to refuse.
 */
export async function loadAssertion(
  response: Element,
  signed: readonly Signed[],
  provider: Provider,
  run: Run,
): Promise<Message> {
  const count = assertionsIn(response, run).length;
  must(count === 1, `Response contains ${count} assertions, not exactly one`);
  const whole = signed.find(({ element }) => element === response);
  const readFrom = whole === undefined ? response : run.steps.readSigned(whole, run);
  const base = { provider, response: readFrom, responseSigned: whole !== undefined, document: response };
  const [raw] = children(run, response, ns.saml, 'Assertion');
  if (raw !== undefined) {
    const own = signed.find(({ element }) => element === raw);
    if (own !== undefined)
      return { ...base, assertion: run.steps.readSigned(own, run), signedBy: 'assertion' };
    const [within] = children(run, readFrom, ns.saml, 'Assertion');
    const assertion = need(within, 'Signature does not cover the assertion');
    return { ...base, assertion, signedBy: whole === undefined ? 'nobody' : 'response' };
  }
  const [encrypted] = children(run, readFrom, ns.saml, 'EncryptedAssertion');
  const opened = await openSigned(need(encrypted, 'Assertion is not a child of the Response'), base, run);
  return { ...base, ...opened };
}

/** Everything that can be wrong inside has one reason: differences would tell an attacker about the plain text. */
async function openSigned(
  encrypted: Element,
  { provider, response, responseSigned }: Omit<Message, 'assertion' | 'signedBy'>,
  run: Run,
): Promise<Pick<Message, 'assertion' | 'signedBy' | 'document'>> {
  if (!responseSigned) checkContentMethod(encrypted, run);
  try {
    const raw = run.steps.open(encrypted, run);
    const nested = assertionsIn(raw, run).length;
    must(nested === 1, 'There is another assertion inside');
    const document = joined(response, raw);
    run.steps.checkIds(document, run);
    const [own] = await run.steps.collectSigned(raw, provider, run);
    if (own !== undefined)
      return { document, assertion: run.steps.readSigned(own, run), signedBy: 'assertion' };
    return { document, assertion: raw, signedBy: responseSigned ? 'response' : 'nobody' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal('EncryptedAssertion cannot be opened, or what is inside is not in order', 'message');
  }
}

/** CBC says nothing of who wrote the text: without a signature over it, answers could be asked out of us bit by bit. */
function checkContentMethod(encrypted: Element, { steps }: Run): void {
  const [data] = encrypted.children.filter(({ local }) => local === 'EncryptedData');
  const method = data && onlyChild(data, ns.xenc, 'EncryptionMethod');
  const algorithm = method && attribute(method, 'Algorithm');
  must(
    steps.algorithms.unsignedContent.includes(algorithm ?? ''),
    `Content is encrypted by ${quote(algorithm)} and not signed`,
  );
}

/** Both trees under one roof, to look for IDs in. */
export function joined(response: Element, opened: Element): Element {
  return { ...response, children: [...response.children, opened] };
}

/** RSA-OAEP, with AES-GCM or AES-CBC. The text is parsed where it stood, so that prefixes mean what they meant. */
export function openFrame(encrypted: Element, run: Run): Element {
  const text = need(
    decryptAssertion(encrypted, run.openers, { rsa15: run.steps.algorithms.rsa15 }),
    'No key opens the EncryptedAssertion',
  );
  const declarations = [...inScope(encrypted)].map(
    ([prefix, uri]) => ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escapeXml(uri)}"`,
  );
  return reparse(`<opened${declarations.join('')}>${text}</opened>`, run);
}

/** Exactly one Assertion. */
export function open(encrypted: Element, run: Run): Element {
  const frame = openFrame(encrypted, run);
  const [assertion] = children(run, frame, ns.saml, 'Assertion');
  must(frame.children.length === 1 && frame.text.trim() === '', 'What was encrypted is not one element');
  return need(assertion, 'What was encrypted is not an Assertion');
}

/** Parses text of ours: what was digested or decrypted. */
export function reparse(text: string, { steps: { limits } }: Run): Element {
  // Canonical text is longer than what it was made of: namespaces are repeated, characters escaped.
  const root = parse(text, { ...limits, maxLength: 4 * limits.maxLength });
  if ('problem' in root) throw new Refusal(`Signed text cannot be parsed: ${root.problem}`);
  return root;
}

/** Whatever some reader might take for an assertion, wherever it stands. */
export function assertionsIn(element: Element, { steps }: Run): readonly Element[] {
  const names = ['Assertion', 'EncryptedAssertion'];
  return [...everyElement(element)].filter((one) =>
    names.some((local) => one.local === local || steps.isNamed(one, ns.saml, local)),
  );
}
