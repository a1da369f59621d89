import { must, Refusal } from '../saml/refusal.ts';

/** Far above the largest response that is read, so that such a one is refused for its own size. */
const maxFormBytes = 512 * 1024;

/** Reads a posted form of bounded size; other media types are refused. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  must(type === 'application/x-www-form-urlencoded', `Request is "${type}", not a form`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxFormBytes) throw new Refusal(`Form is longer than ${maxFormBytes} bytes`);
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

/** The field's value; undefined when absent; refused when there are several. */
export function onlyField(form: URLSearchParams, name: string): string | undefined {
  const values = form.getAll(name);
  must(values.length <= 1, `Form has ${values.length} fields "${name}"`);
  return values[0];
}
