import { type Element, everyElement, ns } from '../../core/saml/xml.ts';
import type { Message, Run, Steps } from '../accept/types.ts';

/**
 * As readers do that make an object of a message, with local names as keys: of several values with one key, attributes
 * among them, the last one stays.
 */
export function readNameLoosely(steps: Steps): Steps['readNameId'] {
  return (message: Message, run: Run) => {
    const own = steps.readNameId(message, run);
    const [subject] = message.assertion.children.filter(({ local }) => local === 'Subject');
    const inAttribute = [...everyElement(subject ?? message.assertion)]
      .flatMap(({ attributes }) => attributes)
      .findLast(({ local, prefix }) => local === 'NameID' && prefix !== 'xmlns');
    return inAttribute === undefined || own === undefined ? own : { ...own, ...textNode(inAttribute.value) };
  };
}

export function textNode(text: string): Pick<Element, 'nodes' | 'children' | 'text'> {
  return { nodes: [{ kind: 'text', text }], children: [], text };
}

/** A NameID of our own making. */
export function makeNameId(text: string, attributes: Element['attributes'] = []): Element {
  return {
    kind: 'element',
    name: 'NameID',
    prefix: '',
    local: 'NameID',
    namespace: ns.saml,
    attributes,
    hasNote: false,
    ...textNode(text),
  };
}
