import { beforeAll, describe, expect, it } from 'vitest';
import { readResponse } from '../../harness/saml/read-response.ts';
import { sessionCookie } from '../idp/sessions.ts';
import type { IdpKeys } from '../idp/state.ts';
import { decodeResponse, logIn, makeRequest, readPage, redirectUrl } from '../idp/test-world.ts';
import { acsUrl, aws, awsMetadata, entityId, makeKeys, makeTenant, origin } from './testing/world.ts';

const alice = 'alice.wong@example.com';
const bob = 'bob.okafor@example.com';
const launch = `/saml/launch/${aws}`;
let keys: IdpKeys;
beforeAll(async () => {
  keys = await makeKeys();
});

/** Alice is entitled to AWS, Bob is not. */
async function open(config = {}) {
  const tenant = makeTenant(keys, config);
  await tenant.addAws(['alice']);
  const browser = tenant.openBrowser();
  const visitAs = async (email: string, path = '/') => {
    const phone = await tenant.enrol(email);
    const page = readPage((await browser.follow(path)).text);
    const { body } = await phone.scan(page.qr);
    await phone.answer(body, page.number);
    return browser.follow(`/login/complete?id=${page.id}`);
  };
  const reason = async () => {
    const events = await tenant.control.get<{ type: string; reason?: string }[]>('/events');
    return events.findLast(({ type }) => type === 'refused')?.reason;
  };
  return { ...tenant, browser, visitAs, reason };
}
const tilesOf = (text: string) => [...text.matchAll(/data-application="([^"]+)"/g)].map(([, id]) => id);

describe('the user catalog', () => {
  it('asks a stranger to sign in by phone, then shows the tiles of the person', async () => {
    const { browser, visitAs } = await open();
    const stranger = await browser.follow('/');
    expect(stranger.text).toContain('Sign in to Acme catalog');
    expect(readPage(stranger.text).qr).toMatch(/^https:\/\/acme\.idemeum\.com\/qr\?/);
    const { status, text } = await visitAs(alice);
    expect(status).toBe(200);
    expect(text).toContain(`id="user-name">${alice}<`);
    expect(tilesOf(text)).toEqual([aws]);
    expect(text).not.toContain('SAMLResponse');
  });

  it('needs no second approval while the session lasts, and one after it', async () => {
    const { browser, visitAs, clock } = await open();
    await visitAs(alice);
    expect(tilesOf((await browser.follow('/')).text)).toEqual([aws]);
    clock.setOffset(8 * 3_600_000);
    expect(readPage((await browser.follow('/')).text).qr).toBeDefined();
  });

  it('says so when somebody is entitled to nothing', async () => {
    const { visitAs } = await open();
    const { text } = await visitAs(bob);
    expect(tilesOf(text)).toEqual([]);
    expect(text).toContain('id="no-applications"');
  });

  it('has no tile for an application whose SAML screen was never saved', async () => {
    const { client, visitAs } = await open();
    await client.addApplication('custom-saml');
    await client.entitle('custom-saml', { people: ['alice'] });
    expect(tilesOf((await visitAs(alice)).text)).toEqual([aws]);
  });

  it('follows entitlements at once: by name, by group, and withdrawn', async () => {
    const { client, browser, visitAs } = await open();
    await visitAs(bob);
    const tiles = async () => tilesOf((await browser.follow('/')).text);
    await client.putGroup({ id: 'cloud', name: 'Cloud', members: [] });
    await client.entitle(aws, { groups: ['cloud'] });
    expect(await tiles()).toEqual([]);
    await client.putGroup({ id: 'cloud', name: 'Cloud', members: ['bob'] });
    expect(await tiles()).toEqual([aws]);
    await client.deleteGroup('cloud');
    expect(await tiles()).toEqual([]);
    await client.entitle(aws, { people: ['bob'] });
    expect(await tiles()).toEqual([aws]);
  });

  it('is closed to somebody who is switched off, with a session or without', async () => {
    const { client, browser, visitAs } = await open();
    await visitAs(alice);
    await client.changePerson('alice', { enabled: false });
    const { text } = await browser.follow('/');
    expect(tilesOf(text)).toEqual([]);
    expect(readPage(text).qr).toBeDefined();
  });

  it('refuses somebody who is switched off between approval and catalog', async () => {
    const { client, browser, enrol, reason } = await open();
    const phone = await enrol(alice);
    const page = readPage((await browser.follow('/')).text);
    const { body } = await phone.scan(page.qr);
    await phone.answer(body, page.number);
    await client.changePerson('alice', { enabled: false });
    const { status, text } = await browser.follow(`/login/complete?id=${page.id}`);
    expect([status, readPage(text).refusal]).toEqual([403, 'account']);
    expect(await reason()).toBe('The person is switched off or gone.');
    expect(browser.jar.has(sessionCookie)).toBe(false);
  });

  it('keeps a sign-in to the browser that began it', async () => {
    const { browser, enrol, openBrowser } = await open();
    const phone = await enrol(alice);
    const page = readPage((await browser.follow('/')).text);
    const { body } = await phone.scan(page.qr);
    await phone.answer(body, page.number);
    const thief = openBrowser();
    expect(readPage((await thief.follow(`/login/complete?id=${page.id}`)).text).refusal).toBe(
      'login-unknown',
    );
    expect(thief.jar.has(sessionCookie)).toBe(false);
    await browser.follow(`/login/complete?id=${page.id}`);
    const again = await browser.follow(`/login/complete?id=${page.id}`);
    expect(readPage(again.text).refusal).toBe('finished');
  });

  it('signs out for good', async () => {
    const { browser, client, visitAs } = await open();
    await visitAs(alice);
    const copy = browser.cookie();
    const { text } = await browser.follow('/logout', { method: 'POST', body: '' });
    expect(text).toContain('id="signed-out"');
    expect(await client.login.whoami(copy)).toBeNull();
    expect(readPage((await browser.follow('/')).text).qr).toBeDefined();
  });

  it('stays closed when the phone declines', async () => {
    const { browser, enrol } = await open();
    const phone = await enrol(alice);
    const page = readPage((await browser.follow('/')).text);
    const { body } = await phone.scan(page.qr);
    await phone.answer(body, page.number, { decision: 'deny' });
    expect(readPage((await browser.follow(`/login/complete?id=${page.id}`)).text).refusal).toBe('denied');
    expect(browser.jar.has(sessionCookie)).toBe(false);
  });
});

