// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its expressions like this
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SigningKey } from '../../core/keys.ts';
import { tilePath } from './addresses.ts';
import {
  acsUrl,
  addresses,
  audience,
  instanceId,
  makeKeys,
  openPortal,
  portal,
  postedBy,
  readPosted,
  requestUrl,
  setup,
  start,
  type TestPortal,
} from './testing/portal.test-helper.ts';

const tile = tilePath(setup.displayName, addresses.key);
const application = `/applications/${instanceId}`;
const alice = 'alice@example.com';
const bob = 'bob@example.com';

let keys: readonly SigningKey[];
beforeAll(async () => {
  keys = await makeKeys();
});

let world: TestPortal;
beforeEach(() => {
  world = openPortal(keys);
});

const rolesIn = (xml: string) => valuesOf(xml, 'Roles');
function valuesOf(xml: string, name: string): readonly string[] {
  const attribute =
    new RegExp(`<saml2:Attribute Name="${name}"[^>]*>(.*?)</saml2:Attribute>`).exec(xml)?.[1] ?? '';
  return [...attribute.matchAll(/<saml2:AttributeValue[^>]*>([^<]*)</g)].map(([, value = '']) => value);
}
const lastReason = async () => {
  const events = await world.control.get<readonly { type: string; reason?: string }[]>('/events');
  return events.findLast(({ type }) => type === 'refused')?.reason;
};

