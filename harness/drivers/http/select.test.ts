import { expect, test } from 'vitest';
import { selectText } from './select.ts';
import { selectJson } from './select-json.ts';

const page = `<!doctype html><title>T</title><header class="top bar"><span data-testid="user-name">Ann
  <b>Wong</b> &amp; co</span></header><p id=x>one<br>two<img src=a></p><input name="who" value="bob"><div><p>last</p></div>`;

test.each([
  ['[data-testid="user-name"]', 'Ann Wong & co'],
  ['header.top.bar span', 'Ann Wong & co'],
  ['#x', 'onetwo'],
  ['p#x', 'onetwo'],
  ['div p', 'last'],
  ['input[name=who]', 'bob'],
  ['header p', undefined],
  ['span#x', undefined],
  ['.to', undefined],
])('%s', (selector, expected) => {
  expect(selectText(page, selector)).toBe(expected);
});

test.each(['a > b', 'a:hover', '', 'p + p'])('%j is not understood, and said so', (selector) => {
  expect(() => selectText(page, selector)).toThrow('is not understood');
});

test.each([
  ['$.user.name', 'Ann'],
  ['$.list[1].id', '7'],
  ["$['odd key']", 'yes'],
  ['$.user.none', undefined],
  ['$.user', undefined],
  ['$.user.off', undefined],
])('%s', (path, expected) => {
  const text = JSON.stringify({ user: { name: 'Ann', off: null }, list: [{}, { id: 7 }], 'odd key': 'yes' });
  expect(selectJson(text, path)).toBe(expected);
});

test('what is no JSON has no value, and a path that is none is said so', () => {
  expect(selectJson('<html>', '$.a')).toBeUndefined();
  expect(() => selectJson('{}', 'a.b')).toThrow('is not understood');
});
