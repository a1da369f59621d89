import type {
  OidcDocument,
  OidcProbe,
  OidcRecord,
  OidcRound,
  OidcToken,
  OidcTokenCall,
} from '../../model/oidc-records.ts';
import { EditError } from '../kit/edit.ts';

type Values = Readonly<Record<string, unknown>>;
type Side = 'federation' | 'application';

/** The object with these members otherwise; those that are undefined are taken out. */
function merged(before: Values, change: Values): Values {
  const all = Object.entries({ ...before, ...change });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new EditError(`This login has no ${what}.`);
  return value;
}

/** One side's round with parts of it otherwise; those that are undefined are taken out. */
export function withRound(record: OidcRecord, side: Side, change: Values): OidcRecord {
  return { ...record, [side]: merged({ ...need(record[side], side) }, change) };
}

function withToken(
  record: OidcRecord,
  side: Side,
  name: 'idToken' | 'accessToken',
  change: (token: OidcToken) => OidcToken,
): OidcRecord {
  return withRound(record, side, { [name]: change(need(record[side]?.[name], name)) });
}

const claimsChanged = (change: Values) => (token: OidcToken) => ({
  ...token,
  claims: merged(token.claims, change),
});

/** The provider's ID token with other claims. */
export const withClaims = (record: OidcRecord, change: Values) =>
  withToken(record, 'federation', 'idToken', claimsChanged(change));
export const withHeader = (record: OidcRecord, change: Values) =>
  withToken(record, 'federation', 'idToken', (token) => ({ ...token, header: merged(token.header, change) }));
export const withSignature = (record: OidcRecord, signature: OidcToken['signature']) =>
  withToken(record, 'federation', 'idToken', (token) => ({ ...token, signature }));
/** The pool's ID token with other claims. */
export const withPoolClaims = (record: OidcRecord, change: Values) =>
  withToken(record, 'application', 'idToken', claimsChanged(change));
export const withPoolSignature = (record: OidcRecord, signature: OidcToken['signature']) =>
  withToken(record, 'application', 'idToken', (token) => ({ ...token, signature }));
export const withAccessClaims = (record: OidcRecord, change: Values) =>
  withToken(record, 'application', 'accessToken', claimsChanged(change));

/** A claim otherwise in the ID token and at userinfo. */
export function withBothClaims(record: OidcRecord, change: Values): OidcRecord {
  const userinfo = need(record.federation?.userinfo, 'userinfo');
  return withRound(withClaims(record, change), 'federation', {
    userinfo: { ...userinfo, claims: merged(userinfo.claims, change) },
  });
}

function withDocument(
  record: OidcRecord,
  name: 'discovery' | 'jwks',
  change: (document: OidcDocument) => OidcDocument,
): OidcRecord {
  const document = need(record.provider[name], name);
  return { ...record, provider: { ...record.provider, [name]: change(document) } };
}

/** The discovery document answered otherwise. */
export const withAnswer = (record: OidcRecord, name: 'discovery' | 'jwks', change: Partial<OidcDocument>) =>
  withDocument(record, name, (document) => ({ ...document, ...change }));

/** The discovery document with other members. */
export const withDiscovery = (record: OidcRecord, change: Values) =>
  withDocument(record, 'discovery', (document) => ({
    ...document,
    body: JSON.stringify(merged(JSON.parse(document.body) as Values, change)), // genuine records hold an object
  }));

/** One of the provider's keys with other members. */
export const withKey = (record: OidcRecord, index: number, change: Values) =>
  withDocument(record, 'jwks', (document) => {
    const { keys } = JSON.parse(document.body) as { keys: readonly Values[] }; // genuine records hold a set
    const changed = keys.map((key, place) => (place === index ? merged(key, change) : key));
    return { ...document, body: JSON.stringify({ keys: changed }) };
  });

/** Parameters of a request otherwise; those that are undefined are taken out. */
export function withRequest(
  record: OidcRecord,
  side: Side,
  change: Readonly<Record<string, string | undefined>>,
): OidcRecord {
  const url = new URL(need(record[side]?.authorizeUrl, 'request'));
  for (const [name, value] of Object.entries(change))
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  return withRound(record, side, { authorizeUrl: url.href });
}

/** Parameters of an answer otherwise. */
export const withCallback = (record: OidcRecord, side: Side, change: Values) =>
  withRound(record, side, { callback: merged(need(record[side]?.callback, 'answer'), change) });

export const withTokenCall = (record: OidcRecord, change: Partial<OidcTokenCall>) =>
  withRound(record, 'federation', {
    tokenCall: { ...need(record.federation?.tokenCall, 'token call'), ...change },
  });

/** Lines of the mapping otherwise; those that are undefined are taken out. */
export const withMapping = (record: OidcRecord, change: Values): OidcRecord => ({
  ...record,
  // Only texts are ever put in.
  provider: {
    ...record.provider,
    mapping: merged(record.provider.mapping, change) as Readonly<Record<string, string>>,
  },
});

export function withAttributes(record: OidcRecord, change: Values): OidcRecord {
  const user = need(record.user, 'user');
  // Only texts are ever put in.
  const attributes = merged(user.attributes, change) as Readonly<Record<string, string>>;
  return { ...record, user: { ...user, attributes } };
}

/** The level everywhere where it goes: claim, attribute, the pool's token, and what the resource makes of it. */
export function withLevel(record: OidcRecord, claim: unknown): OidcRecord {
  const { claim: name, attribute, minimum } = record.assurance;
  const text = String(claim);
  const sent = withBothClaims(record, { [name]: claim });
  const kept = withPoolClaims(withAttributes(sent, { [attribute]: text }), { [attribute]: text });
  const isEnough = /^\d$/.test(text) && Number(text) >= minimum;
  return { ...kept, resource: { ...need(kept.resource, 'resource'), status: isEnough ? 200 : 403 } };
}

/** An attempt that got somebody in, or something out. */
export function withProbe(record: OidcRecord, how: OidcProbe['how'], who?: string): OidcRecord {
  return {
    ...record,
    probes: record.probes.map((probe) =>
      probe.how === how
        ? { ...probe, accepted: true, status: 200, ...(who === undefined ? {} : { who }) }
        : probe,
    ),
  };
}

/** The sign-in ended at the token endpoint: nothing came after it. */
export function withoutTokens(record: OidcRecord, change: Partial<OidcTokenCall>): OidcRecord {
  const { user: _, resource: __, ...rest } = withTokenCall(record, change);
  const { authorizeUrl = '' } = record.application ?? {};
  const ended: OidcRound = { authorizeUrl };
  return withRound({ ...rest, application: ended }, 'federation', {
    idToken: undefined,
    userinfo: undefined,
  });
}
