import { inflateRawSync } from 'node:zlib';
import { type SignOptions, signElement } from '../../../harness/saml/sign.ts';
import { createControlClient } from '../../core/control-client.ts';
import { createSigningKey, type SigningKey } from '../../core/keys.ts';
import { createServiceProviderClient } from '../client.ts';
import type { ServiceProviderConfig } from '../config.ts';
import { createServiceProvider, type ServiceProviderDeps } from '../double.ts';
import type { SpKeys } from '../metadata.ts';

export const start = Date.parse('2026-03-01T12:00:00Z');
export const origin = 'https://app.countersign.test';
export const acsUrl = `${origin}/acs`;
export const sloUrl = `${origin}/slo`;
export const entityId = `${origin}/metadata`;
export const idpEntityId = 'https://idp.example/saml';
export const alice = 'alice@example.com';
export const bob = 'bob@example.com';

const day = 86_400_000;

export function makeKey(commonName: string, use: 'signing' | 'encryption' = 'signing'): Promise<SigningKey> {
  return createSigningKey({
    commonName,
    use,
    notBefore: new Date(start - day),
    notAfter: new Date(start + 365 * day),
  });
}

export interface Keys extends SpKeys {
  readonly idp: SigningKey;
  readonly stranger: SigningKey;
}

/** RSA keys take a while: these serve a whole test file. */
export async function makeKeys(): Promise<Keys> {
  const [idp, stranger, signing, encryption] = await Promise.all([
    makeKey('idp'),
    makeKey('stranger'),
    makeKey('sp'),
    makeKey('sp encryption', 'encryption'),
  ]);
  return { idp, stranger, signing, encryption };
}

export interface MetadataFacts {
  readonly entityId?: string;
  readonly signing: readonly string[];
  readonly encryption?: readonly string[];
}

export function writeMetadata({
  entityId: id = idpEntityId,
  signing,
  encryption = [],
}: MetadataFacts): string {
  const key = (use: string) => (der: string) =>
    `<md:KeyDescriptor use="${use}"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${der}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
  const redirect = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';
  return `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${id}"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${signing.map(key('signing')).join('')}${encryption.map(key('encryption')).join('')}<md:SingleLogoutService Binding="${redirect}" Location="https://idp.example/slo"/><md:SingleSignOnService Binding="${redirect}" Location="https://idp.example/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>`;
}

/** Facts of a response; each test changes one. */
export interface Facts {
  readonly now: number;
  readonly responseId: string;
  readonly assertionId: string;
  readonly inResponseTo: string | undefined;
  readonly nameId: string;
  readonly attributes: string;
}

export function factsOf(now: number, inResponseTo: string | undefined, change: Partial<Facts> = {}): Facts {
  return {
    now,
    responseId: `_r${crypto.randomUUID()}`,
    assertionId: `_a${crypto.randomUUID()}`,
    inResponseTo,
    nameId: alice,
    attributes: '',
    ...change,
  };
}

