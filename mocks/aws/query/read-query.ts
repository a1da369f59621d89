import { QueryError } from './query-error.ts';

/** A request of the AWS Query protocol. */
export interface QueryRequest {
  readonly action: string | undefined;
  readonly version: string | undefined;
  /** Every parameter but Action and Version, by its flat name (`PolicyArns.member.1.arn`). */
  readonly parameters: ReadonlyMap<string, string>;
  /** The request as it came, for its signature. */
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/**
 * Reads the query string and, on POST, the form (AWS Query protocol; the STS reference shows GET too).
 * Of a repeated parameter the first counts, which AWS does not document.
 * @param maxBytes a longer body is refused: 413, ours, since the service models bound members and not bodies
 */
export async function readQuery(request: Request, maxBytes: number): Promise<QueryRequest> {
  const url = new URL(request.url);
  const body = await readBody(request, maxBytes);
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  const form = type === 'application/x-www-form-urlencoded' ? Buffer.from(body).toString('utf8') : '';
  const parameters = new Map<string, string>();
  for (const [name, value] of [...url.searchParams, ...new URLSearchParams(form)])
    if (!parameters.has(name)) parameters.set(name, value);
  const action = parameters.get('Action');
  const version = parameters.get('Version');
  parameters.delete('Action');
  parameters.delete('Version');
  return { action, version, parameters, method: request.method, url, headers: request.headers, body };
}

async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new QueryError(413, 'RequestEntityTooLarge', `The request is longer than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Values of `name.member.1…`, in their order; ends at the first number that is missing. */
export function membersOf(
  parameters: ReadonlyMap<string, string>,
  name: string,
): readonly ReadonlyMap<string, string>[] {
  const members: ReadonlyMap<string, string>[] = [];
  for (let index = 1; ; index += 1) {
    const prefix = `${name}.member.${index}`;
    const fields = [...parameters].filter(([key]) => key === prefix || key.startsWith(`${prefix}.`));
    if (fields.length === 0) return members;
    members.push(new Map(fields.map(([key, value]) => [key.slice(prefix.length + 1), value])));
  }
}
