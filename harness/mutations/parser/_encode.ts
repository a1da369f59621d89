import { EditError } from '../kit/edit.ts';

/** The form parameter with other bytes: `encode` is given the message's XML. */
export function reencode(parameter: string, encode: (xml: string) => Uint8Array): string {
  const xml = Buffer.from(parameter, 'base64').toString('utf8');
  return Buffer.from(encode(xml)).toString('base64');
}

/** The message with this XML declaration in place of its own. */
export function declare(xml: string, encoding: string): string {
  return `<?xml version="1.0" encoding="${encoding}"?>${xml.replace(/^<\?xml[^>]*\?>\s*/, '')}`;
}

/** UTF-7 (RFC 2152) of a text in ASCII: markup and plus signs are written in base64 of UTF-16. */
export function toUtf7(text: string): Uint8Array {
  if (/[^\0-\x7f]/.test(text)) throw new EditError('Nothing to change: only ASCII is written in UTF-7.');
  const encoded = text.replace(/[<>&"!+]/g, (character) => {
    if (character === '+') return '+-';
    const units = Buffer.from([0, character.charCodeAt(0)])
      .toString('base64')
      .replaceAll('=', '');
    return `+${units}-`;
  });
  return Buffer.from(encoded, 'latin1');
}
