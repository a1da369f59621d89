import { beforeAll, describe, expect, it } from 'vitest';
import { validateSchema } from '../../harness/saml/schema.ts';
import { createIdpKeys } from '../idp/main-config.ts';
import {
  decodeResponse,
  enrolPhone,
  start as idpStart,
  logIn,
  makeIdp,
  openBrowser,
} from '../idp/test-world.ts';
import { encryptAssertion } from './testing/encrypt.test-helper.ts';
import {
  acsUrl,
  alice,
  type Browser,
  entityId,
  factsOf,
  type Keys,
  makeKeys,
  openWorld,
  origin,
  type Part,
  sign,
  start,
  type World,
  writeResponse,
} from './testing/world.test-helper.ts';

let keys: Keys;
beforeAll(async () => {
  keys = await makeKeys();
});

const gcm = 'http://www.w3.org/2009/xmlenc11#aes256-gcm';
const cbc = 'http://www.w3.org/2001/04/xmlenc#aes256-cbc';

function encrypt(xml: string, block = gcm): string {
  return xml.replace(/<saml:Assertion[\s\S]*<\/saml:Assertion>/, (assertion) =>
    encryptAssertion(
      assertion.replace(
        '<saml:Assertion ',
        '<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ',
      ),
      keys.encryption.certificatePem,
      { block },
    ),
  );
}

/** A login that begins here, answered by what `finish` makes of the unsigned response. */
async function answer(world: World, browser: Browser, finish: (xml: string) => string, attributes = '') {
  const { requestId, relayState } = await world.begin(browser);
  const xml = writeResponse(factsOf(world.now(), requestId, { attributes }));
  return world.deliver(browser, finish(xml), relayState);
}

describe('a login that begins at the service provider', () => {
  it('goes to the identity provider and back, and names the person', async () => {
    const world = openWorld(keys);
    const browser = world.openBrowser();
    expect((await browser.get(`${origin}/`)).headers.get('location')).toBe('/login');
    const { url, xml } = await world.begin(browser);
    expect(url.origin + url.pathname).toBe('https://idp.example/sso');
    expect(xml).toContain(`AssertionConsumerServiceURL="${acsUrl}"`);
    expect(validateSchema(xml, 'protocol')).toEqual([]);
    const landed = await answer(world, browser, (text) => sign(text, 'Assertion', keys.idp));
    expect([landed.status, landed.headers.get('location')]).toEqual([303, '/']);
    expect(await world.whoami(browser)).toBe(alice);
    expect(await (await browser.get(`${origin}/`)).text()).toContain(
      `data-testid="user-name">${alice}</strong>`,
    );
  });

  it('leads back to the page that was asked for', async () => {
    const world = openWorld(keys);
    const browser = world.openBrowser();
    const asked = await browser.get(`${origin}/app/reports?year=2026`);
    expect(asked.headers.get('location')).toBe(
      `/login?RelayState=${encodeURIComponent('/app/reports?year=2026')}`,
    );
    const { requestId, relayState } = await world.begin(browser, '/app/reports?year=2026');
    expect(Buffer.byteLength(relayState)).toBeLessThanOrEqual(80);
    expect(relayState).not.toContain('reports');
    const xml = sign(writeResponse(factsOf(start, requestId)), 'Assertion', keys.idp);
    expect((await world.deliver(browser, xml, relayState)).headers.get('location')).toBe(
      '/app/reports?year=2026',
    );
  });

  it('hands on what the identity provider said, and ends with its session', async () => {
    const world = openWorld(keys);
    const attributes =
      '<saml:AttributeStatement><saml:Attribute Name="groups"><saml:AttributeValue>admins</saml:AttributeValue><saml:AttributeValue>staff</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>';
    const browser = world.openBrowser();
    await answer(world, browser, (text) => sign(text, 'Assertion', keys.idp), attributes);
    const [session] = await world.client.sessions();
    expect(session).toMatchObject({ nameId: alice, attributes: { groups: ['admins', 'staff'] } });
    expect(session?.expiresAt).toBe(new Date(start + 3_600_000).toISOString());
    world.wait(3_600_000);
    expect(await world.whoami(browser)).toBeUndefined();
  });

  it.each<[string, readonly Part[], boolean]>([
    ['the Assertion', ['Assertion'], true],
    ['both', ['Assertion', 'Response'], true],
    ['the Response, where that is enough', ['Response'], false],
  ])('is taken with a signature on %s', async (_title, parts, wantAssertionsSigned) => {
    const world = openWorld(keys, { settings: { wantAssertionsSigned } });
    const browser = world.openBrowser();
    await answer(world, browser, (xml) => parts.reduce((text, part) => sign(text, part, keys.idp), xml));
    expect(await world.client.lastRefusal()).toBeUndefined();
    expect(await world.whoami(browser)).toBe(alice);
  });

  it.each<[string, (xml: string) => string, boolean]>([
    ['signed inside', (xml) => encrypt(sign(xml, 'Assertion', keys.idp)), true],
    [
      'signed inside and outside',
      (xml) => sign(encrypt(sign(xml, 'Assertion', keys.idp)), 'Response', keys.idp),
      true,
    ],
    ['signed outside', (xml) => sign(encrypt(xml), 'Response', keys.idp), false],
    [
      'by CBC, signed outside too',
      (xml) => sign(encrypt(sign(xml, 'Assertion', keys.idp), cbc), 'Response', keys.idp),
      true,
    ],
  ])('is taken with an encrypted assertion: %s', async (_title, finish, wantAssertionsSigned) => {
    const world = openWorld(keys, { settings: { wantAssertionsSigned } });
    const browser = world.openBrowser();
    await answer(world, browser, finish);
    expect(await world.client.lastRefusal()).toBeUndefined();
    expect(await world.whoami(browser)).toBe(alice);
  });
});

