import { decodeEntities, tokens } from './html-tokens.ts';

/** A form of a page, with the fields that it would send by itself: no button is pressed. */
export interface HtmlForm {
  readonly action: string;
  readonly method: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** True when there is something for a person to fill in: it waits for one, whatever it carries. */
  readonly asks: boolean;
}

/** What a browser does of itself, or shows, of a page. */
export interface HtmlPage {
  readonly forms: readonly HtmlForm[];
  /** Source of the scripts that stand in the page, and of `onload` attributes. */
  readonly scripts: readonly string[];
  /** Address of a meta refresh; empty for the page itself. */
  readonly refresh?: string;
  /** Visible text, white space collapsed. */
  readonly text: string;
}

type Attributes = ReadonlyMap<string, string>;
interface OpenForm extends HtmlForm {
  readonly fields: [string, string][];
  asks: boolean;
}

/** Reads a page leniently, as browsers do. */
export function readHtml(html: string): HtmlPage {
  const forms: OpenForm[] = [];
  const scripts: string[] = [];
  const texts: string[] = [];
  let refresh: string | undefined;
  let form: OpenForm | undefined;
  let textarea: string | undefined;
  for (const token of tokens(html)) {
    if (token.kind === 'text') texts.push(token.text);
    else texts.push(' ');
    if (token.kind === 'close' && token.name === 'form') form = undefined;
    if (token.kind === 'raw') {
      if (token.name === 'script') scripts.push(token.text);
      if (token.name === 'title') texts.push(decodeEntities(token.text), ' ');
      if (token.name === 'textarea' && textarea !== undefined)
        form?.fields.push([textarea, decodeEntities(token.text.replace(/^\r?\n/, ''))]);
    }
    if (token.kind !== 'open') continue;
    const { name, attributes } = token;
    if (name === 'form') {
      form = openForm(attributes);
      forms.push(form);
    }
    if (name === 'input' && form !== undefined) addInput(form, attributes);
    if (name === 'textarea') textarea = attributes.get('name');
    if (form !== undefined && (name === 'textarea' || name === 'select')) form.asks = true;
    if (name === 'body' && attributes.has('onload')) scripts.push(attributes.get('onload') ?? '');
    if (name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh')
      refresh ??= readRefresh(attributes.get('content') ?? '');
  }
  const text = texts.join('').replace(/\s+/g, ' ').trim();
  return { forms, scripts, text, ...(refresh === undefined ? {} : { refresh }) };
}

function openForm(attributes: Attributes): OpenForm {
  const method = (attributes.get('method') ?? 'get').toUpperCase();
  return { action: attributes.get('action') ?? '', method, fields: [], asks: false };
}

function addInput(form: OpenForm, attributes: Attributes): void {
  const name = attributes.get('name');
  const type = (attributes.get('type') ?? 'text').toLowerCase();
  if (name === undefined || name === '' || attributes.has('disabled')) return;
  if (['submit', 'button', 'image', 'reset', 'file'].includes(type)) return;
  if (type !== 'hidden') form.asks = true;
  const isTicked = type !== 'checkbox' && type !== 'radio';
  if (!isTicked && !attributes.has('checked')) return;
  form.fields.push([name, attributes.get('value') ?? (isTicked ? '' : 'on')]);
}

/** `5; url=/next` → `/next`. */
function readRefresh(content: string): string {
  const match = /^\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?(.*)$/is.exec(content);
  return (match?.[1] ?? '').trim().replace(/^(["'])(.*?)\1.*$/s, '$2');
}
