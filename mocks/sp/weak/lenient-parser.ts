import { Refusal } from '../../core/saml/refusal.ts';
import { type Attribute, createTree, type Element, ns } from '../../core/saml/xml.ts';

const token =
  /<!--([\s\S]*?)-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?([\w:.-]+)\s*([\s\S]*?)\?>|<![^>]*>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+|<)/g;
const pair = /([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Makes elements of whatever looks like some, as parsers for HTML do: nothing is an error. */
export function parseLeniently(text: string): Element {
  const tree = createTree({ maxLength: 1_000_000, maxDepth: 200, maxNodes: 20_000 });
  const scopes: ReadonlyMap<string, string>[] = [new Map([['xml', ns.xml]])];
  const open: string[] = [];
  for (const found of text.matchAll(token)) {
    const [, comment, cdata, target, data, closed, name, attributes = '', empty, more] = found;
    if (comment !== undefined) tree.leaf({ kind: 'comment', text: comment });
    else if (cdata !== undefined) tree.leaf({ kind: 'cdata', text: cdata });
    else if (target !== undefined && target !== 'xml')
      tree.leaf({ kind: 'instruction', text: data ?? '', target });
    else if (more !== undefined) tree.leaf({ kind: 'text', text: decodeReferences(more) });
    else if (name !== undefined) {
      const scope = declare(scopes.at(-1) ?? new Map(), attributes);
      tree.open({ ...named(name, scope, true), attributes: readAttributes(attributes, scope) });
      scopes.push(scope);
      open.push(name);
      if (empty === '/') close(open.length - 1);
    } else if (closed !== undefined) close(open.lastIndexOf(closed));
  }
  const [root] = tree.roots;
  if (root === undefined) throw new Refusal('There is no element in it');
  return root;

  /** An end tag ends all that is open inside; one that fits nothing is passed over. */
  function close(at: number): void {
    if (at < 0) return;
    while (open.length > at) {
      open.pop();
      scopes.pop();
      tree.close();
    }
  }
}

function declare(outer: ReadonlyMap<string, string>, attributes: string): ReadonlyMap<string, string> {
  const own = [...attributes.matchAll(pair)].flatMap(([, name = '', double, single, plain]) =>
    name === 'xmlns' || name.startsWith('xmlns:')
      ? [[name.slice(6), decodeReferences(double ?? single ?? plain ?? '')] as const]
      : [],
  );
  return own.length === 0 ? outer : new Map([...outer, ...own]);
}

/** Of an attribute that stands there twice the last one counts. */
function readAttributes(text: string, scope: ReadonlyMap<string, string>): Attribute[] {
  const found = new Map<string, Attribute>();
  for (const [, name = '', double, single, plain] of text.matchAll(pair))
    found.set(name, {
      ...named(name, scope, false),
      value: decodeReferences(double ?? single ?? plain ?? name),
    });
  return [...found.values()];
}

function named(name: string, scope: ReadonlyMap<string, string>, isElement: boolean) {
  const [prefix, local] = name.includes(':') ? split(name) : ['', name];
  if (name === 'xmlns' || prefix === 'xmlns') return { name, prefix, local, namespace: ns.xmlns };
  return { name, prefix, local, namespace: prefix === '' && !isElement ? '' : (scope.get(prefix) ?? '') };
}

function split(name: string): readonly [string, string] {
  const at = name.indexOf(':');
  return [name.slice(0, at), name.slice(at + 1)];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeReferences(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? all;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
