import { createHash } from 'node:crypto';
import type { ResponseReading } from '../../model/readings.ts';

/** Lower-case hexadecimal SHA-256 of the response's base64 text. */
export function encodedSha256(response: ResponseReading): string {
  return createHash('sha256').update(encode(response)).digest('hex');
}

/** Whether the response came as one line of base64, as almost all do; then its text is known to the letter. */
export function isPlain(response: ResponseReading): boolean {
  return encode(response).length === response.encodedLength;
}

function encode({ document }: ResponseReading): string {
  return Buffer.from(document.text, 'utf8').toString('base64');
}
