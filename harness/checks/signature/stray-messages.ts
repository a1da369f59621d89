import { defineCheck } from '../../model/check.ts';
import type { XmlElement } from '../../model/xml.ts';
import { NS } from '../../saml/namespaces.ts';
import { childrenOf } from '../../saml/tree.ts';
import { at } from '../assertion/_assertions.ts';

const isAssertion = ({ namespace, local }: XmlElement) => namespace === NS.saml && local === 'Assertion';
const isResponse = ({ namespace, local }: XmlElement) => namespace === NS.samlp && local === 'Response';
const isAdvice = ({ namespace, local }: XmlElement) => namespace === NS.saml && local === 'Advice';

/** Assertions and Responses below an element; those in Advice are evidence for others to read (saml-core 2.6.1). */
function* messagesBelow(element: XmlElement): Generator<XmlElement> {
  for (const child of childrenOf(element)) {
    if (isAdvice(child)) continue;
    if (isAssertion(child) || isResponse(child)) yield child;
    yield* messagesBelow(child);
  }
}

export default defineCheck({
  id: 'signature/stray-messages',
  title: {
    holds: 'Assertions stand in the Response itself and nowhere else',
    fails: 'An assertion or a Response stands where none belongs',
  },
  why: 'Hiding the genuine, signed message in a corner of a forged one is how signature wrapping works.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application',
    change: 'Look for whoever made this message: no product hides assertions so.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '3.3.3',
      says: 'The assertions of a Response are its children, plain or encrypted.',
    },
    {
      document: 'owasp',
      section: 'SAML Security Cheat Sheet, Validate Signatures',
      says: 'Elements are selected by absolute paths, never by name alone, against signature wrapping.',
    },
  ],
  messages: { stray: '{name} stands at {path}, where no message belongs.' },
  applies: ({ response }) => response.element !== undefined || 'The Response cannot be read.',
  run: ({ response }) => {
    const root = response.element;
    if (root === undefined) return [];
    return [...messagesBelow(root)]
      .filter((element) => !(isAssertion(element) && root.children.includes(element)))
      .map((element) => ({
        message: 'stray',
        data: { name: element.name, path: element.path },
        expected: 'assertions as children of the Response',
        observed: element.path,
        where: at(response, element),
      }));
  },
});
