import { PushStopped, type Reply, type Transport } from './transport.ts';

export type Kind = 'Users' | 'Groups';

/** A user or group as the service answers it. */
export interface RemoteThing {
  readonly id: string;
  readonly externalId?: string;
  /** `userName` or `displayName`. */
  readonly name: string;
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Largest page that AWS gives. */
const pageSize = 100;

/** Everything of one kind, page by page. @param filter one that AWS answers with several results */
export async function listAll(transport: Transport, kind: Kind, filter?: string): Promise<RemoteThing[]> {
  const things: RemoteThing[] = [];
  let cursor = '';
  for (;;) {
    const query = [`cursor=${encodeURIComponent(cursor)}`, `count=${pageSize}`];
    if (filter !== undefined) query.push(`filter=${encodeURIComponent(filter)}`);
    const { status, body } = settled(await transport.call('GET', `/${kind}?${query.join('&')}`));
    if (status !== 200)
      throw new PushStopped(
        `The service answered ${status} when asked for ${kind}. Compare the SCIM Base URL with the one in IAM Identity Center → Settings → Automatic provisioning.`,
      );
    things.push(...readThings(kind, body));
    if (typeof body.nextCursor !== 'string' || body.nextCursor === '') {
      if (typeof body.totalResults === 'number' && body.totalResults > things.length)
        throw new PushStopped(
          `The service told ${things.length} of ${body.totalResults} ${kind} and no way to the rest.`,
        );
      return things;
    }
    cursor = body.nextCursor;
  }
}

/** Looks one up by our own id, then by its name. */
export async function lookUp(
  transport: Transport,
  kind: Kind,
  { externalId, name }: { readonly externalId: string; readonly name: string },
): Promise<RemoteThing | undefined> {
  const byName = kind === 'Users' ? 'userName' : 'displayName';
  for (const [attribute, value] of [
    ['externalId', externalId],
    [byName, name],
  ]) {
    // Values of a filter are JSON (RFC 7644, section 3.4.2.2).
    const filter = encodeURIComponent(`${attribute} eq ${JSON.stringify(value)}`);
    const { body } = settled(await transport.call('GET', `/${kind}?filter=${filter}`));
    const [found] = readThings(kind, body);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** How a creation ended: with the new one, with one that is there already, or refused. */
export type Created =
  | { readonly made: RemoteThing }
  | { readonly there: RemoteThing }
  | { readonly refused: { readonly status: number; readonly detail: string } };

/**
 * Makes one, once: after a conflict, or an answer that never came, it is looked up before anything is tried again. So
 * nothing is made twice, whatever is lost on the way.
 */
export async function createOnce(
  transport: Transport,
  kind: Kind,
  keys: { readonly externalId: string; readonly name: string },
  body: unknown,
): Promise<Created> {
  for (let attempt = 1; ; attempt += 1) {
    const reply = await transport.call('POST', `/${kind}`, body, { attempt });
    if (reply.isLost === undefined && reply.status === 201) {
      const [made] = readThings(kind, { Resources: [reply.body] });
      if (made !== undefined) return { made };
    }
    if (reply.isLost === undefined && reply.status !== 409 && reply.status !== 201)
      return { refused: { status: reply.status, detail: String(reply.body.detail ?? '') } };
    const found = await lookUp(transport, kind, keys);
    if (found !== undefined) return { there: found };
    if (reply.isLost === undefined)
      return { refused: { status: reply.status, detail: String(reply.body.detail ?? '') } };
  }
}

/** A reply to a request that may be repeated is never lost: the transport goes on, or gives the push up. */
export function settled(reply: Reply): Exclude<Reply, { readonly isLost: true }> {
  if (reply.isLost) throw new Error('A repeatable request was handed back without an answer.');
  return reply;
}

function readThings(kind: Kind, body: Readonly<Record<string, unknown>>): readonly RemoteThing[] {
  const resources: readonly unknown[] = Array.isArray(body.Resources) ? body.Resources : [];
  return resources.flatMap((one): readonly RemoteThing[] => {
    if (typeof one !== 'object' || one === null) return [];
    // Parse edge: an object whose fields are looked at one by one.
    const raw = one as Record<string, unknown>;
    const name = kind === 'Users' ? raw.userName : raw.displayName;
    if (typeof raw.id !== 'string' || typeof name !== 'string') return [];
    const { externalId } = raw;
    return [{ id: raw.id, name, raw, ...(typeof externalId === 'string' ? { externalId } : {}) }];
  });
}
