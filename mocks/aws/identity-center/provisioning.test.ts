import { beforeAll, describe, expect, it } from 'vitest';
import { createControlClient } from '../../core/control-client.ts';
import type { SigningKey } from '../../core/keys.ts';
import { createScimControlClient } from '../../scim/client.ts';
import { openSender, patchSchema, person, token } from '../../scim/testing/world.ts';
import { createTestKey, metadataOf, sign, writeResponse } from './testing/test-idp.ts';
import { createTestPortal, deliver, factsOf, portal, type TestBrowser } from './testing/test-portal.ts';

const start = Date.parse('2026-03-01T12:00:00Z');
const bob = 'bob@example.com';
let key: SigningKey;
beforeAll(async () => {
  key = await createTestKey('idp', start);
});

/** An instance without people, to which SCIM provisions. */
function open() {
  const at = createTestPortal(start, {
    idpMetadata: metadataOf([key.certificateDer]),
    users: [],
    groups: {},
    assignments: [],
    scim: { tokens: [token], tenantId: 'tenant' },
  });
  const send = openSender(at.double, 'https://scim.us-east-1.amazonaws.com/tenant/scim/v2/');
  const make = async (path: string, body: object): Promise<string> =>
    (await send('POST', path, body)).body.id;
  const change = async (path: string, ...Operations: readonly object[]) =>
    (await send('PATCH', path, { schemas: [patchSchema], Operations })).status;
  const logIn = (browser: TestBrowser, nameId: string) =>
    deliver(
      browser,
      sign(writeResponse({ ...factsOf(at, undefined), nameId }), { key, element: 'Assertion' }),
    );
  const assignTo = (id: string) =>
    at.client.assign([
      { principal: { type: 'group', id }, accountId: '444455556666', permissionSet: 'AdministratorAccess' },
    ]);
  const rolesOf = async (name: string) => (await at.client.accessOf(name)).flatMap(({ roles }) => roles);
  return {
    ...at,
    at,
    send,
    make,
    change,
    logIn,
    assignTo,
    rolesOf,
    scim: createScimControlClient(createControlClient(at.double.control)),
  };
}

describe('somebody whom SCIM made', () => {
  it('logs in, and has what their group is assigned', async () => {
    const { make, change, logIn, assignTo, newBrowser, client } = open();
    const id = await make('/Users', person(bob));
    const group = await make('/Groups', { displayName: 'admins' });
    await assignTo('admins');
    const browser = newBrowser();
    expect(await (await logIn(browser, bob)).text()).toContain('No accounts or applications are assigned');
    await change(`/Groups/${group}`, { op: 'add', path: 'members', value: [{ value: id }] });
    const page = await (await browser.get(`${portal}/start`)).text();
    expect(page).toContain('data-role-name="AdministratorAccess"');
    expect(page).toContain('Welcome, Alice.');
    expect(await client.whoami(browser.cookie())).toBe(bob);
  });

  it('does not log in by another spelling, though SCIM takes it for the same', async () => {
    const { make, send, logIn, newBrowser, client } = open();
    await make('/Users', person('Bob@example.com'));
    expect((await send('POST', '/Users', person(bob))).status).toBe(409);
    expect((await logIn(newBrowser(), bob)).status).toBe(400);
    expect(await client.lastRefusal()).toBe(`User "${bob}" does not exist`);
    expect((await logIn(newBrowser(), 'Bob@example.com')).status).toBe(200);
  });

  it('does not log in by the same letters in another form of Unicode', async () => {
    const { make, logIn, newBrowser, client } = open();
    const composed = 'zoë@example.com'.normalize('NFC');
    await make('/Users', person(composed.normalize('NFD')));
    expect((await logIn(newBrowser(), composed)).status).toBe(400);
    expect(await client.lastRefusal()).toBe(`User "${composed}" does not exist`);
    await make('/Users', person(composed));
    expect((await logIn(newBrowser(), composed)).status).toBe(200);
  });

  it.each<[string, (given: ReturnType<typeof open>, id: string) => Promise<unknown>]>([
    [
      'switched off by SCIM',
      ({ change }, id) => change(`/Users/${id}`, { op: 'replace', path: 'active', value: false }),
    ],
    [
      'overwritten as inactive',
      ({ send }, id) => send('PUT', `/Users/${id}`, { ...person(bob), active: false }),
    ],
    ['deleted by SCIM', ({ send }, id) => send('DELETE', `/Users/${id}`)],
    ['deleted by hand', ({ client }) => client.deleteUser(bob)],
  ])('loses the open session and the next login when %s', async (_, take) => {
    const given = open();
    const { make, logIn, newBrowser, client } = given;
    const id = await make('/Users', person(bob));
    const browser = newBrowser();
    await logIn(browser, bob);
    expect(await client.whoami(browser.cookie())).toBe(bob);
    await take(given, id);
    expect(await client.whoami(browser.cookie())).toBeUndefined();
    expect(await client.sessions()).toEqual([]);
    expect(await (await browser.get(`${portal}/start`)).text()).toContain('data-testid="sign-in"');
    expect((await logIn(newBrowser(), bob)).status).toBe(400);
  });

  it('does not get the old session back by being made or switched on again', async () => {
    const { make, send, change, logIn, newBrowser, client } = open();
    const id = await make('/Users', person(bob));
    const browser = newBrowser();
    await logIn(browser, bob);
    await change(`/Users/${id}`, { op: 'replace', path: 'active', value: false });
    await change(`/Users/${id}`, { op: 'replace', path: 'active', value: true });
    expect(await client.whoami(browser.cookie())).toBeUndefined();
    await logIn(browser, bob);
    await send('DELETE', `/Users/${id}`);
    await make('/Users', person(bob));
    expect(await client.whoami(browser.cookie())).toBeUndefined();
  });

  it('loses a login that is on its way', async () => {
    const { at, make, send, newBrowser } = open();
    const id = await make('/Users', person(bob));
    const browser = newBrowser();
    const xml = sign(writeResponse({ ...factsOf(at, undefined), nameId: bob }), {
      key,
      element: 'Assertion',
    });
    const posted = await browser.post(
      'https://us-east-1.signin.aws.amazon.com/platform/saml/acs/6f1c9f0e-3b5a-4d5e-9a0b-2c1d7e8f9a10',
      {
        SAMLResponse: Buffer.from(xml).toString('base64'),
      },
    );
    expect(posted.status).toBe(303);
    await send('DELETE', `/Users/${id}`);
    expect((await browser.get(posted.headers.get('location') ?? '')).status).toBe(400);
  });

  it('keeps the session under a new name, and logs in by the new one only', async () => {
    const { make, change, logIn, newBrowser, client } = open();
    const id = await make('/Users', person(bob));
    const browser = newBrowser();
    await logIn(browser, bob);
    await change(`/Users/${id}`, { op: 'replace', path: 'userName', value: 'robert@example.com' });
    expect(await client.whoami(browser.cookie())).toBe('robert@example.com');
    expect((await logIn(newBrowser(), bob)).status).toBe(400);
    expect((await logIn(newBrowser(), 'robert@example.com')).status).toBe(200);
  });
});

