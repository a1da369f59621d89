import { visible } from '../text.ts';

/** Markup that is safe to put into a page. Only `html` makes it, so that text cannot be taken for it. */
export interface Html {
  readonly markup: string;
}

/** What a template takes: text and numbers are escaped, markup is not, lists are joined, nothing is left out. */
export type Content = Html | string | number | undefined | false | readonly Content[];

/** A piece of a page. Every value from outside is escaped, in text and in quoted attributes. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  const parts = strings.map((literal, index) => literal + render(values[index]));
  return { markup: parts.join('') };
}

function render(content: Content): string {
  if (content === undefined || content === false) return '';
  if (typeof content === 'string') return escapeHtml(content);
  if (typeof content === 'number') return String(content);
  return 'markup' in content ? content.markup : content.map(render).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** Text of our own that is no markup, such as a style sheet, put in as it is. */
export function trusted(markup: string): Html {
  return { markup };
}
