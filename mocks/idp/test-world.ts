import { deflateRawSync } from 'node:zlib';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import type { Double } from '../../harness/model/double.ts';
import { createClock } from '../core/clock.ts';
import { createControlClient } from '../core/control-client.ts';
import { createIds } from '../core/ids.ts';
import type { AnswerPayload, ScanAnswer } from '../core/phone-protocol.ts';
import { createIdpClient } from './client.ts';
import { type IdpConfigInput, identityCenterApplication } from './config.ts';
import { createIdp } from './double.ts';
import type { IdpKeys } from './state.ts';

/** For tests: the double under a fixed clock, with a browser and phones to play against it. */

export const host = 'https://acme.1kosmos.net';
export const start = Date.UTC(2026, 0, 15, 12);
export const alice = 'alice.wong@example.com';
export const bob = 'bob.okafor@example.com';

export const people = [
  { email: alice, firstName: 'Alice', lastName: 'Wong' },
  { email: bob, username: 'bob', firstName: 'Bob', lastName: 'Okafor' },
];

export function makeIdp(keys: IdpKeys, config: IdpConfigInput = {}) {
  const clock = createClock(() => start);
  const idp = createIdp({ users: people, ...config }, { clock, ids: createIds(), keys });
  const control = createControlClient(idp.control);
  return { idp, clock, control, client: createIdpClient(control) };
}

/** A browser with one cookie jar; follows no redirects by itself. */
export function openBrowser(idp: Double) {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const visit = async (path: string, init: { method?: string; body?: string } = {}) => {
    const url = path.startsWith('https:') ? path : host + path;
    const response = await idp.fetch(
      new Request(url, {
        ...init,
        headers: {
          cookie: cookie(),
          ...(init.body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        },
      }),
    );
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (line.includes('Max-Age=0')) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const follow = async (path: string, init: { method?: string; body?: string } = {}) => {
    let response = await visit(path, init);
    for (let hops = 0; response.status === 303 && hops < 5; hops += 1) {
      response = await visit(response.headers.get('location') ?? '');
    }
    return { response, status: response.status, text: await response.text() };
  };
  return { visit, follow, cookie, jar };
}
export type Browser = ReturnType<typeof openBrowser>;

/** What a login page shows. */
export function readPage(text: string) {
  const find = (pattern: RegExp) =>
    pattern
      .exec(text)?.[1]
      ?.replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  return {
    qr: find(/id="qr-text">([^<]+)</),
    number: find(/id="match-number">(\d+)</),
    id: find(/data-status="\/login\/status\?id=([\w-]+)"/),
    refusal: find(/data-refusal="([\w-]+)"/),
    retry: find(/id="new-code" href="([^"]+)"/),
    acs: find(/<form method="post" action="(https:[^"]+)"/),
    samlResponse: find(/name="SAMLResponse" value="([^"]+)"/),
    relayState: find(/name="RelayState" value="([^"]*)"/),
  };
}

export interface Phone {
  readonly deviceId: string;
  readonly scan: (
    qr: string | undefined,
  ) => Promise<{ status: number; body: ScanAnswer & { code?: string } }>;
  readonly sign: (payload: object, header?: { alg?: string; kid?: string }) => Promise<string>;
  readonly send: (jws: string) => Promise<{ status: number; code: string; message?: string }>;
  /** Scans done before, then answers; what is given replaces what an honest phone would say. */
  readonly answer: (
    scan: ScanAnswer,
    number: string | undefined,
    change?: Partial<AnswerPayload>,
  ) => Promise<{ status: number; code: string }>;
}

export async function post(idp: Double, path: string, body: unknown) {
  const response = await idp.fetch(
    new Request(host + path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
  return { status: response.status, body: await response.json() };
}

export async function enrolPhone(
  world: Pick<ReturnType<typeof makeIdp>, 'idp' | 'client'>,
  email: string,
  biometrics?: readonly string[],
): Promise<Phone> {
  const { idp, client } = world;
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const code = await client.createEnrolmentCode(email);
  const device = { name: 'Test phone', ...(biometrics === undefined ? {} : { biometrics }) };
  const enrolled = await post(idp, '/phone/enrol', {
    code,
    publicKeyJwk: await exportJWK(publicKey),
    device,
  });
  const deviceId: string = enrolled.body.deviceId;
  const sign: Phone['sign'] = (payload, header = {}) =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'ES256', kid: deviceId, ...header })
      .sign(privateKey);
  const send: Phone['send'] = async (jws) => {
    const { status, body } = await post(idp, '/phone/answer', { jws });
    return { status, ...body };
  };
  return {
    deviceId,
    sign,
    send,
    scan: (qr) => post(idp, '/phone/scan', { qr, deviceId }),
    answer: async (scan, number, change) =>
      send(
        await sign({
          challenge: scan.challenge,
          session: scan.session,
          origin: scan.origin,
          userName: scan.userName,
          decision: 'approve',
          biometric: 'touch-id',
          liveness: 'not-checked',
          number,
          iat: Math.floor(start / 1000),
          ...change,
        }),
      ),
  };
}

export const requestId = '_0123456789abcdef0123456789abcdef01234567';

/** An AuthnRequest as the access portal sends it; `change` edits the text. */
export function makeRequest(change: (xml: string) => string = (xml) => xml): string {
  return change(
    `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${requestId}" Version="2.0" IssueInstant="2026-01-15T12:00:00Z" Destination="${host}/saml/sso" AssertionConsumerServiceURL="${identityCenterApplication.acsUrl}" ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"><saml:Issuer>${identityCenterApplication.entityId}</saml:Issuer><samlp:NameIDPolicy Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"/></samlp:AuthnRequest>`,
  );
}

export function redirectUrl(xml: string, extra = ''): string {
  const parameter = encodeURIComponent(deflateRawSync(xml).toString('base64'));
  return `/saml/sso?SAMLRequest=${parameter}${extra}`;
}

/** Follows a login to its end with an honest phone. */
export async function logIn(browser: Browser, phone: Phone, path: string) {
  const page = readPage((await browser.follow(path)).text);
  const { body } = await phone.scan(page.qr);
  await phone.answer(body, page.number);
  return readPage((await browser.follow(`/login/complete?id=${page.id}`)).text);
}

export function decodeResponse(page: { samlResponse: string | undefined }): string {
  return Buffer.from(page.samlResponse ?? '', 'base64').toString('utf8');
}