describe('a launch', () => {
  it('from the tile sends an unsolicited response about the person, without another approval', async () => {
    const { browser, visitAs } = await open();
    await visitAs(alice);
    const page = readPage((await browser.follow(`${launch}?RelayState=keep`)).text);
    expect(page).toMatchObject({ acs: acsUrl, relayState: 'keep' });
    const reading = readResponse(page.samlResponse ?? '', [keys.primary.certificateDer]);
    expect(reading.signatures[0]?.verifiedWith).toBe(0);
    const xml = decodeResponse(page);
    expect(xml).toContain(`<saml:Audience>${entityId}</saml:Audience>`);
    expect(xml).toContain(`nameid-format:emailAddress">${alice}</saml:NameID>`);
    expect(xml).not.toContain('InResponseTo');
  });

  it('by address asks for the phone first', async () => {
    const { browser, enrol } = await open();
    const page = await logIn(browser, await enrol(alice), launch);
    expect(page.acs).toBe(acsUrl);
    expect(tilesOf((await browser.follow('/')).text)).toEqual([aws]);
  });

  it('without entitlement is refused, with a session', async () => {
    const { browser, visitAs, reason } = await open();
    await visitAs(bob);
    const { status, text } = await browser.follow(launch);
    expect([status, readPage(text).refusal, readPage(text).samlResponse]).toEqual([
      403,
      'not-assigned',
      undefined,
    ]);
    expect(await reason()).toBe(`${bob} is not assigned to ${aws}.`);
  });

  it('without entitlement is refused, by address and phone', async () => {
    const { browser, enrol } = await open();
    const page = await logIn(browser, await enrol(bob), launch);
    expect(page).toMatchObject({ refusal: 'not-assigned', samlResponse: undefined });
    expect(browser.jar.has(sessionCookie)).toBe(false);
  });

  it('is refused from the moment on when the entitlement is withdrawn', async () => {
    const { browser, client, visitAs } = await open();
    await visitAs(alice);
    await client.entitle(aws, {});
    expect(readPage((await browser.follow(launch)).text).refusal).toBe('not-assigned');
  });

  it('of the catalog itself leads to the catalog', async () => {
    const { browser, visitAs } = await open();
    await visitAs(alice);
    expect(tilesOf((await browser.follow('/saml/launch/user-catalog')).text)).toEqual([aws]);
  });

  it('of what was removed is not known', async () => {
    const { browser, client, visitAs } = await open();
    await visitAs(alice);
    await client.removeApplication(aws);
    expect(readPage((await browser.follow(launch)).text).refusal).toBe('bad-request');
    expect(tilesOf((await browser.follow('/')).text)).toEqual([]);
  });
});

