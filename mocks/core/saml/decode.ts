import { must, Refusal } from './refusal.ts';

/** Base64 with line breaks allowed (Bindings 3.5.4), then strict UTF-8. */
export function decodeBase64(encoded: string, maxLength: number): string {
  must(encoded.length <= maxLength, `Response is longer than ${maxLength} characters`);
  const compact = encoded.replace(/[\t\r\n ]+/g, '');
  const isBase64 = compact.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(compact);
  must(isBase64, 'Response is not base64');
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Buffer.from(compact, 'base64'),
    );
    must(!text.startsWith('\uFEFF'), 'Response begins with a byte order mark');
    return text;
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('Response is not UTF-8');
  }
}
