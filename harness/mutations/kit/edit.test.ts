import { describe, expect, it } from 'vitest';
import {
  attributeOf,
  EditError,
  elementText,
  insertAfter,
  insertBefore,
  insertFirst,
  insertInto,
  removeAttribute,
  removeElement,
  replaceElement,
  replaceText,
  setAttribute,
  setContent,
  setText,
} from './edit.ts';

const xml =
  '<r:Root xmlns:r="urn:r" ID="a>b"><r:Issuer>outer</r:Issuer><r:Child Note="x" Other=\'y\'><r:Issuer>inner</r:Issuer>' +
  '<r:Item Name="one"/><r:Item Name="two">2</r:Item></r:Child></r:Root>';

describe('edit', () => {
  it('changes the first match of a name, and nothing else', () => {
    expect(setText(xml, 'Issuer', 'a<b')).toBe(xml.replace('>outer<', '>a&#60;b<'));
  });
  it('follows a path of children', () => {
    expect(setText(xml, 'Child/Issuer', 'new')).toBe(xml.replace('>inner<', '>new<'));
  });
  it('picks by position and by attribute', () => {
    expect(removeElement(xml, 'Child/Item[2]')).toBe(xml.replace('<r:Item Name="two">2</r:Item>', ''));
    expect(elementText(xml, 'Item[Name=two]')).toBe('<r:Item Name="two">2</r:Item>');
  });
  it('adds, replaces and removes attributes in either kind of quotes', () => {
    expect(setAttribute(xml, 'Child', 'Other', 'z"')).toContain('Other="z&#34;"');
    expect(setAttribute(xml, 'Item', 'New', 'n')).toContain('<r:Item Name="one" New="n"/>');
    expect(removeAttribute(xml, 'Child', 'Note')).toContain("<r:Child Other='y'>");
    expect(setAttribute(xml, 'Root', 'ID', 'c')).toContain('<r:Root xmlns:r="urn:r" ID="c">');
    expect(attributeOf(xml, 'Root', 'ID')).toBe('a>b');
  });
  it('puts fragments in before, after, first and last, opening an empty tag', () => {
    expect(insertInto(xml, 'Item[1]', '<n/>')).toContain('<r:Item Name="one"><n/></r:Item>');
    expect(insertFirst(xml, 'Item[2]', '<n/>')).toContain('<r:Item Name="two"><n/>2</r:Item>');
    expect(insertInto(xml, 'Child', '<n/>')).toContain('2</r:Item><n/></r:Child>');
    expect(insertBefore(xml, 'Child', '<n/>')).toContain('<n/><r:Child');
    expect(insertAfter(xml, 'Root/Issuer', '<n/>')).toContain('</r:Issuer><n/><r:Child');
    expect(setContent(xml, 'Item[1]', '<n/>')).toContain('<r:Item Name="one"><n/></r:Item>');
  });
  it.each([
    ['no such element', () => setText(xml, 'Nowhere', 'x')],
    ['no such attribute', () => removeAttribute(xml, 'Child', 'Nothing')],
    ['the same value', () => setAttribute(xml, 'Child', 'Note', 'x')],
    ['the same text', () => setText(xml, 'Child/Issuer', 'inner')],
    ['the same element', () => replaceElement(xml, 'Child', (text) => text)],
    ['no such text', () => replaceText(xml, 'absent', 'x')],
    ['no XML', () => setText('not xml', 'Child', 'x')],
  ])('throws on %s, so that no mutation is without effect', (_what, run) => {
    expect(run).toThrow(EditError);
  });
});
