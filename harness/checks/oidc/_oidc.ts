import type { Fault } from '../../model/check.ts';
import type { OidcDocument, OidcRecord, OidcRound, OidcToken } from '../../model/oidc-records.ts';

export type JsonObject = Readonly<Record<string, unknown>>;
type Given = { readonly oidc: OidcRecord };

/** A fault of the record; `expected` and `observed` are there for its message as well. */
export function fault<M extends string>(
  message: M,
  expected: string,
  observed: string,
  path: string,
  data: Readonly<Record<string, string | number>> = {},
): Fault<M> {
  return {
    message,
    data: { expected, observed, ...data },
    expected,
    observed,
    where: { artifact: 'oidc', path },
  };
}

/** A value as a reader sees it: its JSON, shortened; `nothing` where there is none. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 120 ? `${text.slice(0, 60)}…${text.slice(-40)}` : text;
}

/** The object that a document holds; undefined where it cannot be read, which has a check of its own. */
export function objectIn(document: OidcDocument | undefined): JsonObject | undefined {
  if (document === undefined || document.status !== 200 || !isJson(document)) return undefined;
  return parseObject(document.body);
}

export function isJson({ contentType }: OidcDocument): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(contentType);
}

export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Texts of a list; undefined where it is no list. */
export function textsIn(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}

/** Keys of a JWKS that can be read. */
export function keysIn(document: OidcDocument | undefined): readonly JsonObject[] {
  const keys = objectIn(document)?.keys;
  return Array.isArray(keys) ? keys.filter(isObject) : [];
}

export function queryOf(url: string | undefined): URLSearchParams {
  return url !== undefined && URL.canParse(url) ? new URL(url).searchParams : new URLSearchParams();
}

/** Scopes of a parameter or a claim. */
export function scopesIn(text: string | null | undefined): readonly string[] {
  return (text ?? '').split(/\s+/).filter((one) => one !== '');
}

/** Address without the query. */
export function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/, '');
}

/** As unguessable as 128 bits in base64url are: at least so many characters. */
export const unguessable = 22;

/** Claims that the mapping reads: of userinfo and, before these, of the ID token. */
export function claimsOf({ federation }: OidcRecord): JsonObject {
  return { ...federation?.userinfo?.claims, ...federation?.idToken?.claims };
}

/** Attributes of the pool and the claims that they come of; the user name is none of them. */
export function mappingOf({ provider }: OidcRecord): readonly (readonly [string, string])[] {
  return Object.entries(provider.mapping).filter(([attribute]) => attribute !== 'username');
}

/** A level as a whole number; undefined for whatever is none. */
export function levelOf(value: unknown): number | undefined {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  return typeof value === 'string' && /^\d$/.test(value) ? Number(value) : undefined;
}

/** As a user pool writes a claim into an attribute; undefined for what it cannot write as one value. */
export function attributeText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

export const hasDiscovery = ({ oidc }: Given): true | string => {
  if (oidc.provider.discovery === undefined) return 'The endpoints were typed by hand.';
  return objectIn(oidc.provider.discovery) !== undefined || 'The discovery document cannot be read.';
};
export const hasKeys = ({ oidc }: Given): true | string =>
  keysIn(oidc.provider.jwks).length > 0 || 'The provider’s keys cannot be read.';
export const wasSent = ({ oidc }: Given): true | string =>
  oidc.federation?.authorizeUrl !== undefined || 'The pool sent nobody to the provider.';
export const cameBack = ({ oidc }: Given): true | string =>
  oidc.federation?.callback !== undefined || 'Nobody came back from the provider.';
export const hasCalled = ({ oidc }: Given): true | string =>
  oidc.federation?.tokenCall !== undefined || 'The pool did not ask the token endpoint.';
export const hasIdToken = ({ oidc }: Given): true | string =>
  oidc.federation?.idToken !== undefined || 'The provider issued no ID token.';
export const hasAsked = ({ oidc }: Given): true | string =>
  oidc.application?.authorizeUrl !== undefined || 'The application sent nobody to the pool.';
export const hasPoolToken = ({ oidc }: Given): true | string =>
  oidc.application?.idToken !== undefined || 'The pool issued no ID token.';
export const hasUser = ({ oidc }: Given): true | string =>
  (oidc.user !== undefined && oidc.application?.idToken !== undefined) || 'Nobody was signed in.';

/** Parts of the record that `applies` has found; the empty ones stand for what is not there. */
export const federationOf = ({ federation }: OidcRecord): OidcRound => federation ?? {};
export const applicationOf = ({ application }: OidcRecord): OidcRound => application ?? {};
const nothing: OidcToken = { header: {}, claims: {}, signature: 'none' };
export const idTokenOf = (record: OidcRecord): OidcToken => federationOf(record).idToken ?? nothing;
export const poolTokenOf = (record: OidcRecord): OidcToken => applicationOf(record).idToken ?? nothing;
