import { z } from 'zod';
import { CountersignError } from '../model/error.ts';
import type { Exchange, Header } from '../model/evidence.ts';
import { keptLength } from './kept-body.ts';

const text = z.string();
const pair = z.looseObject({ name: text, value: text });
const entry = z.looseObject({
  startedDateTime: text.refine((value) => !Number.isNaN(Date.parse(value)), 'a time as ISO 8601'),
  time: z.number().nullish(),
  _resourceType: text.nullish(),
  request: z.looseObject({
    method: text,
    url: text.refine((value) => URL.canParse(value), 'an address'),
    headers: z.array(pair).optional(),
    postData: z
      .looseObject({
        mimeType: text.nullish(),
        text: text.nullish(),
        params: z.array(z.looseObject({ name: text, value: text.nullish() })).nullish(),
      })
      .nullish(),
  }),
  response: z.looseObject({
    status: z.number(),
    headers: z.array(pair).optional(),
    redirectURL: text.nullish(),
    content: z
      .looseObject({ mimeType: text.nullish(), text: text.nullish(), encoding: text.nullish() })
      .nullish(),
    _error: text.nullish(),
  }),
});
const archive = z.looseObject({ log: z.looseObject({ entries: z.array(entry) }) });
type Entry = z.output<typeof entry>;

/**
 * The same as `entry` by hand, and without a copy of each: an archive of an afternoon has tens of thousands. What it does not
 * take is given to `entry`, which says why.
 */
function isEntry(value: unknown): value is Entry {
  if (!isObject(value) || !isObject(value.request) || !isObject(value.response)) return false;
  const { request, response } = value;
  return (
    isText(value.startedDateTime) &&
    !Number.isNaN(Date.parse(value.startedDateTime)) &&
    isAbsentOr(value.time, isNumber) &&
    isAbsentOr(value._resourceType, isText) &&
    isText(request.method) &&
    isText(request.url) &&
    URL.canParse(request.url) &&
    hasHeaders(request) &&
    isAbsentOr(request.postData, isPostData) &&
    isNumber(response.status) &&
    hasHeaders(response) &&
    isAbsentOr(response.redirectURL, isText) &&
    isAbsentOr(response.content, isContent) &&
    isAbsentOr(response._error, isText)
  );
}

type Fields = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown) => Number.isFinite(value);
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isAbsentOr = (value: unknown, fits: (value: unknown) => boolean) =>
  value === undefined || value === null || fits(value);
const hasHeaders = ({ headers }: Fields) =>
  headers === undefined ||
  (Array.isArray(headers) && headers.every((one) => isObject(one) && isText(one.name) && isText(one.value)));
const isParameter = (value: unknown) =>
  isObject(value) && isText(value.name) && isAbsentOr(value.value, isText);
const isPostData = (value: unknown) =>
  isObject(value) &&
  isAbsentOr(value.mimeType, isText) &&
  isAbsentOr(value.text, isText) &&
  isAbsentOr(value.params, (params) => Array.isArray(params) && params.every(isParameter));
const isContent = (value: unknown) =>
  isObject(value) &&
  isAbsentOr(value.mimeType, isText) &&
  isAbsentOr(value.text, isText) &&
  isAbsentOr(value.encoding, isText);

/** The entries of an archive that is as it should be. */
function entriesOf(value: unknown): readonly Entry[] | undefined {
  const entries = isObject(value) && isObject(value.log) ? value.log.entries : undefined;
  return Array.isArray(entries) && entries.every(isEntry) ? entries : undefined;
}

/** True for JSON that claims to be an HTTP archive, however broken it is. */
export function isHar(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'log' in value;
}

/**
 * Reads an HTTP archive (HAR 1.2) as browsers and Playwright save it, in the order of the requests; unredacted: mask before
 * it leaves memory. What an archive does not tell, such as the certificate, is not made up.
 * @throws CountersignError `file` that names the entry and key which are not as HAR 1.2 has them
 */
export function readHar(value: unknown, file: string): readonly Exchange[] {
  const entries = entriesOf(value);
  if (entries === undefined) {
    const issue = archive.safeParse(value).error?.issues[0];
    throw new CountersignError(
      'file',
      `"${file}" is no HTTP archive (HAR 1.2) that can be read: ${issue?.path.join('.') || 'log'}: ${issue?.message ?? 'unreadable'}.`,
      'Save it again from the browser’s network panel, as HAR with content.',
    );
  }
  if (entries.length === 0)
    throw new CountersignError(
      'file',
      `"${file}" is an HTTP archive without a single request.`,
      'Open the network panel before the login begins, tick "Preserve log" or "Persist logs", and save it afterwards.',
    );
  const instant = ({ startedDateTime }: Entry) => Date.parse(startedDateTime);
  return entries
    .filter(({ request }) => /^https?:/i.test(request.url))
    .sort((a, b) => instant(a) - instant(b))
    .map(toExchange);
}