describe('a login that begins at the application', () => {
  it('asks who the person is, and answers the request to the letter', async () => {
    const browser = world.openBrowser();
    const asked = await browser.get(requestUrl({ id: '_asked' }, 'opaque state'));
    const next = asked.headers.get('location') ?? '';
    expect([asked.status, next.startsWith(portal + tile)]).toEqual([303, true]);
    const page = await browser.get(next);
    expect(await page.text()).toContain('username-input');
    const named = await browser.post('/start/login', { username: alice, next: next.slice(portal.length) });
    expect(await named.text()).toContain('password-input');
    const posted = await postedBy(await browser.signIn(alice, next.slice(portal.length)));
    expect([posted.target, posted.relayState]).toEqual([acsUrl, 'opaque state']);
    const reading = readPosted(posted, keys[0]);
    expect(reading.schemaFaults).toEqual([]);
    expect(
      reading.signatures.map(({ fault, parent, signatureMethod }) => [fault, parent.local, signatureMethod]),
    ).toEqual([[undefined, 'Response', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256']]);
    const [assertion] = reading.assertions;
    expect([reading.destination, reading.inResponseTo]).toEqual([acsUrl, '_asked']);
    expect(assertion?.subject?.confirmations[0]?.data).toMatchObject({
      recipient: acsUrl,
      inResponseTo: '_asked',
      notOnOrAfter: '2026-03-01T13:00:00.000Z',
    });
    expect(assertion?.conditions?.notOnOrAfter).toBe('2026-03-01T13:00:00.000Z');
    expect(assertion?.conditions?.audienceRestrictions[0]?.audiences[0]?.text).toBe(audience);
    expect(assertion?.subject?.nameIds[0]).toMatchObject({
      text: alice,
      format: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
    });
    expect(reading.issuer).toMatchObject({
      text: addresses.entityId,
      format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:entity',
    });
  });

  it('goes on at once for somebody who is signed in already', async () => {
    const browser = world.openBrowser();
    await browser.signIn(alice);
    const next = (await browser.get(requestUrl())).headers.get('location') ?? '';
    expect((await postedBy(await browser.get(next))).xml).toContain('InResponseTo="_r1"');
  });

  it('takes a request by form post as well', async () => {
    const browser = world.openBrowser();
    const xml = Buffer.from(
      `<p:AuthnRequest xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" ID="_p" Version="2.0" IssueInstant="${new Date(start).toISOString()}"><s:Issuer xmlns:s="urn:oasis:names:tc:SAML:2.0:assertion">x</s:Issuer></p:AuthnRequest>`,
    ).toString('base64');
    const answer = await browser.post(addresses.entityId, { SAMLRequest: xml });
    expect([answer.status, answer.headers.get('location')?.startsWith(portal + tile)]).toEqual([303, true]);
  });

  it.each([
    ['another consumer service', { acs: `${acsUrl}/` }, /AssertionConsumerServiceURL/],
    [
      'another destination',
      { destination: 'https://portal.sso.us-east-1.amazonaws.com/saml/assertion/x' },
      /Destination/,
    ],
    ['an old request', { issuedAt: start - 3_600_000 }, /IssueInstant/],
    ['an ID that is none', { id: '1 2' }, /ID is not/],
  ])('refuses %s with a page that does not tell, and a log that does', async (_what, facts, reason) => {
    const answer = await world.openBrowser().get(requestUrl(facts));
    const page = await answer.text();
    expect([answer.status, page.includes('application-refused')]).toEqual([400, true]);
    expect(page).not.toMatch(reason);
    expect(await lastReason()).toMatch(reason);
  });

  it('answers a request once, and not another application’s', async () => {
    const browser = world.openBrowser();
    await browser.signIn(alice);
    const next = (await browser.get(requestUrl())).headers.get('location') ?? '';
    await world.control.send('PUT', '/applications/ins-00000000000000ff', setup);
    await world.control.send('PUT', '/applications/ins-00000000000000ff/assignments', [
      { type: 'user', id: alice },
    ]);
    const otherKey = Buffer.from('123456789012_ins-00000000000000ff').toString('base64');
    const stolen = await browser.get(next.replace(addresses.key, otherKey));
    expect(stolen.status).toBe(400);
    const again = (await browser.get(requestUrl())).headers.get('location') ?? '';
    expect((await browser.get(again)).status).toBe(200);
    expect((await browser.get(again)).status).toBe(400);
    expect(await lastReason()).toMatch(/was answered/);
  });

  it('is refused where logins only begin in the portal, and where the issuer is compared', async () => {
    await world.control.send('PATCH', application, { compareIssuer: true });
    const browser = world.openBrowser();
    expect((await browser.get(requestUrl({ issuer: 'Kpow-UAT-1' }))).status).toBe(400);
    expect(await lastReason()).toContain('does not match our record');
    expect((await browser.get(requestUrl())).status).toBe(303);
    await world.control.send('PATCH', application, { spInitiated: false });
    const answer = await browser.get(requestUrl());
    expect([answer.status, (await answer.text()).includes('No access')]).toEqual([403, true]);
  });
});

describe('a login that begins at the tile', () => {
  it('answers nobody’s request, and passes the relay state on unmodified', async () => {
    await world.control.send('PATCH', application, { relayState: '/ui/topics?a=1&b="2"' });
    const browser = world.openBrowser();
    const home = await (await browser.signIn(alice)).text();
    expect(home).toContain(`data-application="Kpow-UAT-1" href="${tile}"`);
    expect(home).toContain('data-account-id="111122223333"');
    const posted = await postedBy(await browser.get(tile));
    expect(posted.relayState).toBe('/ui/topics?a=1&b="2"');
    expect(posted.xml).not.toContain('InResponseTo');
  });

  it('sends no relay state where none is set, and leads to the start URL where one is', async () => {
    const browser = world.openBrowser();
    await browser.signIn(alice);
    expect((await postedBy(await browser.get(tile))).relayState).toBeUndefined();
    await world.control.send('PATCH', application, { startUrl: 'https://kpow.example.com/' });
    const answer = await browser.get(tile);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, 'https://kpow.example.com/']);
  });

  it('is not there for somebody to whom the application is not assigned, and refused on the way', async () => {
    const browser = world.openBrowser();
    const home = await (await browser.signIn(bob)).text();
    expect(home).not.toContain('data-application');
    expect(home).toContain('no-access');
    const answer = await browser.get(tile);
    const page = await answer.text();
    expect([answer.status, page.includes('No access'), page.includes('SAMLResponse')]).toEqual([
      403,
      true,
      false,
    ]);
    await world.control.send('PUT', `${application}/assignments`, [{ type: 'user', id: bob }]);
    expect((await postedBy(await browser.get(tile))).target).toBe(acsUrl);
  });
});

describe('signing in to the portal', () => {
  it.each([
    ['a wrong password', alice, 'wrong password'],
    ['a person whom nobody knows', 'nobody@example.com', 'correct horse battery'],
    ['a person who is disabled', 'gone@example.com', 'correct horse battery'],
  ])('refuses %s with one and the same page', async (_what, userName, secret) => {
    const browser = world.openBrowser();
    const answer = await browser.signIn(userName, '/start', secret);
    expect([answer.status, browser.cookie()]).toEqual([400, '']);
    expect(await answer.text()).toContain('The username or password is incorrect');
  });

  it('ends when the person is disabled, and takes names in any case', async () => {
    const browser = world.openBrowser();
    expect((await browser.signIn('ALICE@example.com')).status).toBe(200);
    expect((await browser.get(tile)).status).toBe(200);
    await world.control.send('PUT', `/users/${alice}`, {
      email: 'a@example.com',
      givenName: 'A',
      familyName: 'L',
      active: false,
    });
    expect(await (await browser.get(tile)).text()).toContain('username-input');
  });

  it('follows no address that a form brings along', async () => {
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/start/../x',
      '/start/saml/custom/a/b?request=x&y=z',
    ]) {
      const answer = await world.openBrowser().post('/start/password', {
        username: alice,
        password: 'correct horse battery',
        next,
      });
      expect([answer.status, answer.headers.get('location')], next).toEqual([303, '/start']);
    }
  });

  it('answers a form that is none with the first page, and signs out', async () => {
    const browser = world.openBrowser();
    const request = new Request(`${portal}/start/password`, { method: 'POST', body: '{}' });
    const answer = await world.double.fetch(request);
    expect([answer.status, (await answer.text()).includes('username-input')]).toEqual([400, true]);
    await browser.signIn(alice);
    await browser.post('/start/logout', {});
    expect(await (await browser.get('/start')).text()).toContain('username-input');
  });

  it('is only on the portal’s host, and the SAML addresses only on theirs', async () => {
    const sso = 'https://portal.sso.us-east-1.amazonaws.com';
    for (const url of [`${sso}/start`, `${portal}/saml/metadata/${addresses.key}`])
      expect((await world.double.fetch(new Request(url))).status, url).toBe(501);
  });
});

