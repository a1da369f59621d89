import { spawnSync } from 'node:child_process';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createControlClient } from '../core/control-client.ts';
import type { SigningKey } from '../core/keys.ts';
import {
  factsOf,
  idpEntityId,
  type Keys,
  makeKeys,
  sign,
  start,
  writeMetadata,
  writeResponse,
} from '../sp/testing/world.test-helper.ts';
import { createKpow } from './double.ts';
import { readEnvironment, StartRefused } from './environment.ts';
import { issueAs } from './relying-party.ts';

const host = 'kpow.acme.example';
const origin = `https://${host}`;
const rbac = `
policies:
  - resource: ["cluster", "*"]
    effect: "Allow"
    actions: ["TOPIC_INSPECT"]
    roles: ["g-users", "g-admins"]
  - resource: ["cluster", "*", "topic", "audit"]
    effect: "Deny"
    actions: ["TOPIC_INSPECT"]
    role: "g-users"
`;

let keys: Keys;
beforeAll(async () => {
  keys = await makeKeys();
});

/** The variables of the vendor's guide, and the files that they name. */
function guide() {
  const environment: Record<string, string> = {
    AUTH_PROVIDER_TYPE: 'saml',
    SAML_ACS_URL: `${origin}/saml`,
    SAML_METADATA_FILE: '/etc/kpow/metadata.xml',
    SAML_CERT: '/etc/kpow/certificate.pem',
    RBAC_CONFIGURATION_FILE: '/etc/kpow/rbac.yaml',
  };
  const files: Record<string, string> = {
    '/etc/kpow/metadata.xml': writeMetadata({ signing: [keys.idp.certificateDer] }),
    '/etc/kpow/certificate.pem': keys.idp.certificatePem,
    '/etc/kpow/rbac.yaml': rbac,
  };
  return { environment, files };
}