function toExchange(one: Entry, index: number): Exchange {
  const { request, response } = one;
  const body = postedBody(request.postData);
  const requestHeaders = toHeaders(request.headers ?? []);
  const type = request.postData?.mimeType;
  const responseHeaders = toHeaders(response.headers ?? []);
  const target = response.redirectURL ?? '';
  const received = bodyOf(response.content, response.status, responseHeaders);
  const status = Math.max(0, response.status);
  return {
    index,
    startedAt: new Date(one.startedDateTime).toISOString(),
    durationMs: Math.max(0, one.time ?? 0),
    method: request.method.toUpperCase(),
    url: request.url,
    requestHeaders:
      body === undefined || !type || has(requestHeaders, 'content-type')
        ? requestHeaders
        : [...requestHeaders, { name: 'content-type', value: type }],
    ...(body === undefined ? {} : { requestBody: body }),
    status,
    responseHeaders:
      target === '' || has(responseHeaders, 'location')
        ? responseHeaders
        : [...responseHeaders, { name: 'location', value: target }],
    ...(received === undefined ? {} : { responseBody: received }),
    resource: resourceOf(one, requestHeaders),
    // A browser that was answered over https had accepted the certificate.
    tls: status > 0 && /^https:/i.test(request.url),
    ...(status > 0 ? {} : { failure: response._error ?? 'no answer' }),
  };
}

const has = (headers: readonly Header[], wanted: string) => headers.some(({ name }) => name === wanted);

/** HTTP/2's own fields, such as `:path`, are no header lines; several Set-Cookie lines may have been joined. */
function toHeaders(headers: readonly Header[]): readonly Header[] {
  return headers
    .filter(({ name }) => !name.startsWith(':'))
    .flatMap(({ name, value }) =>
      value.split(/\r?\n/).map((line) => ({ name: name.toLowerCase(), value: line })),
    );
}

/** The posted body as sent; where only parameters were kept, put together from them. */
function postedBody(data: Entry['request']['postData']): string | undefined {
  // Firefox has the headers of an upload before its body.
  if (data?.text) return data.text.replace(/^(?:content-[\w-]+:[^\r\n]*\r?\n)+\r?\n/i, '');
  const params = data?.params ?? [];
  if (params.length === 0) return undefined;
  const values = params.map(({ value }) => value ?? '');
  // Chrome keeps the parameters as sent, others decode them.
  const asSent =
    values.some((value) => /%[0-9a-f]{2}/i.test(value)) &&
    values.every((value) => /^[\w.*~!'()+%-]*$/.test(value));
  const encode = asSent ? (part: string) => part : encodeURIComponent;
  return params.map(({ name }, index) => `${encode(name)}=${encode(values[index] ?? '')}`).join('&');
}

function bodyOf(
  content: Entry['response']['content'],
  status: number,
  headers: readonly Header[],
): string | undefined {
  if (!content?.text || (status >= 300 && status < 400)) return undefined;
  const type = headers.find(({ name }) => name === 'content-type')?.value ?? content.mimeType ?? '';
  const length = keptLength(type);
  if (length === 0) return undefined;
  const text =
    content.encoding === 'base64' ? Buffer.from(content.text, 'base64').toString('utf8') : content.text;
  return text.slice(0, length);
}

/** By what the browser says; else by what the request says of itself. */
function resourceOf({ _resourceType, response }: Entry, headers: readonly Header[]): Exchange['resource'] {
  const destination = headers.find(({ name }) => name === 'sec-fetch-dest')?.value;
  const known = kinds[_resourceType ?? destination ?? ''];
  if (known !== undefined) return known;
  if (_resourceType || destination) return 'other';
  const accepted = headers.find(({ name }) => name === 'accept')?.value ?? '';
  const isPage = /^text\/html/i.test(accepted) || (response.status >= 300 && response.status < 400);
  return isPage ? 'document' : 'other';
}

const kinds: Readonly<Record<string, Exchange['resource']>> = {
  document: 'document',
  script: 'script',
  stylesheet: 'stylesheet',
  style: 'stylesheet',
  image: 'image',
  font: 'font',
  fetch: 'fetch',
  xhr: 'fetch',
  empty: 'fetch',
};
