import { inflateRawSync, inflateSync } from 'node:zlib';
import type { XmlProblem, XmlProblemCode } from '../model/xml.ts';
import { defaultLimits, type XmlLimits } from './limits.ts';

/** Text of a message, or why there is none; then `text` is empty. */
export interface Decoded {
  readonly text: string;
  readonly problems: readonly XmlProblem[];
}

export interface DecodedRedirect extends Decoded {
  /** `raw` as SAML Bindings 3.4.4.1 wants it, `zlib` with zlib's header, `none` when not compressed. */
  readonly deflate: 'raw' | 'zlib' | 'none';
}

/** Base64 of the HTTP-POST binding (SAML Bindings 3.5.4); with `allowXml` also the XML itself. */
export function decodePostParameter(
  raw: string,
  limits: XmlLimits = defaultLimits,
  options: { readonly allowXml?: boolean } = {},
): Decoded {
  if (options.allowXml === true && looksLikeXml(raw)) return { text: raw, problems: [] };
  const bytes = decodeBase64(raw, limits);
  return 'problem' in bytes ? broken(bytes.problem) : decodeUtf8(bytes.bytes, limits);
}

/**
 * Base64 and DEFLATE of the HTTP-Redirect binding (SAML Bindings 3.4.4.1), after percent-decoding.
 * Inflation stops at the limit, so that a small parameter cannot grow large.
 */
export function decodeRedirectParameter(raw: string, limits: XmlLimits = defaultLimits): DecodedRedirect {
  const decoded = decodeBase64(raw, limits);
  if ('problem' in decoded) return { ...broken(decoded.problem), deflate: 'none' };
  const { bytes } = decoded;
  if (looksLikeXml(bytes.subarray(0, 64).toString('latin1'))) {
    return { ...decodeUtf8(bytes, limits), deflate: 'none' };
  }
  const inflated = inflate(bytes, limits);
  if ('problem' in inflated) return { ...broken(inflated.problem), deflate: inflated.deflate };
  return { ...decodeUtf8(inflated.bytes, limits), deflate: inflated.deflate };
}

/** True when the text starts like a document, after white space or a byte order mark. */
export function looksLikeXml(text: string): boolean {
  return /^(?:\uFEFF|\u00EF\u00BB\u00BF)?\s*</.test(text.slice(0, 1000));
}

type Bytes = { readonly bytes: Buffer } | { readonly problem: XmlProblem };

function decodeBase64(raw: string, limits: XmlLimits): Bytes {
  // Four characters stand for three bytes; line breaks may add a little.
  if (raw.length > limits.maxBytes * 1.5 + 1000) return { problem: tooLarge(limits) };
  const compact = raw.replace(/[\t\n\r ]+/g, '');
  if (compact === '') return { problem: problem('empty', 'There is no message: the parameter is empty.') };
  const bad = compact.search(/[^A-Za-z0-9+/=]/);
  if (bad >= 0) {
    const message = `The message is not base64: it has the character ${JSON.stringify(compact[bad])}.`;
    return { problem: problem('not-base64', message) };
  }
  if (compact.length % 4 !== 0 || !/^[^=]*={0,2}$/.test(compact)) {
    const message = 'The message is not base64: its length or its padding is wrong.';
    return { problem: problem('not-base64', message) };
  }
  const bytes = Buffer.from(compact, 'base64');
  return bytes.length > limits.maxBytes ? { problem: tooLarge(limits) } : { bytes };
}

function inflate(bytes: Buffer, limits: XmlLimits): Bytes & { readonly deflate: 'raw' | 'zlib' | 'none' } {
  const [first = 0, second = 0] = bytes;
  const hasHeader = (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
  const attempts = [
    { deflate: 'raw' as const, run: () => inflateAll(inflateRawSync, bytes, limits) },
    ...(hasHeader ? [{ deflate: 'zlib' as const, run: () => inflateAll(inflateSync, bytes, limits) }] : []),
  ];
  for (const { deflate, run } of attempts) {
    try {
      return { bytes: run(), deflate };
    } catch (error) {
      if (isOverflow(error)) return { problem: tooLarge(limits), deflate };
    }
  }
  const message = 'The message is not compressed with DEFLATE (RFC 1951), nor is it plain XML.';
  return { problem: problem('not-deflate', message), deflate: 'none' };
}

/** Inflates all of the bytes; what is left over after the compressed data's end is no message. */
function inflateAll(inflater: typeof inflateRawSync, bytes: Buffer, limits: XmlLimits): Buffer {
  // With `info`, Node gives the engine beside the buffer; its type declarations do not say so.
  const { buffer, engine } = inflater(bytes, { maxOutputLength: limits.maxBytes, info: true }) as unknown as {
    readonly buffer: Buffer;
    readonly engine: { readonly bytesWritten: number };
  };
  if (engine.bytesWritten !== bytes.length) throw new Error('There are bytes after the compressed data.');
  return buffer;
}

function isOverflow(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function decodeUtf8(bytes: Buffer, limits: XmlLimits): Decoded {
  if (bytes.length > limits.maxBytes) return broken(tooLarge(limits));
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), problems: [] };
  } catch {
    return broken(problem('not-utf8', 'The message is not UTF-8: it has bytes that UTF-8 does not allow.'));
  }
}

function tooLarge(limits: XmlLimits): XmlProblem {
  return problem('too-large', `The message is larger than the ${limits.maxBytes} bytes that are read.`);
}

function problem(code: XmlProblemCode, message: string): XmlProblem {
  return { code, message };
}

function broken(cause: XmlProblem): Decoded {
  return { text: '', problems: [cause] };
}
