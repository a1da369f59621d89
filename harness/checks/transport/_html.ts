import type { Exchange } from '../../model/evidence.ts';
import { pagesOf } from './_exchanges.ts';

/** A start tag of an HTML page. Names are lower-case. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The tag as written. */
  readonly text: string;
}

/** The form that hands a SAML message on, with the page that it is on. */
export interface MessageForm {
  readonly page: Exchange;
  readonly form: Tag;
  /** Start tags inside the form, in order. */
  readonly fields: readonly Tag[];
}

const attributePattern = /([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Start tags of a page in order; comments are left out, end tags given as `/form`. Reads each character once. */
export function tagsOf(html: string): readonly Tag[] {
  const tags: Tag[] = [];
  const namePattern = /\/?[a-zA-Z][a-zA-Z0-9-]*/y;
  let at = html.indexOf('<');
  while (at >= 0) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      if (end < 0) break;
      at = html.indexOf('<', end);
      continue;
    }
    namePattern.lastIndex = at + 1;
    const name = namePattern.exec(html)?.[0];
    if (name === undefined) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    const end = endOfTag(html, at + 1 + name.length);
    if (end === undefined) break; // browsers drop a tag that the page does not end
    const attributes = attributesOf(html.slice(at + 1 + name.length, end));
    tags.push({ name: name.toLowerCase(), attributes, text: html.slice(at, end + 1) });
    at = html.indexOf('<', endOfText(html, name.toLowerCase(), end));
  }
  return tags;
}

/** Where markup goes on after a start tag: what is inside a script, style or text field is no markup. */
function endOfText(html: string, name: string, from: number): number {
  if (!['script', 'style', 'textarea', 'title'].includes(name)) return from;
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

/** Place of the `>` that ends the tag; one inside quotes does not. */
function endOfTag(html: string, from: number): number | undefined {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const character = html.charAt(at);
    if (quote === '' && character === '>') return at;
    if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
  }
  return undefined;
}

/** The first page whose form carries a SAMLResponse; undefined when no such page was recorded. */
export function findMessageForm(exchanges: readonly Exchange[]): MessageForm | undefined {
  for (const page of pagesOf(exchanges)) {
    let form: Tag | undefined;
    let fields: Tag[] = [];
    for (const tag of tagsOf(page.responseBody ?? '')) {
      if (tag.name === 'form') {
        form = tag;
        fields = [];
      } else if (tag.name === '/form') {
        if (form !== undefined && carriesResponse(fields)) return { page, form, fields };
        form = undefined;
      } else if (form !== undefined) fields.push(tag);
    }
    if (form !== undefined && carriesResponse(fields)) return { page, form, fields };
  }
  return undefined;
}

/** Addresses that the page loads by itself, without the person doing anything. */
export function loadedBy(tags: readonly Tag[]): readonly { readonly tag: Tag; readonly url: string }[] {
  return tags.flatMap((tag) => {
    const { src, href, data, rel } = tag.attributes;
    if (tag.name === 'link')
      return href !== undefined && /stylesheet|icon|preload|manifest/i.test(rel ?? '')
        ? [{ tag, url: href }]
        : [];
    if (tag.name === 'object') return data === undefined ? [] : [{ tag, url: data }];
    if (src === undefined || tag.name.startsWith('/')) return [];
    return [{ tag, url: src }];
  });
}

function carriesResponse(fields: readonly Tag[]): boolean {
  return fields.some((field) => field.attributes.name === 'SAMLResponse');
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const entries = [...text.matchAll(attributePattern)].map((match) => [
    (match[1] ?? '').toLowerCase(),
    decode(match[2] ?? match[3] ?? match[4] ?? ''),
  ]);
  return Object.fromEntries(entries.reverse()); // the first of two equal attributes counts
}

function decode(value: string): string {
  return value
    .replace(/&#x([0-9a-f]{1,6});/gi, (_all, code: string) => character(Number.parseInt(code, 16)))
    .replace(/&#([0-9]{1,7});/g, (_all, code: string) => character(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}
