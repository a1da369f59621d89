import { type HtmlForm, type HtmlPage, readHtml } from './html.ts';

/** A request that a document makes the browser send by itself. */
export interface NextRequest {
  readonly method: string;
  readonly url: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** True when method and body of the request before are to be kept. */
  readonly keepsBody: boolean;
}

/** An answer as far as it decides what comes next. */
export interface Answer {
  readonly method: string;
  /** Address that was asked for. */
  readonly url: string;
  readonly status: number;
  readonly location: string | null;
  readonly contentType: string;
  readonly text: string;
}

/** What follows by itself from an answer; undefined when the browser stays. */
export function nextRequest(answer: Answer): NextRequest | undefined {
  return fromRedirect(answer) ?? (isHtml(answer.contentType) ? fromPage(answer) : undefined);
}

/** Redirects by RFC 9110 15.4: 303 asks by GET, 301 and 302 do so after POST, 307 and 308 repeat the request. */
function fromRedirect({ method, url, status, location }: Answer): NextRequest | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return undefined;
  const target = resolve(location, url);
  if (target === undefined) return undefined;
  const keepsBody = status === 307 || status === 308;
  const becomesGet = status === 303 ? method !== 'HEAD' : !keepsBody && method === 'POST';
  return { method: becomesGet ? 'GET' : method, url: target, fields: [], keepsBody };
}

function fromPage({ url, text }: Answer): NextRequest | undefined {
  const page = readHtml(text);
  const form = automaticForm(page);
  if (form !== undefined) return fromForm(form, url);
  const address = page.refresh ?? scriptedAddress(page);
  const target = address === undefined ? undefined : resolve(address, url);
  return target === undefined || target === url
    ? undefined
    : { method: 'GET', url: target, fields: [], keepsBody: false };
}

/** A form that a script of the page sends; or one that carries a SAML message and asks nobody anything, whose script may be in another file. */
function automaticForm({ forms, scripts }: HtmlPage): HtmlForm | undefined {
  const carrier = forms.find(
    ({ fields, asks }) => !asks && fields.some(([name]) => /^SAML(?:Request|Response)$/.test(name)),
  );
  if (carrier !== undefined) return carrier;
  const submits = scripts.some((script) => /\.(?:submit|requestSubmit)\s*\(/.test(script));
  return submits && forms.length === 1 ? forms[0] : undefined;
}

/** A script that does nothing but go somewhere. */
function scriptedAddress({ scripts }: HtmlPage): string | undefined {
  const pattern =
    /^\s*(?:(?:window|document|self|top)\.)?location(?:\.href)?(?:\s*=\s*|\.(?:replace|assign)\s*\(\s*)(["'])([^"'\\]*)\1\s*\)?\s*;?\s*$/;
  return scripts.map((script) => pattern.exec(script)?.[2]).find((address) => address !== undefined);
}

function fromForm({ action, method, fields }: HtmlForm, base: string): NextRequest | undefined {
  // Also an address that is no web address: that a form leads there is worth telling.
  const target = URL.parse(action === '' ? base : action, base)?.href;
  if (target === undefined) return undefined;
  if (method === 'POST') return { method, url: target, fields, keepsBody: false };
  const address = new URL(target);
  address.search = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  return { method: 'GET', url: address.href, fields: [], keepsBody: false };
}

function resolve(address: string, base: string): string | undefined {
  const url = URL.parse(address, base);
  return url === null || !/^https?:$/.test(url.protocol) ? undefined : url.href;
}

export function isHtml(contentType: string): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType);
}
