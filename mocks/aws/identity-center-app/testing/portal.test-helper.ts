// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its expressions like this
import { deflateRawSync } from 'node:zlib';
import { readResponse } from '../../../../harness/saml/read-response.ts';
import { createControlClient } from '../../../core/control-client.ts';
import { createSigningKey, type SigningKey } from '../../../core/keys.ts';
import { applicationAddresses } from '../addresses.ts';
import type { IdentityCenterAppConfig } from '../config.ts';
import { createIdentityCenterApp } from '../double.ts';

export const start = Date.parse('2026-03-01T12:00:00Z');
export const portal = 'https://d-1234567890.awsapps.com';
export const instanceId = 'ins-7223a1b2c3d4e5f6';
export const acsUrl = 'https://kpow.example.com/saml';
export const audience = 'urn:example:kpow';
export const addresses = applicationAddresses('us-east-1', '123456789012', instanceId);
export const password = 'correct horse battery';

const person = (given: string) => ({
  userName: `${given.toLowerCase()}@example.com`,
  email: `${given.toLowerCase()}.mail@example.com`,
  givenName: given,
  familyName: 'Liddell',
});

export const setup = {
  displayName: 'Kpow-UAT-1',
  acsUrl,
  audience,
  mappings: [
    { name: 'Subject', value: '${user:subject}', format: 'unspecified' as const },
    { name: 'Roles', value: '${user:groups}', format: 'unspecified' as const },
    { name: 'Email', value: '${user:email}', format: 'basic' as const },
  ],
};

const config: IdentityCenterAppConfig = {
  center: {
    users: [person('Alice'), person('Bob'), { ...person('Gone'), active: false }],
    groups: { admins: ['alice@example.com'], users: ['alice@example.com', 'gone@example.com'] },
    accounts: { '111122223333': 'Production' },
    permissionSets: ['ReadOnlyAccess'],
    assignments: [
      {
        principal: { type: 'group', id: 'admins' },
        accountId: '111122223333',
        permissionSet: 'ReadOnlyAccess',
      },
    ],
  },
  groupSids: { admins: 'S-1-5-21-1-2-3-500' },
  directoryAttributes: { 'alice@example.com': { windowsUpn: 'alice@corp.example.com' } },
  passwords: { 'alice@example.com': password, 'bob@example.com': password, 'gone@example.com': password },
  applications: { [instanceId]: { ...setup, assignments: [{ type: 'group', id: 'users' }] } },
};

/** RSA keys take a while: these serve a whole test file, the first for each application, the second after a rotation. */
export function makeKeys(): Promise<readonly SigningKey[]> {
  const validity = { notBefore: new Date(start - 60_000), notAfter: new Date(start + 86_400_000) };
  return Promise.all([1, 2].map(() => createSigningKey({ commonName: 'amazonaws.com', ...validity })));
}

/** What a page's form posts to an application. */
export interface Posted {
  readonly target: string;
  readonly relayState: string | undefined;
  readonly parameter: string;
  readonly xml: string;
}

export function openPortal(keys: readonly SigningKey[]) {
  let now = start;
  let made = 0;
  const double = createIdentityCenterApp(config, {
    now: () => now,
    createKey: async () => {
      const key = keys[made % keys.length];
      made += 1;
      if (key === undefined) throw new Error('There is no key.');
      return key;
    },
  });
  return {
    double,
    control: createControlClient(double.control),
    wait: (ms: number) => {
      now += ms;
    },
    now: () => now,
    openBrowser: () => openBrowser(double.fetch),
  };
}
export type TestPortal = ReturnType<typeof openPortal>;

function openBrowser(fetchDouble: (request: Request) => Promise<Response>) {
  let cookie = '';
  const send = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { ...(cookie === '' ? {} : { cookie }), ...init.headers };
    const answer = await fetchDouble(
      new Request(new URL(url, portal), { ...init, headers, redirect: 'manual' }),
    );
    for (const line of answer.headers.getSetCookie()) cookie = line.split(';')[0] ?? '';
    return answer;
  };
  const post = (url: string, form: Readonly<Record<string, string>>) =>
    send(url, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  return {
    get: (url: string) => send(url),
    post,
    cookie: () => cookie,
    /** Types name and password where the portal asks for them, and follows to where it leads. */
    signIn: async (userName: string, next = '/start', secret = password) => {
      const answer = await post('/start/password', { username: userName, password: secret, next });
      const location = answer.headers.get('location');
      return location === null ? answer : send(location);
    },
  };
}

/** The form of a page that carries a Response. */
export async function postedBy(answer: Response): Promise<Posted> {
  const page = await answer.text();
  const field = (name: string) => decodeMarkup(new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1]);
  const parameter = field('SAMLResponse') ?? '';
  return {
    target: decodeMarkup(/<form method="post" action="([^"]*)"/.exec(page)?.[1]) ?? '',
    relayState: field('RelayState'),
    parameter,
    xml: Buffer.from(parameter, 'base64').toString('utf8'),
  };
}

function decodeMarkup(text: string | undefined): string | undefined {
  return text?.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

/** What the judge's own reader makes of a posted Response, with this certificate trusted. */
export function readPosted({ parameter }: Posted, key: SigningKey | undefined) {
  return readResponse(parameter, [key?.certificateDer ?? '']);
}

export interface RequestFacts {
  readonly id?: string;
  readonly issuer?: string;
  readonly acs?: string;
  readonly destination?: string;
  readonly issuedAt?: number;
}

/** Address that carries an AuthnRequest by HTTP-Redirect. */
export function requestUrl(facts: RequestFacts = {}, relayState?: string): string {
  const { id = '_r1', issuer = audience, acs = acsUrl, destination = addresses.entityId } = facts;
  const xml = `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="${new Date(facts.issuedAt ?? start).toISOString()}" Destination="${destination}" AssertionConsumerServiceURL="${acs}"><saml:Issuer>${issuer}</saml:Issuer></samlp:AuthnRequest>`;
  const query = new URLSearchParams({ SAMLRequest: deflateRawSync(xml).toString('base64') });
  if (relayState !== undefined) query.set('RelayState', relayState);
  return `${addresses.entityId}?${query}`;
}