describe('a request from the application', () => {
  const home = (xml: string) => xml.replaceAll('https://acme.1kosmos.net', origin);

  it.each(['redirect', 'post'])(
    'by %s is not answered for AWS: people start from the catalog',
    async (binding) => {
      const { browser, reason } = await open();
      const xml = home(makeRequest());
      const { status, text } =
        binding === 'redirect'
          ? await browser.follow(redirectUrl(xml))
          : await browser.follow('/saml/sso', {
              method: 'POST',
              body: new URLSearchParams({ SAMLRequest: Buffer.from(xml).toString('base64') }).toString(),
            });
      expect([status, readPage(text).refusal, readPage(text).samlResponse]).toEqual([
        403,
        'idp-initiated-only',
        undefined,
      ]);
      expect(text).toContain('id="open-catalog" href="/"');
      expect(await reason()).toBe('Amazon Web Services is started from the catalog only.');
    },
  );

  it('begins a login for an application that may begin one', async () => {
    const { browser, client, openBrowser } = await open();
    await client.removeApplication(aws);
    await client.addApplication('custom-saml');
    await client.saveSaml('custom-saml', awsMetadata());
    expect(readPage((await browser.follow(redirectUrl(home(makeRequest())))).text).qr).toBeDefined();
    const stranger = home(makeRequest((xml) => xml.replace('d-1234567890<', 'd-0000000000<')));
    expect(readPage((await openBrowser().follow(redirectUrl(stranger))).text).refusal).toBe('bad-request');
  });

  it('that cannot be read is refused as at any login', async () => {
    const { browser } = await open();
    expect(readPage((await browser.follow('/saml/sso?SAMLRequest=rubbish')).text).refusal).toBe(
      'bad-request',
    );
  });
});

describe('the tenant', () => {
  it('has a metadata file', async () => {
    const { browser } = await open();
    const { text } = await browser.follow('/saml/metadata');
    expect(text).toContain(`entityID="${origin}/saml"`);
    expect(text).toContain(keys.primary.certificateDer);
  });

  it('takes phone and session along when somebody’s address changes', async () => {
    const { browser, client, visitAs } = await open();
    await visitAs(alice);
    await client.changePerson('alice', { email: 'alice.smith@example.com', lastName: 'Smith' });
    expect((await browser.follow('/')).text).toContain('alice.smith@example.com');
    const xml = decodeResponse(readPage((await browser.follow(launch)).text));
    expect(xml).toContain('>alice.smith@example.com</saml:NameID>');
    expect(await client.login.devices()).toMatchObject([{ email: 'alice.smith@example.com' }]);
  });

  it('gives no two people one address', async () => {
    const { client } = await open();
    await expect(client.changePerson('bob', { email: alice })).rejects.toThrow(/409.*belongs to/s);
  });

  it('takes many people at once, and none of them with the address of another', async () => {
    const { client } = await open();
    const people = ['one', 'two'].map((id) => ({
      id,
      email: `${id}@example.com`,
      firstName: 'Some',
      lastName: 'Body',
    }));
    expect(await client.importPeople(people)).toEqual({ count: 2 });
    expect((await client.people()).map(({ id }) => id)).toEqual(expect.arrayContaining(['one', 'two']));
    const taken = { id: 'three', email: 'one@example.com', firstName: 'C', lastName: 'D' };
    await expect(client.importPeople([taken])).rejects.toThrow(/409.*belongs to/s);
  });

  it('forgets somebody with phones, memberships and entitlements', async () => {
    const { client, enrol, browser } = await open();
    await client.putGroup({ id: 'cloud', name: 'Cloud', members: ['alice', 'bob'] });
    const phone = await enrol(alice);
    await client.deletePerson('alice');
    expect(await client.login.devices()).toEqual([]);
    expect(await client.groups()).toMatchObject([{ members: ['bob'] }]);
    const page = readPage((await browser.follow('/')).text);
    expect((await phone.scan(page.qr)).status).toBe(403);
    await expect(client.putGroup({ id: 'cloud', name: 'Cloud', members: ['alice'] })).rejects.toThrow(
      /no person/,
    );
    await expect(client.entitle(aws, { people: ['alice'] })).rejects.toThrow(/no person/);
  });

  it('goes back to its configuration on reset, and forgets sessions on restart', async () => {
    const { client, control, browser, visitAs } = await open();
    await visitAs(alice);
    await control.send('POST', '/restart');
    expect(readPage((await browser.follow('/')).text).qr).toBeDefined();
    expect(await client.applications()).toHaveLength(1);
    await client.putPerson({ id: 'carol', email: 'carol@example.com', firstName: 'C', lastName: 'D' });
    await control.send('POST', '/reset');
    expect((await client.people()).map(({ id }) => id)).toEqual(['alice', 'bob']);
    expect(await client.applications()).toEqual([]);
    await control.send('POST', '/catalog/added', { template: aws });
    expect(await client.applications()).toHaveLength(1);
  });
});
