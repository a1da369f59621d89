import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metadataLimits } from './limits.ts';
import { parseXml } from './parse.ts';
import { parseOwn, readPlain } from './parse-own.ts';
import { sampleResponse } from './sample-messages.ts';

const strictRoot = (text: string) => parseXml(text, metadataLimits).root;

describe('a plain document is read as the strict parser reads it', () => {
  test.each([
    '<a/>',
    '<a b="1" c=\'2\'>x<b/>\n<b>y</b></a>\n',
    '<p:a xmlns:p="urn:p" xmlns="urn:d" p:x="1" x="2"><b/><p:b xmlns:p="urn:q"/><c xmlns=""/></p:a>',
    '<a xml:lang="en">&amp;&lt;&gt;&quot;&apos;&#65;</a>',
    '<a x=" &#65; é">é\u4e00</a >',
    '<a\n  b = "1"\n>\n\t<c></c>\n</a>',
  ])('%s', (text) => {
    expect(readPlain(text)).toBeDefined();
    expect(readPlain(text)).toEqual(strictRoot(text));
  });
});

describe('any other document is left to the strict parser', () => {
  test.each([
    '',
    'a',
    ' <a/>',
    '<a/>b',
    '<a/><b/>',
    '<a><b></a></b>',
    '<a>',
    '</a>',
    '<a b="1" b="2"/>',
    '<a xmlns:p="urn:x" xmlns:q="urn:x" p:b="1" q:b="2"/>',
    '<p:a/>',
    '<a p:b="1"/>',
    '<a xmlns:p=""/>',
    '<a xmlns:xml="urn:x"/>',
    '<a xmlns="http://www.w3.org/XML/1998/namespace"/>',
    '<a b=1/>',
    '<a b="<"/>',
    '<a b="1"c="2"/>',
    '<a>&unknown;</a>',
    '<a>&</a>',
    '<a>&#0;</a>',
    '<a>&#55296;</a>',
    '<a>]]></a>',
    '<a>\u0001</a>',
    '<a>\ufffe</a>',
    '<a>\ud800</a>',
    '<a><!-- c --></a>',
    '<a><![CDATA[x]]></a>',
    '<?xml version="1.0"?><a/>',
    '<!DOCTYPE a><a/>',
    '<a>\r\n</a>',
    '<a b="x\ny"/>',
    '\uFEFF<a/>',
  ])('%s', (text) => {
    expect(readPlain(text)).toBeUndefined();
    expect(parseOwn(text)).toEqual(parseXml(text, metadataLimits));
  });

  test.each([
    ['deep', `${'<a>'.repeat(80)}${'</a>'.repeat(80)}`],
    ['wide', `<a>${'<b/>'.repeat(30_000)}</a>`],
    ['long', `<a>${'x'.repeat(300_000)}</a>`],
  ])('a %s one', (_title, text) => {
    expect(readPlain(text)).toBeUndefined();
  });
});

test('no changed message is read otherwise than the strict parser reads it', () => {
  const marks = ['<', '>', '/', '"', "'", '=', '&', ';', ' ', '\n', 'a', ':', 'p:', 'xmlns', '</a>', '<p:b '];
  const pieces = ['<a/>', ' a="1"', ' xmlns="urn:x"', ' xmlns:saml="urn:y"', 'é', '&amp;', '&#65;'];
  let plain = 0;
  fc.assert(
    fc.property(
      fc.nat(10_000),
      fc.nat(2),
      fc.constantFrom('', ...marks, ...pieces, ...pieces),
      (at, cut, put) => {
        const whole = sampleResponse();
        const place = at % whole.length;
        const text = whole.slice(0, place) + put + whole.slice(put.length > 1 ? place : place + cut);
        const root = readPlain(text);
        if (root === undefined) return;
        plain += 1;
        expect(root).toEqual(strictRoot(text));
      },
    ),
    { numRuns: 3_000 },
  );
  // Else nothing was compared.
  expect(plain).toBeGreaterThan(100);
});
