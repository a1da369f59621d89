import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalize } from './canonical.ts';
import { canonicalizeOwn } from './canonical-own.ts';
import { ALG } from './namespaces.ts';
import { readPlain } from './parse-own.ts';
import { sampleResponse } from './sample-messages.ts';

const form = { algorithm: ALG.excC14n, prefixes: [], comments: false } as const;

/** The canonical text, or the error's name: both ways must end alike. */
function outcome(make: () => string): string {
  try {
    return make();
  } catch (error) {
    return (error as Error).name;
  }
}

describe('exclusive form is what libxml2 makes of it', () => {
  test.each([
    ['<a/>', '/*'],
    ['<a z="1" b="2" xml:lang="en" xmlns:q="urn:q" q:a="3" xmlns:p="urn:p" p:a="4"/>', '/*'],
    ['<p:a xmlns:p="urn:p" xmlns:q="urn:q"><q:b/><p:c><q:d/></p:c></p:a>', '/*'],
    ['<a xmlns="urn:d"><b xmlns=""><c/></b><d/></a>', '/*'],
    ['<a xmlns="urn:d" xmlns:p="urn:p"><b><p:c p:x="1">t</p:c></b></a>', '/*/*[1]'],
    ['<p:a xmlns:p="urn:1"><p:b xmlns:p="urn:2"/><p:c xmlns:p="urn:1"/></p:a>', '/*'],
    ['<a b="&lt;&amp;&quot;&apos;>">&lt;&amp;&gt;"\'é</a>', '/*'],
    ["<a\n b = '1' >\n\t<c ></c >\n</a>\n", '/*'],
    ['<a><b>x</b><b>y<c/></b></a>', '/*/*[2]'],
    ['<a xml:base="urn:x"><b/></a>', '/*/*[1]'],
    ['<a xmlns:p="relative"><p:b/></a>', '/*'],
    ['<a xmlns:p="urn: x"/>', '/*'],
    ['<a>', '/*'],
    ['<a/>', '/*/*[1]'],
  ])('%s at %s', (text, element) => {
    expect(outcome(() => canonicalizeOwn(text, { element }, form))).toBe(
      outcome(() => canonicalize(text, { element }, form)),
    );
  });
});

test('an element that a transform takes out is left out', () => {
  const text = '<a xmlns:s="urn:s"><b/><s:c>x</s:c> <d/></a>';
  const part = { element: '/*', without: '/*/*[2]' };
  expect(canonicalizeOwn(text, part, form)).toBe('<a><b></b> <d></d></a>');
  expect(canonicalizeOwn(text, part, form)).toBe(canonicalize(text, part, form));
});

test('a changed message has the canonical text that libxml2 gives it', () => {
  const pieces = ['<a/>', ' a="1"', ' xmlns="urn:x"', ' xmlns:saml="urn:y"', 'é', '&amp;', '&#62;', '\n'];
  let plain = 0;
  fc.assert(
    fc.property(
      fc.nat(10_000),
      fc.constantFrom(...pieces),
      fc.constantFrom('/*', '/*/*[1]', '/*/*[2]', '/*/*[3]'),
      (at, put, element) => {
        const whole = sampleResponse();
        const place = at % whole.length;
        const text = whole.slice(0, place) + put + whole.slice(place);
        if (readPlain(text) !== undefined) plain += 1;
        expect(outcome(() => canonicalizeOwn(text, { element }, form))).toBe(
          outcome(() => canonicalize(text, { element }, form)),
        );
      },
    ),
    { numRuns: 1_000 },
  );
  // Else nothing was compared.
  expect(plain).toBeGreaterThan(100);
});