describe('starting', () => {
  const read = (change: Record<string, string | undefined>, more: Record<string, string> = {}) => {
    const { environment, files } = guide();
    const given = Object.fromEntries(
      Object.entries({ ...environment, ...change }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    );
    return readEnvironment(given, (path) => {
      const text = { ...files, ...more }[path];
      if (text === undefined) throw new Error('ENOENT');
      return text;
    });
  };

  it('takes the variables of the guide', () => {
    const settings = read({});
    expect(settings).toMatchObject({
      relyingParty: 'urn:amazon:webservices',
      sessionMs: 3_600_000,
      warnings: [],
    });
    expect(settings.provider).toMatchObject({ entityId: idpEntityId });
  });

  it('needs nothing but the consumer service and the metadata file', () => {
    const settings = read({
      AUTH_PROVIDER_TYPE: undefined,
      SAML_CERT: undefined,
      RBAC_CONFIGURATION_FILE: undefined,
    });
    expect(settings.warnings).toEqual([expect.stringContaining('AUTH_PROVIDER_TYPE is not set')]);
    expect(settings.rbac.policies).toEqual([]);
  });

  it.each<[string, Record<string, string | undefined>, Record<string, string>, RegExp]>([
    [
      'no consumer service',
      { SAML_ACS_URL: undefined },
      {},
      /SAML_ACS_URL is not set; set are SAML_METADATA_FILE, SAML_CERT/,
    ],
    ['a relative one', { SAML_ACS_URL: '/saml' }, {}, /"\/saml"; expected an absolute https or http address/],
    ['a host without a scheme', { SAML_ACS_URL: 'kpow.acme.example/saml' }, {}, /expected an absolute/],
    ['one of another scheme', { SAML_ACS_URL: 'ftp://kpow.acme.example/saml' }, {}, /expected an absolute/],
    ['one without a path', { SAML_ACS_URL: origin }, {}, /expected the path/],
    ['one with a fragment', { SAML_ACS_URL: `${origin}/saml#x` }, {}, /no query and no fragment/],
    ['no metadata file', { SAML_METADATA_FILE: '' }, {}, /SAML_METADATA_FILE is not set/],
    [
      'a metadata file that is not there',
      { SAML_METADATA_FILE: '/nope' },
      {},
      /"\/nope", which cannot be read/,
    ],
    [
      'metadata of no provider',
      {},
      { '/etc/kpow/metadata.xml': '<a/>' },
      /is no metadata of an identity provider.*Its root is "a"/,
    ],
    [
      'a certificate that is not there',
      { SAML_CERT: '/nope.pem' },
      {},
      /SAML_CERT names "\/nope.pem", which cannot be read/,
    ],
    ['a certificate that is none', {}, { '/etc/kpow/certificate.pem': 'MIIB' }, /no certificate in PEM form/],
    [
      'a broken certificate',
      {},
      { '/etc/kpow/certificate.pem': '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----' },
      /no certificate in PEM form/,
    ],
    [
      'another kind of sign-in',
      { AUTH_PROVIDER_TYPE: 'okta' },
      {},
      /AUTH_PROVIDER_TYPE is "okta"; expected saml/,
    ],
    [
      'a session of an hour in words',
      { SAML_SESSION_S: '1h' },
      {},
      /SAML_SESSION_S is "1h"; expected a whole number/,
    ],
    ['a session of no time', { SAML_SESSION_S: '0' }, {}, /expected a whole number of seconds above 0/],
    [
      'an access file that does not fit',
      {},
      { '/etc/kpow/rbac.yaml': 'polices: []' },
      /RBAC_CONFIGURATION_FILE names .*polices/s,
    ],
    [
      'an access file that is not there',
      { RBAC_CONFIGURATION_FILE: '/rbac' },
      {},
      /RBAC_CONFIGURATION_FILE names "\/rbac"/,
    ],
  ])('is refused with %s, and says what to do', (_what, change, more, reason) => {
    expect(() => read(change, more)).toThrow(StartRefused);
    expect(() => read(change, more)).toThrow(reason);
  });

  it('tells everything that is wrong at once', () => {
    const refused = (() => {
      try {
        return read({ SAML_ACS_URL: 'x', SAML_METADATA_FILE: undefined, SAML_SESSION_S: '-1' });
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toMatchObject({ problems: { length: 3 } });
  });

  it('trusts SAML_CERT alone, and warns where the metadata has another', () => {
    const settings = read({}, { '/etc/kpow/certificate.pem': keys.stranger.certificatePem });
    expect(settings.provider.signing.map(({ der }) => der)).toEqual([keys.stranger.certificateDer]);
    expect(settings.warnings).toEqual([expect.stringContaining('SAML_CERT is none of the certificates')]);
  });

  it('ends the process with status 2 and the reason when it is run by hand', () => {
    const run = spawnSync(process.execPath, [new URL('main.ts', import.meta.url).pathname], {
      env: { PATH: process.env.PATH, SAML_ACS_URL: '/saml' },
      encoding: 'utf8',
    });
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toMatch(
      /Kpow does not start\.\n {2}- SAML_ACS_URL is "\/saml"[\s\S]*SAML_METADATA_FILE is not set/,
    );
  });
});

/** A Kpow that has started, and a browser that goes through its logins. */
async function openKpow(change: Record<string, string> = {}) {
  let now = start;
  const { environment, files } = guide();
  const double = await createKpow(
    { host, start: { environment: { ...environment, ...change }, files } },
    { now: () => now, keys },
  );
  const control = createControlClient(double.control);
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const request = new Request(origin + path, {
      ...init,
      headers: { ...init.headers, cookie },
      redirect: 'manual',
    });
    const answer = await double.fetch(request);
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  let last = '';
  const post = () =>
    send('/saml', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ SAMLResponse: last }).toString(),
    });
  const logIn = (attributes: string, key: SigningKey = keys.idp, audience = 'urn:amazon:webservices') => {
    const statement =
      attributes === '' ? '' : `<saml:AttributeStatement>${attributes}</saml:AttributeStatement>`;
    const xml = writeResponse(factsOf(now, undefined, { attributes: statement }))
      .replaceAll('https://app.countersign.test/acs', `${origin}/saml`)
      .replaceAll('https://app.countersign.test/metadata', audience);
    last = Buffer.from(sign(xml, 'Response', key)).toString('base64');
    return post();
  };
  return {
    double,
    control,
    send,
    logIn,
    post,
    home: async () => (await send('/')).text(),
    wait: (ms: number) => {
      now += ms;
    },
  };
}

const attribute = (name: string, ...values: readonly string[]) =>
  `<saml:Attribute Name="${name}">${values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join('')}</saml:Attribute>`;

describe('a Kpow that has started', () => {
  let kpow: Awaited<ReturnType<typeof openKpow>>;
  beforeEach(async () => {
    kpow = await openKpow();
  });

  it('shows who is signed in, their roles, and what they may do', async () => {
    const answer = await kpow.logIn(
      attribute('Roles', 'g-users', 'g-other') + attribute('Email', 'alice@corp.example'),
    );
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    const page = await kpow.home();
    expect(page).toContain('data-testid="user-name">alice@corp.example<');
    expect([...page.matchAll(/data-role="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'g-users',
      'g-other',
    ]);
    expect(page).toContain('not in the access file');
    expect(page).toContain(
      'data-effect="Deny" data-resource="cluster/*/topic/audit" data-action="TOPIC_INSPECT"',
    );
    expect(page).toContain('data-effect="Allow" data-resource="cluster/*" data-action="TOPIC_INSPECT"');
    expect(await (await kpow.send('/me')).json()).toEqual({
      provider: 'saml',
      email: 'alice@corp.example',
      name: 'alice@example.com',
      roles: ['g-users', 'g-other'],
    });
  });

  it.each([
    ['no role', '', 'Your sign-in brought no role'],
    ['an unknown role', attribute('Roles', 'g-other'), 'None of the roles'],
    ['a role in another attribute', attribute('roles', 'g-users'), 'Your sign-in brought no role'],
    ['an empty role', attribute('Roles', ''), 'Your sign-in brought no role'],
  ])('lets somebody with %s in, and shows them nothing', async (_what, attributes, text) => {
    await kpow.logIn(attributes);
    const answer = await kpow.send('/');
    const page = await answer.text();
    expect([answer.status, page.includes('kpow-home'), page.includes('data-effect')]).toEqual([
      403,
      true,
      false,
    ]);
    expect(page).toContain(text);
  });

  it('knows nobody without a session, and sends them to the identity provider under its own name', async () => {
    expect((await kpow.send('/me')).status).toBe(401);
    expect((await kpow.send('/')).headers.get('location')).toBe('/login');
    const url = new URL((await kpow.send('/login')).headers.get('location') ?? '');
    expect(url.origin + url.pathname).toBe('https://idp.example/sso');
  });

  it.each([
    ['another key', 'stranger', 'urn:amazon:webservices', /sign|key/i],
    ['another audience', 'idp', 'https://grafana.example.com', /Audience/],
    ['its own relying party as audience', 'idp', 'Kpow-UAT-1', /Audience/],
  ] as const)('refuses %s with a page that does not tell', async (_what, signer, audience, reason) => {
    const refused = await kpow.logIn('', keys[signer], audience);
    const page = await refused.text();
    expect([refused.status, page.includes('error-page'), page.includes('signature')]).toEqual([
      400,
      true,
      false,
    ]);
    const audit = await kpow.control.get<readonly { accepted: boolean; reason?: string }[]>('/audit');
    expect(audit.at(-1)).toMatchObject({ accepted: false, reason: expect.stringMatching(reason) });
  });

  it('ends the session after SAML_SESSION_S', async () => {
    const short = await openKpow({ SAML_SESSION_S: '600' });
    await short.logIn(attribute('Roles', 'g-users'));
    short.wait(599_000);
    expect((await short.send('/me')).status).toBe(200);
    short.wait(2_000);
    expect((await short.send('/me')).status).toBe(401);
  });

  it('answers 404 for what it has not, its metadata among it', async () => {
    for (const path of ['/saml/', '/metadata', '/nothing'])
      expect((await kpow.send(path)).status, path).toBe(404);
    expect(await kpow.control.get('/events')).toContainEqual(
      expect.objectContaining({ type: 'not-found', reason: 'Nothing is at "/saml/"' }),
    );
  });

  it('leads to AUTH_LANDING_URI after a login, where it is set', async () => {
    const proxied = await openKpow({ AUTH_LANDING_URI: 'https://tools.acme.example/kpow' });
    const answer = await proxied.logIn(attribute('Roles', 'g-users'));
    expect(answer.headers.get('location')).toBe('https://tools.acme.example/kpow');
  });

  it('asks under the name of SAML_RELYING_PARTY_IDENTIFIER', async () => {
    const named = await openKpow({ SAML_RELYING_PARTY_IDENTIFIER: 'Kpow & Co' });
    const location = (await named.send('/login')).headers.get('location') ?? '';
    const again = issueAs('Kpow & Co', location);
    expect(again).toBe(location);
    expect(issueAs('x', '/own')).toBe('/own');
    expect(location).not.toBe(issueAs('urn:amazon:webservices', location));
  });

  it('is started anew by its control API, and stays down when it is refused', async () => {
    await expect(kpow.control.send('PUT', '/environment', { environment: {}, files: {} })).rejects.toThrow(
      'SAML_ACS_URL is not set',
    );
    expect((await kpow.send('/')).status).toBe(503);
    await expect(kpow.control.get('/audit')).rejects.toThrow('409');
    const { environment, files } = guide();
    const started = await kpow.control.send('PUT', '/environment', { environment, files });
    expect(started).toMatchObject({
      idp: { entityId: idpEntityId, certificates: [keys.idp.certificateDer] },
      acsUrl: `${origin}/saml`,
    });
    expect((await kpow.send('/')).status).toBe(303);
  });

  it('forgets sessions at a restart, and remembers used assertions', async () => {
    await kpow.logIn(attribute('Roles', 'g-users'));
    await kpow.control.send('POST', '/restart');
    expect((await kpow.send('/me')).status).toBe(401);
    expect((await kpow.post()).status).toBe(400);
    expect((await kpow.send('/me')).status).toBe(401);
  });
});
