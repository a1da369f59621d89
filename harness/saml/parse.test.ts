import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { XmlDocument } from '../model/xml.ts';
import { paced } from '../stack/pace.test-helper.ts';
import { defaultLimits } from './limits.ts';
import { NS } from './namespaces.ts';
import { parseXml } from './parse.ts';
import { sampleResponse } from './sample-messages.ts';
import { descendants } from './tree.ts';

const codes = ({ problems }: XmlDocument) => problems.map(({ code }) => code);

describe('parseXml', () => {
  it('gives each element its path, position and offsets', () => {
    const text = '<?xml version="1.0"?>\r\n<p:a xmlns:p="u">\r\n  <b x="&gt;>1"/><c/><b>two</b>\n</p:a>';
    const { root } = parseXml(text);
    const elements = root === undefined ? [] : [...descendants(root)];
    expect(elements.map(({ path, line, column }) => [path, line, column])).toEqual([
      ['/p:a', 2, 1],
      ['/p:a/b[1]', 3, 3],
      ['/p:a/c[1]', 3, 18],
      ['/p:a/b[2]', 3, 22],
    ]);
    expect(elements.slice(1).map(({ start, end }) => text.slice(start, end))).toEqual([
      '<b x="&gt;>1"/>',
      '<c/>',
      '<b>two</b>',
    ]);
    expect(text.slice(root?.start, root?.end)).toBe(text.slice(text.indexOf('<p:a')));
  });

  it('resolves namespaces of elements and attributes', () => {
    const { root } = parseXml('<a xmlns="u" xmlns:q="v" q:x="1" y="2" xml:id="z"/>');
    expect(root?.namespace).toBe('u');
    expect(
      root?.attributes.map(({ name, local, namespace, value }) => [name, local, namespace, value]),
    ).toEqual([
      ['xmlns', 'xmlns', NS.xmlns, 'u'],
      ['xmlns:q', 'q', NS.xmlns, 'v'],
      ['q:x', 'x', 'v', '1'],
      ['y', 'y', '', '2'],
      ['xml:id', 'id', NS.xml, 'z'],
    ]);
  });

  it('keeps comments, CDATA and processing instructions apart from text', () => {
    const { root } = parseXml('<a>one<!--two--><![CDATA[<three>]]><?four five?>&amp;</a>');
    expect(root?.children).toEqual([
      { kind: 'text', text: 'one' },
      { kind: 'comment', text: 'two' },
      { kind: 'cdata', text: '<three>' },
      { kind: 'processing-instruction', text: 'four five' },
      { kind: 'text', text: '&' },
    ]);
  });

  it('names a byte order mark and reads past it, offsets included', () => {
    const document = parseXml('\uFEFF<a><b/></a>');
    expect(codes(document)).toEqual(['byte-order-mark']);
    expect(document.text.slice(document.root?.start, document.root?.end)).toBe('<a><b/></a>');
  });

  it('takes XML 1.0 of any declared minor version, in UTF-8 only', () => {
    expect(codes(parseXml('<?xml version="1.0" encoding="utf-8"?><a/>'))).toEqual([]);
    expect(codes(parseXml('<?xml version="1.0" encoding="ISO-8859-1"?><a/>'))).toEqual(['not-utf8']);
    expect(codes(parseXml('<?xml version="1.0" encoding="UTF-16"?><a/>'))).toEqual(['not-utf8']);
  });

  it('says where the document breaks', () => {
    expect(parseXml('<a>\n  <b></c>\n</a>').problems).toMatchObject([{ code: 'not-well-formed', line: 2 }]);
  });

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<a',
      ' b="',
      '"',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '&',
      ';',
    );
    const more = fc.constantFrom(
      'xmlns:p="u"',
      '<p:x/>',
      '\0',
      '\uD800',
      '\uFEFF',
      '<!DOCTYPE',
      '>',
      '\r',
      '#x0',
      'amp',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, more, fc.string({ unit: 'binary' })), { maxLength: 12 }),
        (parts) => {
          const document = parseXml(parts.join(''));
          expect(
            document.root === undefined || document.problems.every(({ code }) => code === 'byte-order-mark'),
          ).toBe(true);
          expect(document.root !== undefined || document.problems.length > 0).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('parseXml refuses within a second', () => {
  const many = (count: number, part: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => part(i)).join('');
  const hostile: readonly [string, string, string][] = [
    ['nothing', '', 'empty'],
    ['white space', ' \n ', 'not-well-formed'],
    ['plain text', 'Signed in!', 'not-well-formed'],
    ['HTML', '<!doctype html><html><body>', 'doctype'],
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'doctype'],
    [
      'a DOCTYPE after a comment',
      '<?xml version="1.0"?><!-- --> <!DOCTYPE a SYSTEM "http://127.0.0.1/"><a/>',
      'doctype',
    ],
    [
      'an entity bomb',
      `<!DOCTYPE a [${many(20, (i) => `<!ENTITY e${i + 1} "&e${i};&e${i};">`)}]><a>&e20;</a>`,
      'doctype',
    ],
    ['a broken DOCTYPE', '<!DOCTYPE', 'doctype'],
    ['a DOCTYPE after the root', '<a/><!DOCTYPE a>', 'not-well-formed'],
    ['an unknown entity', '<a>&nbsp;</a>', 'not-well-formed'],
    ['50 MB', 'a'.repeat(50_000_000), 'too-large'],
    ['50 MB of elements', `<a>${'<b/>'.repeat(12_500_000)}</a>`, 'too-large'],
    ['a million bytes and one', `<a>${'ä'.repeat(499_997)}</a>`, 'too-large'],
    ['100,000 open levels', '<a>'.repeat(100_000), 'too-deep'],
    ['100,000 levels', '<a>'.repeat(100_000) + '</a>'.repeat(100_000), 'too-deep'],
    ['65 levels', '<a>'.repeat(65) + '</a>'.repeat(65), 'too-deep'],
    ['200,000 elements', `<a>${'<b/>'.repeat(200_000)}</a>`, 'too-many-nodes'],
    ['30,000 attributes', `<a ${many(30_000, (i) => `b${i}="${i}" `)}/>`, 'too-many-nodes'],
    ['100,000 comments before the root', `${'<!---->'.repeat(100_000)}<a/>`, 'too-many-nodes'],
    ['an attribute twice', '<a b="1" b="2"/>', 'not-well-formed'],
    ['an attribute twice by namespace', '<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>', 'not-well-formed'],
    ['a NUL', '<a>\0</a>', 'not-well-formed'],
    ['a NUL reference', '<a>&#0;</a>', 'not-well-formed'],
    ['half a character', '<a>\uD800x</a>', 'not-utf8'],
    ['a reference to half a character', '<a>&#xD800;</a>', 'not-well-formed'],
    ['an unbound prefix', '<p:a/>', 'not-well-formed'],
    ['two roots', '<a/><b/>', 'not-well-formed'],
    ['text after the root', '<a/>x', 'not-well-formed'],
    ['a lower-than sign in an attribute', '<a b="<"/>', 'not-well-formed'],
    ['an unfinished comment', `<a><!--${'-'.repeat(500_000)}`, 'not-well-formed'],
  ];

  it.each(hostile)('%s', async (_name, text, code) => {
    const { result: document, paces } = await paced(() => parseXml(text));
    expect(paces).toBeLessThan(40);
    expect(document.root).toBeUndefined();
    expect(codes(document)).toEqual([code]);
  });

  it('but reads what is just within the limits', () => {
    expect(codes(parseXml('<a>'.repeat(64) + '</a>'.repeat(64)))).toEqual([]);
    expect(codes(parseXml(`<a>${'x'.repeat(defaultLimits.maxBytes - 7)}</a>`))).toEqual([]);
    expect(codes(parseXml(sampleResponse({ gap: '\r\n\t' })))).toEqual([]);
  });
});
