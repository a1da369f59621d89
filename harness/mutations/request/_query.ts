import { inflateRawSync } from 'node:zlib';
import { replaceText } from '../kit/edit.ts';

/** The URL with the field's value replaced, or the field added at the end. `value` is already percent-encoded. */
export function setField(url: string, name: string, value: string): string {
  const raw = rawField(url, name);
  return raw === undefined
    ? addField(url, name, value)
    : replaceText(url, `${name}=${raw}`, `${name}=${value}`);
}

/** The URL with one more field at the end of its query. `value` is already percent-encoded. */
export function addField(url: string, name: string, value: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${name}=${value}`;
}

/** The URL with another encoding of the same message: `encode` is given the XML. */
export function changeRequest(url: string, encode: (xml: Buffer) => Buffer): string {
  const compressed = Buffer.from(decodeURIComponent(rawField(url, 'SAMLRequest') ?? ''), 'base64');
  const bytes = encode(inflateRawSync(compressed));
  return setField(url, 'SAMLRequest', encodeURIComponent(bytes.toString('base64')));
}

function rawField(url: string, name: string): string | undefined {
  return new RegExp(`[?&]${name}=([^&#]*)`).exec(url)?.[1];
}
