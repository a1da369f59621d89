import { maxBodyBytes } from './limits.ts';
import { invalid } from './scim-error.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Both are taken: that of RFC 7644, section 3.1, and the plain one that AWS's own answers have. */
const mediaTypes = ['application/scim+json', 'application/json'];

/** Reads a body as a JSON object. What is none is refused with the reason that AWS's audit log gives. */
export function readBody(text: string, contentType: string | undefined): JsonObject {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!mediaTypes.includes(type)) throw invalid(`Content-Type "${type}" is not ${mediaTypes.join(' or ')}`);
  if (Buffer.byteLength(text) > maxBodyBytes) throw invalid(`Body is longer than ${maxBodyBytes} bytes`);
  const body = parse(text);
  if (!isObject(body)) throw invalid('Invalid JSON from RequestBody');
  return body;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('Invalid JSON from RequestBody');
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
