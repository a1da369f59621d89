import type { PhoneRecord } from '../../model/records.ts';

/** True when the provider let the phone see a login: before that there is nothing to approve. */
export function wasAsked(phone: PhoneRecord): boolean {
  return phone.shown.application !== '' || phone.shown.origin !== '' || phone.answer.decision !== 'none';
}

/** True when the phone approved and the provider took the approval. */
export function wasApproved(phone: PhoneRecord): boolean {
  return phone.answer.decision === 'approve' && phone.verdict.status >= 200 && phone.verdict.status < 400;
}

/** Header and payload of a compact JWS, unverified; undefined when it is none. */
export function readJws(
  jws: string | undefined,
):
  | { readonly header: Fields; readonly payload: Fields; readonly signed: string; readonly signature: string }
  | undefined {
  const [header, payload, signature, ...rest] = (jws ?? '').split('.');
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0)
    return undefined;
  const read = { header: fieldsOf(header), payload: fieldsOf(payload) };
  if (read.header === undefined || read.payload === undefined) return undefined;
  return { header: read.header, payload: read.payload, signed: `${header}.${payload}`, signature };
}

export type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(part: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    // A JSON object is a record of unknown values; nothing more is assumed.
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

/** A field of a payload when it is a text with something in it. */
export function textField(fields: Fields | undefined, name: string): string | undefined {
  const value = fields?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Values inside a QR text: query parameters of a URL, or else the whole text. */
export function qrValues(qr: string): readonly string[] {
  const url = URL.parse(qr);
  const values = url === null ? [] : [...url.searchParams.values(), ...url.pathname.split('/')];
  return values.filter((value) => value !== '').length > 0 ? values.filter((value) => value !== '') : [qr];
}

/** The text with percent-encoding undone; as it is where that is not possible. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
