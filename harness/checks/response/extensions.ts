import { defineCheck } from '../../model/check.ts';
import { NS } from '../../saml/namespaces.ts';
import { childOf, childrenOf, descendants, locate } from '../../saml/tree.ts';
import { quote } from '../metadata/_show.ts';
import { isResponse } from './_response.ts';

const samlNamespaces: readonly string[] = [NS.saml, NS.samlp, NS.md];

export default defineCheck({
  id: 'response/extensions',
  title: {
    holds: 'The Extensions of the Response hold nothing that SAML defines',
    fails: 'The Extensions of the Response hold an element that SAML defines',
  },
  why: 'An assertion hidden in Extensions is a known way to have one assertion verified and another one read.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application',
    change: 'Remove the extension, or put it into a namespace of its own.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'Elements in Extensions are qualified by a namespace that SAML does not define.',
    },
  ],
  messages: {
    saml: 'Extensions hold {name} of the namespace {namespace}, which SAML defines; only others belong there.',
  },
  applies: ({ response }) => {
    if (isResponse(response) !== true || response.element === undefined) return isResponse(response);
    return (
      childOf(response.element, NS.samlp, 'Extensions') !== undefined || 'The Response has no Extensions.'
    );
  },
  run: ({ response: { document, element } }) =>
    (element ? childrenOf(element, NS.samlp, 'Extensions') : [])
      .flatMap((extensions) => childrenOf(extensions).flatMap((child) => [...descendants(child)]))
      .filter(({ namespace }) => namespace === '' || samlNamespaces.includes(namespace))
      .slice(0, 1)
      .map((inner) => ({
        message: 'saml',
        data: { name: quote(inner.local), namespace: quote(inner.namespace) },
        expected: 'elements of namespaces that SAML does not define',
        observed: `${quote(inner.local)} in ${quote(inner.namespace)}`,
        where: locate('response', inner, document),
      })),
});
