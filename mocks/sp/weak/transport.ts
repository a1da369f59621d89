import { inflateRawSync } from 'node:zlib';
import { must, need } from '../../core/saml/refusal.ts';
import type { Element } from '../../core/saml/xml.ts';
import type { Fields, Post, Run } from '../accept/types.ts';
import { createCookies, sessionCookie } from '../cookies.ts';
import { decodeBytes } from './encodings.ts';
import type { Weaknesses } from './weakness.ts';

/** Far above what is honest, and nothing that a machine could not bear. */
const bearable = 96 * 1024 * 1024;

/** How a message reaches the service provider, and what is taken for its text. */
export const transport: Weaknesses = {
  'any-method': (steps) => ({
    ...steps,
    receive: (post, run) => {
      run.steps.checkTransport(post.url, run);
      return pick(readAnyForm(post), run);
    },
  }),

  // What verifies asks one parser, what reads asks another, and they differ in which of several fields they see.
  'fields-mixed': (steps) => ({
    ...steps,
    receive: (post, run) => {
      run.steps.checkTransport(post.url, run);
      const body = new URLSearchParams(Buffer.from(post.body).toString('utf8'));
      const all = [...post.url.searchParams.getAll('SAMLResponse'), ...body.getAll('SAMLResponse')];
      const [response, ...others] = all;
      return {
        response: need(response, 'There is no SAMLResponse'),
        others,
        relayState: post.url.searchParams.get('RelayState') ?? body.get('RelayState') ?? undefined,
      };
    },
    readMessage: async (fields, run) => {
      const values = [fields.response, ...(fields.others ?? [])];
      const [verified, index] = await firstThatHolds(values, async (response) => {
        const message = await steps.readMessage({ response, relayState: fields.relayState }, run);
        must(message.signedBy !== 'nobody', 'No message is signed');
        return message;
      });
      const other = values.find((_value, at) => at !== index);
      if (other === undefined) return verified;
      const root: Element = await run.steps.parse(run.steps.decode(other, run), run);
      const assertion = root.children.find((one) => one.local === 'Assertion');
      return { ...verified, assertion: need(assertion, 'There is no assertion to read') };
    },
  }),

  'plain-http-accepted': (steps) => ({
    ...steps,
    checkTransport: () => {},
    // Else they would not come along.
    cookies: createCookies(`plain${sessionCookie.replace(/session$/, '')}`, () => 'Path=/; HttpOnly'),
  }),

  'host-header-trusted': (steps) => ({
    ...steps,
    isAddress: (given, expected, run) => {
      const host = hostFromHeaders(run.headers);
      const isAcs = expected === run.addresses.acsUrl && host !== undefined;
      const ownIdea = isAcs ? `https://${host}${new URL(expected).pathname}` : expected;
      return steps.isAddress(given, ownIdea, run);
    },
  }),

  'lenient-base64': (steps) => ({
    ...steps,
    decode: (parameter) => {
      const once = decodeLoosely(parameter);
      const text = isBase64(once) ? decodeLoosely(once.toString('latin1')) : once;
      return text.toString('utf8');
    },
  }),

  'inflates-posts': (steps) => ({
    ...steps,
    limits: { ...steps.limits, maxLength: bearable },
    decode: (parameter, run) => {
      const bytes = Buffer.from(parameter, 'base64');
      if (bytes[0] === 0x3c) return steps.decode(parameter, run);
      try {
        return inflateRawSync(bytes, { maxOutputLength: bearable }).toString('utf8', 0, 20_000_000);
      } catch {
        return steps.decode(parameter, run);
      }
    },
  }),

  'lenient-encoding': (steps) => ({
    ...steps,
    decode: (parameter) => decodeBytes(Buffer.from(parameter, 'base64')),
  }),

  'unbounded-relay-state': (steps) => ({
    ...steps,
    limits: {
      ...steps.limits,
      relayStateBytes: bearable,
      formBytes: Math.max(steps.limits.formBytes, 4_000_000),
    },
    checkRelayState: (relayState) => tidy(relayState ?? ''),
  }),
};

async function firstThatHolds<T>(
  values: readonly string[],
  read: (value: string) => Promise<T>,
): Promise<readonly [T, number]> {
  let problem: unknown;
  for (const [index, value] of values.entries()) {
    try {
      return [await read(value), index];
    } catch (error) {
      problem ??= error;
    }
  }
  throw problem;
}

function pick(fields: URLSearchParams, { steps: { limits } }: Run): Fields {
  const relayState = fields.get('RelayState') ?? undefined;
  must(Buffer.byteLength(relayState ?? '') <= limits.relayStateBytes, 'RelayState is too long');
  return { response: need(fields.get('SAMLResponse') ?? undefined, 'There is no SAMLResponse'), relayState };
}

/** Query, form, JSON, multipart: whatever a framework hands over as parameters. */
function readAnyForm({ url, headers, body }: Post): URLSearchParams {
  const type = headers.get('content-type') ?? '';
  const text = Buffer.from(body).toString('utf8');
  if (text === '') return url.searchParams;
  if (type.includes('json')) {
    try {
      const entries = Object.entries(JSON.parse(text) as object); // anything that is an object has entries
      return new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
    } catch {
      return url.searchParams;
    }
  }
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1];
  if (boundary === undefined) return new URLSearchParams(text);
  const parts = text.split(`--${boundary}`).flatMap((part) => {
    const found = /name="([^"]*)"[\s\S]*?\r?\n\r?\n([\s\S]*?)\r?\n$/.exec(part);
    return found === null ? [] : [[found[1] ?? '', found[2] ?? '']];
  });
  return new URLSearchParams(parts);
}

function hostFromHeaders(headers: Headers | undefined): string | undefined {
  const forwarded = /host="?([^";,]+)/i.exec(headers?.get('forwarded') ?? '')?.[1];
  return headers?.get('x-original-host') ?? forwarded ?? headers?.get('x-forwarded-host') ?? undefined;
}

/** Takes either alphabet, passes over what is in neither, and goes on after padding. */
function decodeLoosely(text: string): Buffer {
  const clean = text
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/[^A-Za-z0-9+/=]/g, '');
  return Buffer.concat(clean.split(/=+/).map((part) => Buffer.from(part, 'base64')));
}

function isBase64(bytes: Buffer): boolean {
  return bytes[0] !== 0x3c && /^[A-Za-z0-9+/=\s]+$/.test(bytes.subarray(0, 200).toString('latin1'));
}

/** Looks at every character for the words before it, from the beginning; beyond these it would take minutes. */
function tidy(relayState: string): void {
  let words = 0;
  for (let at = 0; at < Math.min(relayState.length, 2_000); at += 1)
    if (relayState.charAt(at) === relayState.charAt(0)) words = Math.max(words, relayState.lastIndexOf(' '));
  must(words < relayState.length + 1, 'RelayState has more words than characters');
}
