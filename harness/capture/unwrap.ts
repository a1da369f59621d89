/** A SAMLResponse, and what it was taken out of. */
export interface Unwrapped {
  readonly value: string;
  readonly from: 'form field' | 'HTML form' | 'percent-encoded value' | 'quoted value';
}

/**
 * Takes the message out of what people save: a copied form field or address, a page with the form, a value as tools show
 * it. Only what is beside the message goes; the message itself is not mended.
 * @returns undefined when the text is the message itself, or nothing that is known
 */
export function unwrapResponse(text: string): Unwrapped | undefined {
  if (/^\s*</.test(text)) return fromPage(text);
  const field = /(?:^|[?&\s])SAMLResponse=([^&#\s]*)/.exec(text)?.[1];
  if (field !== undefined) return { value: decodeField(field), from: 'form field' };
  const trimmed = text.trim();
  if (/^[\w+/-]+(?:%(?:2B|2F|3D|0D|0A)[\w+/-]*)+$/i.test(trimmed))
    return { value: decodeField(trimmed), from: 'percent-encoded value' };
  const quoted = /^"([^"]*)"$|^'([^']*)'$/.exec(trimmed);
  return quoted ? { value: quoted[1] ?? quoted[2] ?? '', from: 'quoted value' } : undefined;
}

function fromPage(text: string): Unwrapped | undefined {
  // Tag by tag, so that no text, however made, takes longer than reading it once.
  const tags = text.matchAll(/<input\b([^<>]*)>/gi).map(([, attributes = '']) => attributes);
  const field = tags.find((attributes) => /\bname\s*=\s*["']?SAMLResponse\b/i.test(attributes));
  const value = /\bvalue\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(field ?? '');
  if (value === null) return undefined;
  const plain = (value[1] ?? value[2] ?? '').replace(
    /&#(?:x([0-9a-f]{1,4})|(\d{1,5}));/gi,
    (_all, hex, decimal) =>
      String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  );
  return { value: plain, from: 'HTML form' };
}

/** Plus signs of a field that was copied after decoding were not spaces. */
function decodeField(field: string): string {
  return (new URLSearchParams(`field=${field}`).get('field') ?? '').replaceAll(' ', '+');
}
