/** Decodes bytes as whatever they seem to be, and never refuses any. */
export function decodeBytes(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  // A byte order mark that lies is passed over.
  if (isUtf16 && bytes[3] === 0) return bytes.subarray(2).toString('utf16le');
  const rest = isUtf16
    ? bytes.subarray(2)
    : bytes[0] === 0xef && bytes[1] === 0xbb
      ? bytes.subarray(3)
      : bytes;
  const ascii = rest.subarray(0, 200).toString('latin1');
  if (/^\+[A-Za-z0-9+/]+-/.test(ascii)) return decodeUtf7(rest.toString('latin1'));
  return decodeUtf8(rest);
}

/** UTF-8 as it was decoded before RFC 3629: overlong forms and surrogates are taken, anything else is Latin-1. */
function decodeUtf8(bytes: Buffer): string {
  const out: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const size = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
    const tail = bytes.subarray(at + 1, at + size);
    const isSequence = tail.length === size - 1 && tail.every((byte) => (byte & 0xc0) === 0x80);
    if (!isSequence || size === 1) {
      out.push(String.fromCharCode(lead));
      at += 1;
      continue;
    }
    const first = lead & (0xff >> (size + 1));
    const code = tail.reduce((value, byte) => (value << 6) | (byte & 0x3f), first);
    out.push(code > 0xffff ? String.fromCodePoint(Math.min(code, 0x10ffff)) : String.fromCharCode(code));
    at += size;
  }
  return out.join('');
}

/** RFC 2152. */
function decodeUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_all, encoded: string) =>
    encoded === '' ? '+' : Buffer.from(encoded, 'base64').swap16().toString('utf16le'),
  );
}
