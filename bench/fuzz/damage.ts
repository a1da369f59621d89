import type { Random } from './random.ts';

/** One way to damage a text. */
type Damage = (text: string, random: Random) => string;

/** Pieces that parsers and readers trip over. */
const tokens = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?xml version="1.0"?>',
  '<?x y?>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  '&#0;',
  '&#xD800;',
  '&#x10FFFF;',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '\u2028',
  ' ID="_1"',
  ' xmlns=""',
  ' xmlns:saml="urn:other"',
  '<saml:Assertion>',
  '</saml:Assertion>',
  '<ds:Signature/>',
  '<a b="',
  '%',
  '=',
  '+',
  '9'.repeat(400),
  '-1',
  '2026-02-30T25:61:61Z',
  'é'.normalize('NFD'),
];

const cut: Damage = (text, random) => {
  const [from, to] = span(text, random);
  return text.slice(0, from) + text.slice(to);
};
const repeat: Damage = (text, random) => {
  const [from, to] = span(text, random);
  return text.slice(0, to) + text.slice(from, to).repeat(1 + random.below(3)) + text.slice(to);
};
const move: Damage = (text, random) => {
  const [from, to] = span(text, random);
  const rest = text.slice(0, from) + text.slice(to);
  const at = random.below(rest.length + 1);
  return rest.slice(0, at) + text.slice(from, to) + rest.slice(at);
};
const insert: Damage = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(tokens) + text.slice(at);
};
const alter: Damage = (text, random) => {
  const at = random.below(text.length);
  return text.slice(0, at) + String.fromCharCode(random.below(0x250)) + text.slice(at + 1);
};
const truncate: Damage = (text, random) => text.slice(0, random.below(text.length));
const nest: Damage = (text, random) => {
  const depth = 1 + random.below(2_000);
  const at = text.indexOf('>', random.below(text.length)) + 1;
  return text.slice(0, at) + '<n>'.repeat(depth) + '</n>'.repeat(depth) + text.slice(at);
};
/** Takes one element, tags and all, and puts it where another one begins. */
const transplant: Damage = (text, random) => {
  const starts = [...text.matchAll(/<([\w:]+)[^>]*>/g)];
  if (starts.length < 2) return text;
  const chosen = random.pick(starts);
  const end = text.indexOf(`</${chosen[1]}>`, chosen.index);
  if (end < 0) return text;
  const piece = text.slice(chosen.index, end + (chosen[1]?.length ?? 0) + 3);
  const at = random.pick(starts).index;
  return text.slice(0, at) + piece + text.slice(at);
};
const swapValue: Damage = (text, random) => {
  const values = [...text.matchAll(/="([^"]*)"/g)];
  if (values.length < 2) return text;
  const chosen = random.pick(values);
  const other = random.pick(values)[1] ?? '';
  return `${text.slice(0, chosen.index)}="${other}"${text.slice(chosen.index + chosen[0].length)}`;
};

const ways: readonly Damage[] = [
  cut,
  repeat,
  move,
  insert,
  insert,
  alter,
  alter,
  truncate,
  nest,
  transplant,
  transplant,
  swapValue,
  swapValue,
];

/** The text with one to four things wrong. */
export function damage(text: string, random: Random): string {
  let damaged = text;
  for (let left = 1 + random.below(4); left > 0; left -= 1)
    if (damaged.length > 0) damaged = random.pick(ways)(damaged, random);
  return damaged;
}

/** Mostly short: long ones leave little to read. */
function span(text: string, random: Random): readonly [number, number] {
  const from = random.below(text.length);
  const longest = random.below(4) === 0 ? text.length : 60;
  return [from, Math.min(text.length, from + 1 + random.below(longest))];
}
