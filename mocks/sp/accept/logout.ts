import { inflateRawSync } from 'node:zlib';
import { decodeBase64 } from '../../core/saml/decode.ts';
import { must, need, Refusal } from '../../core/saml/refusal.ts';
import { attribute, type Element, ns } from '../../core/saml/xml.ts';
import { onlyField } from '../../core/web/forms.ts';
import type { Memory, Session } from '../memory.ts';
import type { Provider } from '../providers.ts';
import { keyOf } from './accept-login.ts';
import { children, optional, quote, required } from './find.ts';
import { bound } from './times.ts';
import type { LoginRun, LogoutCheck, Post } from './types.ts';

/** A LogoutRequest; read from signed text where it was signed. */
export interface LogoutMessage {
  readonly request: Element;
  readonly id: string;
  readonly provider: Provider;
  readonly signed: boolean;
  readonly nameId: string;
  readonly sessionIndexes: readonly string[];
  readonly relayState: string | undefined;
}

/** Reads a LogoutRequest that came by redirect or by post (Profiles 4.4). @throws Refusal */
export async function readLogout(post: Post, run: LoginRun): Promise<LogoutMessage> {
  const byRedirect = post.method === 'GET';
  const fields = byRedirect
    ? post.url.searchParams
    : new URLSearchParams(Buffer.from(post.body).toString('utf8'));
  const encoded = need(onlyField(fields, 'SAMLRequest'), 'There is no SAMLRequest');
  const text = byRedirect ? inflate(encoded, run) : run.steps.decode(encoded, run);
  const root = await run.steps.parse(text, run);
  must(
    root.namespace === ns.samlp && root.local === 'LogoutRequest',
    `${quote(root.local)} is no LogoutRequest`,
  );
  const issuer = run.steps.textOf(required(run, root, ns.saml, 'Issuer'));
  const provider = run.steps.findLogoutProvider(issuer, run);
  const signed = byRedirect ? verifyQuery(post.url, provider, run) : await verifyPosted(root, provider, run);
  const request = typeof signed === 'boolean' ? root : signed;
  return {
    request,
    provider,
    id: attribute(request, 'ID') ?? '',
    signed: signed !== false,
    nameId: run.steps.textOf(required(run, request, ns.saml, 'NameID')),
    sessionIndexes: children(run, request, ns.samlp, 'SessionIndex').map(run.steps.textOf),
    relayState: onlyField(fields, 'RelayState'),
  };
}

function inflate(encoded: string, { steps: { limits } }: LoginRun): string {
  must(encoded.length <= limits.encodedLength, 'SAMLRequest is too long');
  try {
    const bytes = inflateRawSync(Buffer.from(encoded, 'base64'), { maxOutputLength: limits.maxLength });
    return decodeBase64(bytes.toString('base64'), 2 * limits.maxLength);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('SAMLRequest is not base64 of raw DEFLATE');
  }
}

/** Bindings 3.4.4.1: over the parameters as they were sent. False when nobody signed; refused when it does not hold. */
function verifyQuery(url: URL, { signing }: Provider, run: LoginRun): boolean {
  const raw = new Map(
    url.search
      .slice(1)
      .split('&')
      .map((pair) => [pair.split('=', 1)[0] ?? '', pair] as const),
  );
  const method = url.searchParams.get('SigAlg');
  const value = url.searchParams.get('Signature');
  if (method === null && value === null) return false;
  const data = ['SAMLRequest', 'RelayState', 'SigAlg'].flatMap((name) => raw.get(name) ?? []).join('&');
  const holds = Object.hasOwn(run.steps.algorithms.signature, method ?? '')
    ? run.steps.algorithms.signature[method ?? '']
    : undefined;
  must(holds !== undefined, `SigAlg ${quote(method ?? '')} is not accepted`);
  const isGenuine = holds(Buffer.from(data), Buffer.from(value ?? '', 'base64'), signing, undefined, run);
  must(isGenuine, 'Signature of the query does not hold by any key of the identity provider');
  return true;
}

async function verifyPosted(root: Element, provider: Provider, run: LoginRun): Promise<Element | false> {
  run.steps.checkIds(root, run);
  const [signed] = await run.steps.collectLogoutSignatures(root, provider, run);
  return signed === undefined ? false : run.steps.readSigned(signed, run);
}

export function findLogoutProvider(issuer: string, { providers }: Pick<LoginRun, 'providers'>): Provider {
  return need(providers.find(issuer), `Issuer ${quote(issuer)} is not trusted`);
}

const signed: LogoutCheck = (message) => must(message.signed, 'LogoutRequest is not signed');

const destination: LogoutCheck = ({ request }, { addresses }) => {
  const given = attribute(request, 'Destination');
  must(given === addresses.sloUrl, `Destination ${quote(given)} is not the logout service`);
};

const time: LogoutCheck = ({ request }, run) => {
  const skew = run.steps.skewMs(run);
  const issued = need(bound(request, 'IssueInstant', run), 'LogoutRequest has no IssueInstant');
  must(issued <= run.now + skew, 'LogoutRequest is issued in the future');
  must(issued >= run.now - run.settings.maxMessageAgeMs - skew, 'LogoutRequest was issued too long ago');
  const until = bound(request, 'NotOnOrAfter', run);
  must(until === undefined || run.now < until + skew, 'LogoutRequest has expired');
};

const head: LogoutCheck = ({ request, id }, run) => {
  must(attribute(request, 'Version') === '2.0', 'LogoutRequest is not of SAML version 2.0');
  must(id !== '', 'LogoutRequest has no ID');
  optional(run, request, ns.saml, 'Issuer');
};

const reuse: LogoutCheck = ({ id, provider }, run) => {
  // Refused for its age by then.
  const until = run.now + run.settings.maxMessageAgeMs + 2 * run.steps.skewMs(run);
  must(
    run.memory.used.claim(keyOf('logout', provider.entityId, id), until),
    'LogoutRequest was already used',
  );
};

/** What a logout request must satisfy, in this order. */
export const logoutChecks: Readonly<Record<string, LogoutCheck>> = { signed, head, destination, time, reuse };

/** The sessions that a logout request is about. */
export function sessionsToEnd(message: LogoutMessage, { memory }: LoginRun): readonly Session[] {
  const { provider, nameId, sessionIndexes } = message;
  return memory.sessions
    .list()
    .filter(
      ({ login }) =>
        login.issuer === provider.entityId &&
        login.nameId === nameId &&
        (sessionIndexes.length === 0 || sessionIndexes.includes(login.sessionIndex ?? '')),
    );
}

export function endSession({ id }: Session, memory: Memory): void {
  memory.sessions.take(id);
}
