import { type Content, html } from './markup.ts';

/**
 * Two values side by side. Where they are nearly the same, the part that differs is marked, so that one wrong letter in
 * a long address is seen.
 */
export function compareValues(expected: string, observed: string): { expected: Content; observed: Content } {
  const one = [...expected];
  const other = [...observed];
  const longest = Math.max(one.length, other.length);
  const head = commonStart(one, other);
  const tail = commonStart(one.slice(head).toReversed(), other.slice(head).toReversed());
  if (expected === observed || (head + tail) * 2 < longest) return { expected, observed };
  const marked = (characters: readonly string[]) => {
    const end = characters.length - tail;
    const middle = characters.slice(head, end).join('');
    return [
      characters.slice(0, head).join(''),
      middle !== '' && html`<span class="differs">${middle}</span>`,
      characters.slice(end).join(''),
    ];
  };
  return { expected: marked(one), observed: marked(other) };
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length += 1;
  return length;
}
