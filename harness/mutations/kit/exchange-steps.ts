import type { Exchange, Header } from '../../model/evidence.ts';
import { instant } from './genuine-facts.ts';

/** What a page or address answers, before the headers that all of them have. */
export interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly json?: string;
  readonly location?: string;
  readonly setCookies?: readonly string[];
  readonly nonce?: string;
  /** Value of form-action in the policy; `'self'` unless set. */
  readonly formAction?: string;
  /** Origin header of the request. */
  readonly origin?: string;
}

/** One request of the genuine login. */
export interface Step {
  readonly method: string;
  readonly url: string;
  readonly at: number;
  readonly cookies: readonly string[];
  readonly form?: string;
  readonly resource: Exchange['resource'];
  readonly answer: Answer;
}

export function get(url: string, at: number, cookies: readonly string[], answer: Answer): Step {
  return { method: 'GET', url, at, cookies, resource: 'document', answer };
}

export function post(
  url: string,
  at: number,
  cookies: readonly string[],
  form: string,
  answer: Answer,
): Step {
  return { method: 'POST', url, at, cookies, form, resource: 'document', answer };
}

export function poll(url: string, at: number, cookies: readonly string[], answer: Answer): Step {
  return { method: 'GET', url, at, cookies, resource: 'fetch', answer };
}

export function toExchange(
  { method, url, at, cookies, form, resource, answer }: Step,
  index: number,
): Exchange {
  return {
    index,
    startedAt: instant(at),
    durationMs: 35,
    method,
    url,
    requestHeaders: requestHeaders(form !== undefined, cookies, resource, answer),
    ...(form === undefined ? {} : { requestBody: form }),
    status: answer.status,
    responseHeaders: responseHeaders(answer),
    ...bodyOf(answer),
    resource,
    tls: true,
  };
}

function requestHeaders(
  isForm: boolean,
  cookies: readonly string[],
  resource: Exchange['resource'],
  { origin }: Answer,
): readonly Header[] {
  const accept =
    resource === 'document' ? 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' : '*/*';
  return [
    { name: 'accept', value: accept },
    { name: 'accept-language', value: 'en-US' },
    ...(isForm ? [{ name: 'content-type', value: 'application/x-www-form-urlencoded' }] : []),
    ...(cookies.length > 0 ? [{ name: 'cookie', value: cookies.join('; ') }] : []),
    ...(origin === undefined ? [] : [{ name: 'origin', value: origin }]),
  ];
}

function responseHeaders(answer: Answer): readonly Header[] {
  const { nonce, formAction = "'self'" } = answer;
  const policy =
    `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src 'self' data:; ` +
    `connect-src 'self'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`;
  const type = answer.body === undefined ? undefined : 'text/html; charset=utf-8';
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['cache-control', 'no-store'],
    ['content-security-policy', nonce === undefined ? undefined : policy],
    ['content-type', answer.json === undefined ? type : 'application/json'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['location', answer.location],
    ['pragma', 'no-cache'],
    ['referrer-policy', 'no-referrer'],
    ...(answer.setCookies ?? []).map((line) => ['set-cookie', line] as const),
    ['strict-transport-security', 'max-age=63072000; includeSubDomains'],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
  ];
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}

function bodyOf({ body, json }: Answer): { responseBody?: string } {
  const text = body ?? json;
  return text === undefined ? {} : { responseBody: text };
}