describe('attribute mappings', () => {
  const loginWith = async (mappings: readonly object[]) => {
    await world.control.send('PATCH', application, { mappings });
    const browser = world.openBrowser();
    await browser.signIn(alice);
    return postedBy(await browser.get(tile));
  };
  const subject = { name: 'Subject', value: '${user:subject}' };

  it('send a GUID for each group', async () => {
    const ids = await world.control.get<Record<string, { id: string }>>('/group-ids');
    const { xml } = await loginWith(setup.mappings);
    expect([...rolesIn(xml)].sort()).toEqual([ids.admins?.id, ids.users?.id].sort());
    expect(rolesIn(xml)[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(valuesOf(xml, 'Email')).toEqual(['alice.mail@example.com']);
    expect(xml).toContain('Name="Email" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:basic"');
  });

  it('send domain and SID with an Active Directory, the GUID of a group that it does not have', async () => {
    await world.control.send('PUT', '/identity-source', { identitySource: 'active-directory' });
    const ids = await world.control.get<Record<string, { id: string; sent: string }>>('/group-ids');
    const { xml } = await loginWith([...setup.mappings, { name: 'Upn', value: '${dir:windowsUpn}' }]);
    expect([...rolesIn(xml)].sort()).toEqual(['corp.example.com//S-1-5-21-1-2-3-500', ids.users?.id].sort());
    expect(ids.admins?.sent).toBe('corp.example.com//S-1-5-21-1-2-3-500');
    expect(valuesOf(xml, 'Upn')).toEqual(['alice@corp.example.com']);
  });

  it.each([
    ['${user:givenName} ${user:familyName}', ['Alice Liddell']],
    ['${user:name}', ['Alice Liddell']],
    ['${path:name.familyName}', ['Liddell']],
    ['${path:emails[primary eq true].value}', ['alice.mail@example.com']],
    ['UAT', ['UAT']],
    ['{user:email}', ['{user:email}']],
    ['${user:mail}', []],
    ['${user:middleName}', []],
    ['${dir:windowsUpn}', []],
    ['${path:enterprise.department}', []],
    ['', []],
  ])('%s gives %j', async (value, wanted) => {
    const { xml } = await loginWith([subject, { name: 'X', value }]);
    expect(valuesOf(xml, 'X')).toEqual(wanted);
    expect(xml.includes('Name="X"')).toBe(wanted.length > 0);
  });

  it('set the format of the NameID, and need a value for it', async () => {
    const email = { name: 'Subject', value: '${user:email}', format: 'emailAddress' };
    expect((await loginWith([email])).xml).toContain(
      '<saml2:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">alice.mail@example.com</saml2:NameID>',
    );
    await world.control.send('PATCH', application, {
      mappings: [{ name: 'Subject', value: '${user:nothing}' }],
    });
    const browser = world.openBrowser();
    await browser.signIn(alice);
    expect((await browser.get(tile)).status).toBe(400);
    expect(await lastReason()).toContain('gives no value');
  });
});

describe('the session duration', () => {
  it('is the end of the assertion, of its confirmation and of the session', async () => {
    await world.control.send('PATCH', application, { sessionMs: 15 * 60_000 });
    const browser = world.openBrowser();
    await browser.signIn(alice);
    world.wait(60_000);
    const { xml } = await postedBy(await browser.get(tile));
    expect(xml.match(/NotOnOrAfter="2026-03-01T12:16:00.000Z"/g)).toHaveLength(3);
    expect(xml).toContain('AuthnInstant="2026-03-01T12:00:00.000Z"');
  });
});
