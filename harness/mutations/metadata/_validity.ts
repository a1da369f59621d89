/** Tags and lengths of the two ways in which a certificate writes a time (RFC 5280, 4.1.2.5). */
const utcTime = { tag: 0x17, length: 13 };
const generalizedTime = { tag: 0x18, length: 15 };

/**
 * The certificate (base64 DER) with another validity, in milliseconds since 1970. Its key stays, so that
 * signatures still verify; its own signature no longer does, which nobody checks on a self-signed one.
 * Throws when the bytes hold no validity.
 */
export function withValidity(der: string, validity: { notBefore?: number; notAfter?: number }): string {
  const bytes = Buffer.from(der, 'base64');
  for (let at = 0; at + 4 < bytes.length; at += 1) {
    const first = timeAt(bytes, at + 2);
    const second = first && timeAt(bytes, first.end);
    if (bytes[at] !== 0x30 || !second || bytes[at + 1] !== second.end - at - 2) continue;
    writeTime(bytes, first, validity.notBefore);
    writeTime(bytes, second, validity.notAfter);
    return bytes.toString('base64');
  }
  throw new Error('The certificate has no validity to change.');
}

interface Time {
  readonly start: number;
  readonly end: number;
}

function timeAt(bytes: Buffer, at: number): Time | undefined {
  const kind = [utcTime, generalizedTime].find(
    ({ tag, length }) => bytes[at] === tag && bytes[at + 1] === length,
  );
  return kind && { start: at + 2, end: at + 2 + kind.length };
}

function writeTime(bytes: Buffer, { start, end }: Time, ms: number | undefined): void {
  if (ms === undefined) return;
  const digits = `${new Date(ms).toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
  bytes.write(digits.slice(-(end - start)), start, 'latin1');
}