/** A response as a correct identity provider writes it, not signed yet. */
export function writeResponse(facts: Facts): string {
  const at = (minutes: number) => new Date(facts.now + minutes * 60_000).toISOString();
  const answers = facts.inResponseTo === undefined ? '' : ` InResponseTo="${facts.inResponseTo}"`;
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${facts.responseId}" Version="2.0" IssueInstant="${at(0)}" Destination="${acsUrl}"${answers}><saml:Issuer>${idpEntityId}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Assertion ID="${facts.assertionId}" Version="2.0" IssueInstant="${at(0)}"><saml:Issuer>${idpEntityId}</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">${facts.nameId}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${at(5)}" Recipient="${acsUrl}"${answers}/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${at(-1)}" NotOnOrAfter="${at(5)}"><saml:AudienceRestriction><saml:Audience>${entityId}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${at(0)}" SessionIndex="s1" SessionNotOnOrAfter="${at(60)}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>${facts.attributes}</saml:Assertion></samlp:Response>`;
}

export type Part = 'Assertion' | 'Response';

/** Signs the first Assertion, or the Response, by its ID. */
export function sign(xml: string, part: Part, key: SigningKey, options: Partial<SignOptions> = {}): string {
  const id = /<samlp:Response[^>]*? ID="([^"]+)"/.exec(xml)?.[1] ?? '';
  const own = /<saml:Assertion[^>]*? ID="([^"]+)"/.exec(xml)?.[1] ?? '';
  return signElement(xml, part === 'Response' ? id : own, {
    privateKeyPem: key.privateKeyPem,
    certificateDer: key.certificateDer,
    ...options,
  });
}

export function encode(xml: string): string {
  return Buffer.from(xml, 'utf8').toString('base64');
}

/** A browser with one cookie jar, as far as these tests need one: posts from elsewhere carry no Lax cookies. */
export interface Browser {
  readonly jar: Map<string, string>;
  readonly cookie: () => string;
  readonly get: (url: string) => Promise<Response>;
  readonly post: (
    url: string,
    form: Record<string, string> | string,
    fromElsewhere?: boolean,
  ) => Promise<Response>;
  readonly send: (url: string, init: RequestInit) => Promise<Response>;
}

/** What the service provider asked the identity provider for. */
export interface Asked {
  readonly url: URL;
  readonly xml: string;
  readonly requestId: string;
  readonly relayState: string;
}

export type World = ReturnType<typeof openWorld>;

/** The double under a fixed clock, trusting `idp`. */
export function openWorld(keys: Keys, config: ServiceProviderConfig = {}, deps: ServiceProviderDeps = {}) {
  let now = start;
  const idps = [{ metadata: writeMetadata({ signing: [keys.idp.certificateDer] }) }];
  const double = createServiceProvider({ idps, ...config }, { now: () => now, keys, ...deps });
  const control = createControlClient(double.control);
  const client = createServiceProviderClient(control);

  const openBrowser = (): Browser => {
    const jar = new Map<string, string>();
    const cookie = (all = true) =>
      [...jar]
        .filter(([name]) => all || name.endsWith('browser'))
        .map(([name, value]) => `${name}=${value}`)
        .join('; ');
    const send = async (url: string, init: RequestInit, all = true) => {
      const headers = new Headers(init.headers);
      if (jar.size > 0) headers.set('cookie', cookie(all));
      const answer = await double.fetch(new Request(url, { ...init, headers, redirect: 'manual' }));
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
        if (/Max-Age=0/.test(line)) jar.delete(name);
        else jar.set(name, value);
      }
      return answer;
    };
    return {
      jar,
      cookie: () => cookie(),
      get: (url) => send(url, { method: 'GET' }),
      post: (url, form, fromElsewhere = true) =>
        send(url, { method: 'POST', body: new URLSearchParams(form) }, !fromElsewhere),
      send,
    };
  };

  const begin = async (browser: Browser, target = ''): Promise<Asked> => {
    const query = target === '' ? '' : `?RelayState=${encodeURIComponent(target)}`;
    const answer = await browser.get(`${origin}/login${query}`);
    const url = new URL(answer.headers.get('location') ?? '');
    const bytes = Buffer.from(url.searchParams.get('SAMLRequest') ?? '', 'base64');
    const xml = inflateRawSync(bytes).toString('utf8');
    const requestId = / ID="([^"]+)"/.exec(xml)?.[1] ?? '';
    return { url, xml, requestId, relayState: url.searchParams.get('RelayState') ?? '' };
  };

  return {
    double,
    control,
    client,
    openBrowser,
    begin,
    now: () => now,
    wait: (ms: number) => {
      now += ms;
    },
    whoami: (browser: Browser) => client.whoami(browser.cookie()),
    deliver: (browser: Browser, xml: string, relayState?: string) =>
      browser.post(acsUrl, {
        SAMLResponse: encode(xml),
        ...(relayState === undefined ? {} : { RelayState: relayState }),
      }),
  };
}
