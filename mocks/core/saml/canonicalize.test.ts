import fc from 'fast-check';
import { XmlC14NMode, XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { type CanonicalForm, CanonicalizationError, canonicalize } from './canonicalize.ts';
import { type Element, everyElement, parse } from './xml.ts';

function parsed(text: string): Element {
  const root = parse(text);
  if ('problem' in root) throw new Error(root.problem);
  return root;
}

function find(root: Element, local: string): Element {
  const found = [...everyElement(root)].find((one) => one.local === local);
  if (found === undefined) throw new Error(`There is no ${local}.`);
  return found;
}

/** The same by libxml2: another implementation. */
function byLibxml(text: string, xpath: string, form: CanonicalForm): string {
  using document = XmlDocument.fromString(text);
  const element = document.get(xpath);
  if (element === null || !('canonicalizeToString' in element)) throw new Error(`Nothing at ${xpath}`);
  return element.canonicalizeToString({
    mode: form.exclusive ? XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 : XmlC14NMode.XML_C14N_1_0,
    withComments: form.comments,
    ...(form.exclusive && form.prefixes.length > 0 ? { inclusiveNamespacePrefixes: [...form.prefixes] } : {}),
  });
}

const forms: readonly [string, CanonicalForm][] = [
  ['exclusive', { exclusive: true, comments: false, prefixes: [] }],
  ['exclusive with comments', { exclusive: true, comments: true, prefixes: [] }],
  ['exclusive with a prefix list', { exclusive: true, comments: false, prefixes: ['b', '#default'] }],
  ['inclusive', { exclusive: false, comments: false, prefixes: [] }],
  ['inclusive with comments', { exclusive: false, comments: true, prefixes: [] }],
];

describe.each(forms)('%s canonical form', (_name, form) => {
  it.each([
    ['namespaces from above', '<r xmlns="urn:d" xmlns:a="urn:a" xmlns:b="urn:b"><t a:x="1" y="2"/></r>'],
    ['a default namespace undone', '<r xmlns="urn:d"><t><u xmlns=""><v/></u></t></r>'],
    [
      'a prefix bound again',
      '<a:r xmlns:a="urn:1"><t xmlns:a="urn:2"><a:u/><a:u xmlns:a="urn:1"/></t></a:r>',
    ],
    ['attributes out of order', '<r><t z="1" b:z="1" a:a="1" xmlns:b="urn:1" xmlns:a="urn:2" a="1"/></r>'],
    ['text to be escaped', '<r><t x="&lt;&quot;&#9;&#10;&#13;&amp;>">&lt;&gt;&amp;"&#13;\n</t></r>'],
    ['comments, instructions, CDATA', '<r><t>a<!-- c -->b<?p  d ?>c<![CDATA[<d>]]><?q?></t></r>'],
    ['xml: attributes from above', '<r xml:lang="en" xml:base="http://x/"><q xml:lang="de"><t/></q></r>'],
    ['characters beyond U+FFFF', '<r><t \ufb00="1" \u{10300}="2">\u{1F600}</t></r>'],
  ])('is that of libxml2 for %s', (_title, text) => {
    expect(canonicalize(find(parsed(text), 't'), form)).toBe(byLibxml(text, '//*[local-name()="t"]', form));
  });

  it('is that of libxml2 for generated documents', () => {
    const name = fc.constantFrom('a:e', 'b:e', 'e', 'a:f', 'f');
    const declaration = fc.constantFrom(
      '',
      ' xmlns:a="urn:a"',
      ' xmlns:a="urn:other"',
      ' xmlns:b="urn:b" xmlns="urn:d"',
      ' xmlns=""',
    );
    const attributes = fc.uniqueArray(
      fc.constantFrom(' x="1"', ' a:x="&lt;"', ' b:y="2"', ' xml:space="preserve"'),
    );
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('text', '&amp;', '<!--c-->', '<?p d?>', ''),
        fc
          .tuple(name, declaration, attributes, fc.array(tie('node'), { maxLength: 3 }))
          .map(([tag, own, more, inner]) => `<${tag}${own}${more.join('')}>${inner.join('')}</${tag}>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (nodes) => {
        const text = `<r xmlns:a="urn:a" xmlns:b="urn:b" xml:lang="en"><t>${nodes.join('')}</t></r>`;
        expect(canonicalize(find(parsed(text), 't'), form)).toBe(byLibxml(text, '/r/t', form));
      }),
      { numRuns: 300 },
    );
  });
});

describe('canonical form', () => {
  const form: CanonicalForm = { exclusive: true, comments: false, prefixes: [] };

  it('leaves out the element that is named, and nothing else', () => {
    const root = parsed('<r><s>1</s><t>2</t></r>');
    expect(canonicalize(root, form, find(root, 's'))).toBe('<r><t>2</t></r>');
  });

  it.each(['1', 'x/y', '?'])('has none for the relative namespace name "%s"', (name) => {
    expect(() => canonicalize(parsed(`<r><t xmlns:x="${name}"/></r>`), form)).toThrow(CanonicalizationError);
  });
});
