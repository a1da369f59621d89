import { type Attribute, type Element, type Node, ns } from './xml.ts';

/** How an element is brought into canonical form. */
export interface CanonicalForm {
  readonly exclusive: boolean;
  readonly comments: boolean;
  /** PrefixList of InclusiveNamespaces, `#default` among them if given; exclusive form only. */
  readonly prefixes: readonly string[];
}

/** What Canonical XML forbids to bring into form: its processors must fail (C14N 1.0, 1.3). */
export class CanonicalizationError extends Error {
  override readonly name = 'CanonicalizationError';
}

/** The canonical forms by their algorithm URI. */
export const canonicalForms: Readonly<Record<string, Omit<CanonicalForm, 'prefixes'>>> = {
  [ns.excC14n]: { exclusive: true, comments: false },
  [`${ns.excC14n}WithComments`]: { exclusive: true, comments: true },
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315': { exclusive: false, comments: false },
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments': { exclusive: false, comments: true },
};

type Namespaces = ReadonlyMap<string, string>;

/**
 * Canonical text of an element and all below it: Exclusive XML Canonicalization 1.0, or Canonical XML 1.0.
 * @param without an element inside that is left out, as the enveloped-signature transform does
 * @throws CanonicalizationError for a namespace name that is a relative reference
 */
export function canonicalize(element: Element, form: CanonicalForm, without?: Element): string {
  const inherited = element.parent === undefined ? new Map<string, string>() : inScope(element.parent);
  const out: string[] = [];
  write(element, { form, without, out }, inherited, new Map(), true);
  return out.join('');
}

interface Job {
  readonly form: CanonicalForm;
  readonly without: Element | undefined;
  readonly out: string[];
}

function write(element: Element, job: Job, outer: Namespaces, rendered: Namespaces, isApex: boolean): void {
  const relative = element.attributes.find((one) => isDeclaration(one) && isRelative(one.value));
  if (relative !== undefined)
    throw new CanonicalizationError(
      `The namespace name "${relative.value.slice(0, 100)}" is a relative reference`,
    );
  const scope = declare(outer, element);
  const shown = new Map(rendered);
  const declarations: string[] = [];
  for (const prefix of [...prefixesOf(element, scope, job.form)].sort(byCodePoint)) {
    const uri = scope.get(prefix) ?? '';
    if ((rendered.get(prefix) ?? '') === uri) continue;
    shown.set(prefix, uri);
    declarations.push(
      prefix === '' ? ` xmlns="${escapeValue(uri)}"` : ` xmlns:${prefix}="${escapeValue(uri)}"`,
    );
  }
  const inherited = isApex && !job.form.exclusive ? inheritedAttributes(element) : [];
  const attributes = [...element.attributes.filter((one) => !isDeclaration(one)), ...inherited]
    .sort((a, b) => byCodePoint(a.namespace, b.namespace) || byCodePoint(a.local, b.local))
    .map(({ name, value }) => ` ${name}="${escapeValue(value)}"`);
  job.out.push('<', element.name, ...declarations, ...attributes, '>');
  for (const node of element.nodes) {
    if (node.kind !== 'element') job.out.push(writeLeaf(node, job.form.comments));
    else if (node !== job.without) write(node, job, scope, shown, false);
  }
  job.out.push('</', element.name, '>');
}

/** Exclusive form shows a prefix where it is used, and those of the PrefixList where they are known. */
function prefixesOf(element: Element, scope: Namespaces, form: CanonicalForm): ReadonlySet<string> {
  if (!form.exclusive) return new Set([...scope.keys(), '']);
  const used = element.attributes.filter((one) => !isDeclaration(one) && one.prefix !== '');
  const listed = form.prefixes.map((one) => (one === '#default' ? '' : one));
  const all = new Set([element.prefix, ...used.map(({ prefix }) => prefix)]);
  for (const prefix of listed) if (scope.has(prefix)) all.add(prefix);
  all.delete('xml');
  return all;
}

/** Namespaces that an element and those round it declare. */
export function inScope(element: Element): Namespaces {
  return declare(element.parent === undefined ? new Map() : inScope(element.parent), element);
}

function declare(outer: Namespaces, element: Element): Namespaces {
  const own = element.attributes.filter(isDeclaration);
  if (own.length === 0) return outer;
  const scope = new Map(outer);
  for (const { prefix, local, value } of own) {
    scope.set(prefix === '' ? '' : local, value);
  }
  scope.delete('xml');
  return scope;
}

/** Attributes in the namespace of `xml:` that stand further up and not on the element (C14N 1.0, 2.4). */
function inheritedAttributes(element: Element): readonly Attribute[] {
  const found = new Map<string, Attribute>();
  for (let above = element.parent; above !== undefined; above = above.parent)
    for (const one of above.attributes)
      if (one.namespace === ns.xml && !found.has(one.local)) found.set(one.local, one);
  const own = element.attributes.filter((one) => one.namespace === ns.xml).map(({ local }) => local);
  return [...found.values()].filter(({ local }) => !own.includes(local));
}

function isRelative(uri: string): boolean {
  return uri !== '' && !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(uri);
}

function isDeclaration({ name, prefix }: Attribute): boolean {
  return name === 'xmlns' || prefix === 'xmlns';
}

function writeLeaf(node: Exclude<Node, Element>, comments: boolean): string {
  switch (node.kind) {
    case 'comment':
      return comments ? `<!--${node.text}-->` : '';
    case 'instruction':
      return node.text === '' ? `<?${node.target}?>` : `<?${node.target} ${node.text}?>`;
    default:
      return escapeText(node.text);
  }
}

function escapeText(text: string): string {
  return /[&<>\r]/.test(text)
    ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#xD;')
    : text;
}

function escapeValue(value: string): string {
  return /[&<"\t\n\r]/.test(value)
    ? value
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/"/g, '&quot;')
        .replace(/\t/g, '&#x9;')
        .replace(/\n/g, '&#xA;')
        .replace(/\r/g, '&#xD;')
    : value;
}

/** The order of Unicode characters, which UTF-16's differs from beyond U+FFFF. */
function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [[...a], [...b]];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
