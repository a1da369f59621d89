import { inflateRawSync } from 'node:zlib';
import type { Double } from '../../../../harness/model/double.ts';
import { createControlClient } from '../../../core/control-client.ts';
import type { SigningKey } from '../../../core/keys.ts';
import { createIdentityCenterClient, type IdentityCenterClient } from '../client.ts';
import type { IdentityCenterConfig } from '../config.ts';
import { createIdentityCenter } from '../double.ts';
import * as idp from './test-idp.ts';

export const portal = 'https://d-1234567890.awsapps.com';

/** A browser's cookie jar for the portal's host, and requests made with it. */
export interface TestBrowser {
  readonly get: (url: string) => Promise<Response>;
  readonly post: (url: string, form: Readonly<Record<string, string>> | string) => Promise<Response>;
  readonly cookie: () => string;
}

export interface TestPortal {
  readonly double: Double;
  readonly client: IdentityCenterClient;
  readonly newBrowser: () => TestBrowser;
  /** Lets time pass, in milliseconds. */
  readonly wait: (ms: number) => void;
  readonly now: () => number;
}

export const alice = {
  userName: 'alice@example.com',
  email: 'alice@example.com',
  givenName: 'Alice',
  familyName: 'Liddell',
  active: true,
};

export const directory: IdentityCenterConfig = {
  users: [
    alice,
    { ...alice, userName: 'Erin@example.com' },
    { ...alice, userName: 'gone@example.com', active: false },
  ],
  groups: { admins: ['alice@example.com'] },
  accounts: { '111122223333': 'Production', '444455556666': 'Sandbox' },
  permissionSets: ['AdministratorAccess', 'ReadOnlyAccess'],
  assignments: [
    {
      principal: { type: 'group', id: 'admins' },
      accountId: '444455556666',
      permissionSet: 'AdministratorAccess',
    },
    {
      principal: { type: 'user', id: 'alice@example.com' },
      accountId: '444455556666',
      permissionSet: 'ReadOnlyAccess',
    },
    {
      principal: { type: 'user', id: 'alice@example.com' },
      accountId: '111122223333',
      permissionSet: 'ReadOnlyAccess',
    },
  ],
};

export function createTestPortal(start: number, config: IdentityCenterConfig): TestPortal {
  let now = start;
  const double = createIdentityCenter({ ...directory, ...config }, { now: () => now });
  return {
    double,
    client: createIdentityCenterClient(createControlClient(double.control)),
    newBrowser: () => createBrowser(double),
    wait: (ms) => {
      now += ms;
    },
    now: () => now,
  };
}

function createBrowser(double: Double): TestBrowser {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  async function send(url: string, init: RequestInit): Promise<Response> {
    // __Host- cookies go to the host that set them only.
    const headers = new Headers(init.headers);
    if (url.startsWith(portal)) headers.set('cookie', cookie());
    const answer = await double.fetch(new Request(url, { ...init, headers, redirect: 'manual' }));
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (/Max-Age=0/.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }
  return {
    cookie,
    get: (url) => send(url, { method: 'GET' }),
    post: (url, form) => send(url, { method: 'POST', body: new URLSearchParams(form) }),
  };
}

/** What the portal asked the identity provider for. */
export interface Asked {
  readonly url: URL;
  readonly xml: string;
  readonly requestId: string;
  readonly relayState: string;
}

export async function begin(browser: TestBrowser, destination = ''): Promise<Asked> {
  const answer = await browser.post(`${portal}/start/login`, { username: 'alice@example.com', destination });
  const url = new URL(answer.headers.get('location') ?? '');
  const xml = inflateRawSync(Buffer.from(url.searchParams.get('SAMLRequest') ?? '', 'base64')).toString(
    'utf8',
  );
  const requestId = / ID="([^"]+)"/.exec(xml)?.[1] ?? '';
  return { url, xml, requestId, relayState: url.searchParams.get('RelayState') ?? '' };
}

/** A genuine answer's facts. */
export function factsOf(at: TestPortal, inResponseTo: string | undefined): idp.ResponseFacts {
  return {
    now: at.now(),
    responseId: `_r${crypto.randomUUID()}`,
    assertionId: `_a${crypto.randomUUID()}`,
    inResponseTo,
    destination: idp.acsUrl,
    recipient: idp.acsUrl,
    audience: idp.entityId,
    issuer: idp.idpEntityId,
    nameId: 'alice@example.com',
    nameIdFormat: idp.emailFormat,
    status: 'urn:oasis:names:tc:SAML:2.0:status:Success',
    attributes: '',
  };
}

/** Posts a response to the ACS and follows the way to the portal; gives the last answer. */
export async function deliver(browser: TestBrowser, xml: string, relayState?: string): Promise<Response> {
  const state: Record<string, string> = relayState === undefined ? {} : { RelayState: relayState };
  let answer = await browser.post(idp.acsUrl, { SAMLResponse: idp.encode(xml), ...state });
  while (answer.status === 303)
    answer = await browser.get(new URL(answer.headers.get('location') ?? '', portal).href);
  return answer;
}

/** A genuine signed answer to a request that was just made. */
export async function answerOf(
  at: TestPortal,
  browser: TestBrowser,
  key: SigningKey,
  change: Partial<idp.ResponseFacts> = {},
): Promise<{ xml: string; relayState: string }> {
  const { requestId, relayState } = await begin(browser);
  const facts = { ...factsOf(at, requestId), ...change };
  return { xml: idp.sign(idp.writeResponse(facts), { key, element: 'Assertion' }), relayState };
}
