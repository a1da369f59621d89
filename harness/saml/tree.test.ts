import { describe, expect, it } from 'vitest';
import type { XmlElement } from '../model/xml.ts';
import { parseXml } from './parse.ts';
import { attr, attrNs, childOf, childrenOf, descendants, locate, stepsTo, textOf } from './tree.ts';

function rootOf(text: string): XmlElement {
  const { root } = parseXml(text);
  if (root === undefined) throw new Error(`Not readable: ${text}`);
  return root;
}

describe('the tree', () => {
  const root = rootOf('<a xmlns="u" xmlns:p="v" p:x="1" x="2">\n<b/>text<p:b/><c><b/></c>\n</a>');

  it('gives children by namespace and name', () => {
    expect(childrenOf(root).map(({ name }) => name)).toEqual(['b', 'p:b', 'c']);
    expect(childrenOf(root, 'u').map(({ name }) => name)).toEqual(['b', 'c']);
    expect(childrenOf(root, 'v', 'b').map(({ name }) => name)).toEqual(['p:b']);
    expect(childOf(root, 'u', 'c')?.path).toBe('/a/c[1]');
    expect(childOf(root, 'v', 'c')).toBeUndefined();
  });

  it('gives attributes by their namespace, unprefixed ones in none', () => {
    expect(attr(root, 'x')).toBe('2');
    expect(attrNs(root, 'v', 'x')).toBe('1');
    expect(attr(root, 'xmlns')).toBeUndefined();
  });

  it('walks in document order', () => {
    expect([...descendants(root)].map(({ path }) => path)).toEqual([
      '/a',
      '/a/b[1]',
      '/a/p:b[1]',
      '/a/c[1]',
      '/a/c[1]/b[1]',
    ]);
  });

  it('knows an element by position alone', () => {
    const inner = childrenOf(childrenOf(root)[2] ?? root)[0] ?? root;
    expect(stepsTo(root, inner)).toBe('/*/*[3]/*[1]');
    expect(stepsTo(root, root)).toBe('/*');
    expect(stepsTo(inner, root)).toBeUndefined();
  });

  it('joins text across comments and says what it met', () => {
    expect(textOf(rootOf('<a> one<!--x-->two<![CDATA[&]]><b/><?p?> </a>'))).toMatchObject({
      text: ' onetwo& ',
      oddities: ['comment', 'cdata', 'element', 'processing-instruction'],
    });
  });
});

describe('locate', () => {
  const document = parseXml(`<a>\n  <b c="1">${'x'.repeat(500)}</b>\n  <d><e/>${'y'.repeat(500)}</d>\n</a>`);
  const [b, d] = document.root === undefined ? [] : childrenOf(document.root);

  it('gives path, line, column and the lines themselves', () => {
    const e = d && childrenOf(d)[0];
    expect(e && locate('response', e, document)).toEqual({
      artifact: 'response',
      path: '/a/d[1]/e[1]',
      line: 3,
      column: 6,
      snippet: '<e/>',
    });
  });

  it('names an attribute, and does without the document', () => {
    expect(b && locate('request', b, undefined, { attribute: 'c' })).toEqual({
      artifact: 'request',
      path: '/a/b[1]/@c',
      line: 2,
      column: 3,
    });
  });

  it('keeps the snippet within 400 characters', () => {
    const long = b && locate('response', b, document).snippet;
    expect(long).toHaveLength(400);
    expect(long).toMatch(/^<b c="1">x+…$/);
    expect(d && locate('response', d, document).snippet).toBe('<d>…');
  });
});