describe('a group that SCIM made', () => {
  async function withGroup() {
    const given = open();
    const user = await given.make('/Users', person(bob));
    const group = await given.make('/Groups', { displayName: 'admins', members: [{ value: user }] });
    await given.assignTo('admins');
    expect(await given.rolesOf(bob)).toEqual(['AdministratorAccess']);
    return { ...given, user, group };
  }

  it('keeps its assignments under a new name', async () => {
    const { change, group, rolesOf, client, assignTo } = await withGroup();
    await change(`/Groups/${group}`, { op: 'replace', path: 'displayName', value: 'operators' });
    expect(await rolesOf(bob)).toEqual(['AdministratorAccess']);
    await expect(assignTo('admins')).rejects.toThrow(/There is no group .*admins/);
    await assignTo('operators');
    expect(await client.accessOf(bob)).toHaveLength(1);
  });

  it('loses them when it is deleted, and does not get them back under the same name', async () => {
    const { send, make, group, user, rolesOf, at } = await withGroup();
    await send('DELETE', `/Groups/${group}`);
    expect(await rolesOf(bob)).toEqual([]);
    await make('/Groups', { displayName: 'admins', members: [{ value: user }] });
    expect(await rolesOf(bob)).toEqual([]);
    expect(await createControlClient(at.double.control).get('/assignments')).toEqual([]);
  });

  it('gives nobody anything when it is emptied', async () => {
    const { change, group, user, rolesOf } = await withGroup();
    await change(`/Groups/${group}`, { op: 'remove', path: 'members', value: [{ value: user }] });
    expect(await rolesOf(bob)).toEqual([]);
  });
});

describe('the console and SCIM', () => {
  it('share people: one made by hand is in the way of SCIM, and found by it', async () => {
    const { client, send } = open();
    await client.putUser({ userName: bob, email: bob, givenName: 'Bob', familyName: 'Okafor', active: true });
    expect((await send('POST', '/Users', person(bob))).status).toBe(409);
    const { body } = await send('GET', `/Users?filter=${encodeURIComponent(`userName eq "${bob}"`)}`);
    expect(body.Resources).toMatchObject([
      { userName: bob, name: { familyName: 'Okafor' }, displayName: 'Bob Okafor' },
    ]);
  });

  it('share groups, and a change by hand leaves what only SCIM knows', async () => {
    const { client, make, scim } = open();
    await make('/Users', { ...person(bob), externalId: 'x1' });
    await client.putUser({
      userName: bob,
      email: 'b@example.com',
      givenName: 'Bob',
      familyName: 'Okafor',
      active: true,
    });
    await client.putGroup('admins', [bob]);
    expect(await scim.directory()).toMatchObject({
      users: [{ userName: bob, externalId: 'x1', email: 'b@example.com' }],
      groups: [{ displayName: 'admins', members: [bob] }],
    });
    await expect(client.putGroup('admins', ['nobody'])).rejects.toThrow(/There is no user .*nobody/);
  });

  it('forget everything together on reset, and keep it together on restart', async () => {
    const { at, make, scim, client } = open();
    await make('/Users', person(bob));
    await client.restart();
    expect((await scim.directory()).users).toHaveLength(1);
    await createControlClient(at.double.control).send('POST', '/reset');
    expect((await scim.directory()).users).toEqual([]);
  });

  it('show nothing of the portal under the name of SCIM', async () => {
    const { at } = open();
    for (const path of ['/', '/start', '/platform/saml/metadata/d-1234567890'])
      expect((await at.double.fetch(new Request(`https://scim.us-east-1.amazonaws.com${path}`))).status).toBe(
        501,
      );
  });
});