describe('a login that begins at the identity provider', () => {
  it('is taken where that is allowed, and leads to a path of our own only', async () => {
    const world = openWorld(keys, { settings: { allowUnsolicited: true } });
    for (const [relayState, target] of [
      ['/app/reports', '/app/reports'],
      ['//evil.example', '/'],
      ['https://evil.example/', '/'],
      ['/\\evil.example', '/'],
      ['/a\r\nb', '/'],
    ]) {
      const browser = world.openBrowser();
      const xml = sign(writeResponse(factsOf(start, undefined)), 'Assertion', keys.idp);
      expect((await world.deliver(browser, xml, relayState)).headers.get('location')).toBe(target);
      expect(await world.whoami(browser)).toBe(alice);
    }
  });

  it('never turns somebody who is logged in into somebody else', async () => {
    const world = openWorld(keys, { settings: { allowUnsolicited: true } });
    const browser = world.openBrowser();
    await answer(world, browser, (xml) => sign(xml, 'Assertion', keys.idp));
    const other = sign(
      writeResponse(factsOf(start, undefined, { nameId: 'mallory@example.com' })),
      'Assertion',
      keys.idp,
    );
    expect((await world.deliver(browser, other)).status).toBe(400);
    expect(await world.client.lastRefusal()).toBe('Somebody else is logged in in this browser');
    expect(await world.whoami(browser)).toBe(alice);
  });
});

describe('with the double of an identity provider', () => {
  it('a login with a phone ends here', async () => {
    const idpKeys = await createIdpKeys(idpStart);
    const idp = makeIdp(idpKeys, {
      applications: [
        { id: 'app', name: 'App', accessUrl: `${origin}/`, entityId, acsUrl, sessionMs: 3_600_000 },
      ],
    });
    const metadata = await (
      await idp.idp.fetch(new Request('https://acme.1kosmos.net/saml/metadata'))
    ).text();
    const world = openWorld(keys, { idps: [{ metadata }] }, { now: () => idpStart });
    const phone = await enrolPhone(idp, 'alice.wong@example.com');
    const browser = world.openBrowser();
    const { url } = await world.begin(browser);
    const page = await logIn(openBrowser(idp.idp), phone, url.href);
    await world.deliver(browser, decodeResponse(page), page.relayState);
    expect(await world.client.lastRefusal()).toBeUndefined();
    expect(await world.whoami(browser)).toBe('alice.wong@example.com');
  });
});

describe('what it publishes and asks', () => {
  it('has metadata that fits the schema, with keys for signing and for encryption', async () => {
    const world = openWorld(keys);
    const metadata = await (await world.openBrowser().get(`${origin}/metadata`)).text();
    expect(validateSchema(metadata, 'metadata')).toEqual([]);
    expect(metadata).toContain(`entityID="${entityId}"`);
    for (const key of [keys.signing, keys.encryption]) expect(metadata).toContain(key.certificateDer);
  });

  it('signs its requests when it is told to', async () => {
    const world = openWorld(keys, { settings: { signRequests: true } });
    const { url } = await world.begin(world.openBrowser());
    const order = [...url.searchParams.keys()];
    expect(order).toEqual(['SAMLRequest', 'RelayState', 'SigAlg', 'Signature']);
    const { createVerify } = await import('node:crypto');
    const data = url.search.slice(1, url.search.indexOf('&Signature='));
    const value = url.searchParams.get('Signature') ?? '';
    expect(createVerify('sha256').update(data).verify(keys.signing.certificatePem, value, 'base64')).toBe(
      true,
    );
  });
});
