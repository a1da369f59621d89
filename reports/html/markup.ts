import { visible } from '../text.ts';

/** Markup that is safe to put into a page. Only `html` makes it, so that text cannot be taken for it. */
export interface Html {
  readonly markup: string;
}

/** What a template takes: text and numbers are escaped, markup is not, lists are joined, nothing is left out. */
export type Content = Html | string | number | undefined | false | readonly Content[];

/** A piece of a page. Every value from outside is escaped, in text and in quoted attributes. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  let markup = strings[0] ?? '';
  for (const [index, value] of values.entries()) markup += render(value) + (strings[index + 1] ?? '');
  return { markup };
}

function render(content: Content): string {
  if (content === undefined || content === false) return '';
  if (typeof content === 'string') return escapeHtml(content);
  if (typeof content === 'number') return String(content);
  if ('markup' in content) return content.markup;
  let markup = '';
  for (const part of content) markup += render(part);
  return markup;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Nearly all text of a report is like this, and needs no look at each of its characters. */
const plain = /^[ !#-%(-;=?-~]*$/;

function escapeHtml(text: string): string {
  if (plain.test(text)) return text;
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** Text of our own that is no markup, such as a style sheet, put in as it is. */
export function trusted(markup: string): Html {
  return { markup };
}
