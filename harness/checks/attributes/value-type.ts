import { defineCheck } from '../../model/check.ts';
import type { XmlElement } from '../../model/xml.ts';
import { NS } from '../../saml/namespaces.ts';
import { attrNs, childrenOf, descendants } from '../../saml/tree.ts';
import { at, hasAssertion } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';

/** Prefixes that an element declares, and the element round it. Linked, so that deep messages cost no copies. */
interface Scope {
  readonly prefixes: ReadonlySet<string>;
  readonly outer?: Scope;
}

const isBound = (prefix: string, scope: Scope | undefined): boolean =>
  scope !== undefined && (scope.prefixes.has(prefix) || isBound(prefix, scope.outer));

/** xsi:type values on AttributeValues below an element, each with the prefixes that are bound there. */
function* typesBelow(
  element: XmlElement,
  outer: Scope,
): Generator<{ readonly element: XmlElement; readonly type: string; readonly scope: Scope }> {
  const declared = element.attributes.filter(({ namespace }) => namespace === NS.xmlns);
  const prefixes = new Set(declared.map(({ name, local }) => (name === 'xmlns' ? '' : local)));
  const scope = declared.length === 0 ? outer : { prefixes, outer };
  const type = attrNs(element, NS.xsi, 'type');
  if (isAttributeValue(element) && type !== undefined) yield { element, type, scope };
  for (const child of childrenOf(element)) yield* typesBelow(child, scope);
}

const isAttributeValue = ({ namespace, local }: XmlElement) =>
  namespace === NS.saml && local === 'AttributeValue';

// A name without prefix resolves even where no default namespace is declared: to no namespace.
const always: Scope = { prefixes: new Set(['', 'xml']) };

export default defineCheck({
  id: 'attributes/value-type',
  title: {
    holds: 'The xsi:type of every attribute value can be resolved',
    fails: 'The xsi:type of an attribute value uses a prefix that nothing declares',
  },
  why: 'Schema-validating service providers refuse the message; it often shows that signing has dropped a declaration.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → claims mapping',
    change:
      'Report the defect to the vendor: xmlns:xs has to stand on the AttributeValue, or in the InclusiveNamespaces of the signature.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '2.7.3.1.1',
      says: 'Where the value is of a simple XML Schema type, its type may be declared by xsi:type.',
    },
    {
      document: 'xmldsig',
      section: 'Exclusive XML Canonicalization 1.0, 1.3',
      says: 'A prefix that is used only inside a value is not visibly used, so its declaration is lost unless it is listed.',
    },
  ],
  messages: {
    unbound:
      'The xsi:type is {type}, but the prefix {prefix} is not declared; it has to be bound to a namespace.',
  },
  applies: (evidence) => {
    const { element } = evidence.response;
    if (element === undefined) return hasAssertion(evidence);
    const typed = [...descendants(element)].some(
      (inner) => isAttributeValue(inner) && attrNs(inner, NS.xsi, 'type') !== undefined,
    );
    return typed || 'No attribute value has an xsi:type.';
  },
  run: ({ response }) => {
    if (response.element === undefined) return [];
    // The document as sent is judged: what was signed may have lost declarations that nothing visibly uses.
    return [...typesBelow(response.element, always)].flatMap(({ element, type, scope }) => {
      const prefix = type.includes(':') ? type.slice(0, type.indexOf(':')).trim() : '';
      if (isBound(prefix, scope)) return [];
      return [
        {
          message: 'unbound',
          data: { type: quote(type), prefix: quote(prefix) },
          expected: `xmlns:${prefix} declared`,
          observed: quote(type),
          where: at(response, element, 'xsi:type'),
        },
      ];
    });
  },
});
