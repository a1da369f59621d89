import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { signElement } from '../../harness/saml/sign.ts';
import {
  acsUrl,
  alice,
  type Browser,
  encode,
  factsOf,
  idpEntityId,
  type Keys,
  makeKeys,
  openWorld,
  origin,
  sign,
  sloUrl,
  start,
  type World,
  writeResponse,
} from './testing/world.test-helper.ts';

let keys: Keys;
beforeAll(async () => {
  keys = await makeKeys();
});

/** One login that worked, with its message. */
async function loggedIn(world: World, browser = world.openBrowser()) {
  const { requestId, relayState } = await world.begin(browser);
  const xml = sign(writeResponse(factsOf(world.now(), requestId)), 'Assertion', keys.idp);
  await world.deliver(browser, xml, relayState);
  expect(await world.client.lastRefusal()).toBeUndefined();
  expect(await world.whoami(browser)).toBe(alice);
  return { browser, xml, relayState };
}

const unsolicited = { settings: { allowUnsolicited: true } };

describe('a response that was used', () => {
  it('is refused in the same browser, whose session stays as it is', async () => {
    const world = openWorld(keys);
    const { browser, xml, relayState } = await loggedIn(world);
    const cookie = browser.cookie();
    expect((await world.deliver(browser, xml, relayState)).status).toBe(400);
    expect(browser.cookie()).toBe(cookie);
    expect(await world.whoami(browser)).toBe(alice);
  });

  it.each([
    ['another browser', async () => {}],
    ['another browser, after a restart', (world: World) => world.client.restart()],
  ])('is refused when nobody asked for it, in %s', async (_title, between) => {
    const world = openWorld(keys, unsolicited);
    const xml = sign(writeResponse(factsOf(start, undefined)), 'Assertion', keys.idp);
    expect((await world.deliver(world.openBrowser(), xml)).status).toBe(303);
    await between(world);
    const other = world.openBrowser();
    expect((await world.deliver(other, xml)).status).toBe(400);
    expect(await world.client.lastRefusal()).toBe('Assertion was already used');
    expect(await world.whoami(other)).toBeUndefined();
  });

  it('is refused to the end of the tolerance, and after that because it has expired', async () => {
    const world = openWorld(keys, unsolicited);
    const xml = sign(writeResponse(factsOf(start, undefined)), 'Assertion', keys.idp);
    await world.deliver(world.openBrowser(), xml);
    world.wait(8 * 60_000 - 1);
    await world.deliver(world.openBrowser(), xml);
    expect(await world.client.lastRefusal()).toBe('Assertion was already used');
    world.wait(1);
    await world.deliver(world.openBrowser(), xml);
    expect(await world.client.lastRefusal()).toBe('Assertion has expired');
  });

  it('is refused in a new Response round the same assertion, and when an assertion repeats its ID', async () => {
    const world = openWorld(keys, unsolicited);
    const facts = factsOf(start, undefined);
    const xml = sign(writeResponse(facts), 'Assertion', keys.idp);
    await world.deliver(world.openBrowser(), xml);
    for (const again of [
      xml.replace(facts.responseId, '_new'),
      sign(writeResponse({ ...facts, responseId: '_new', nameId: 'bob@example.com' }), 'Assertion', keys.idp),
    ]) {
      expect((await world.deliver(world.openBrowser(), again)).status).toBe(400);
      expect(await world.client.lastRefusal()).toBe('Assertion was already used');
    }
  });

  it('of 50 posts at one instant is taken once', async () => {
    const world = openWorld(keys, unsolicited);
    const xml = sign(writeResponse(factsOf(start, undefined)), 'Assertion', keys.idp);
    const posts = Array.from({ length: 50 }, () => world.deliver(world.openBrowser(), xml));
    const statuses = (await Promise.all(posts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
    expect(await world.client.sessions()).toHaveLength(1);
  });

  it('is used up on every node of a cluster', async () => {
    const world = openWorld(keys, unsolicited);
    const other = world.double.join();
    const xml = sign(writeResponse(factsOf(start, undefined)), 'Assertion', keys.idp);
    const post = () =>
      new Request(acsUrl, { method: 'POST', body: new URLSearchParams({ SAMLResponse: encode(xml) }) });
    expect((await world.double.fetch(post())).status).toBe(303);
    expect((await other.fetch(post())).status).toBe(400);
    expect(await world.client.lastRefusal()).toBe('Assertion was already used');
  });

  it('works once its cause is mended, if it was refused', async () => {
    const world = openWorld(keys, { ...unsolicited, people: { provision: 'known' } });
    const xml = sign(writeResponse(factsOf(start, undefined)), 'Assertion', keys.idp);
    expect((await world.deliver(world.openBrowser(), xml)).status).toBe(400);
    await world.client.putPeople({ nameIds: [alice], provision: 'known' });
    expect((await world.deliver(world.openBrowser(), xml)).status).toBe(303);
  });
});

describe('a session', () => {
  it('has a secret of its own after every login: none that was there before counts', async () => {
    const world = openWorld(keys);
    const browser = world.openBrowser();
    browser.jar.set('__Host-sp-session', 'planted');
    await loggedIn(world, browser);
    const first = browser.jar.get('__Host-sp-session');
    expect(first).not.toBe('planted');
    expect(await world.client.whoami('__Host-sp-session=planted')).toBeUndefined();
    await loggedIn(world, browser);
    expect(browser.jar.get('__Host-sp-session')).not.toBe(first);
  });

  it('has cookies that scripts, other hosts, plain HTTP and other sites do not get', async () => {
    const world = openWorld(keys);
    const answer = await world.double.fetch(new Request(`${origin}/login`));
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-sp-browser=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=None$/),
    ]);
    const browser = world.openBrowser();
    const { requestId, relayState } = await world.begin(browser);
    const xml = sign(writeResponse(factsOf(start, requestId)), 'Assertion', keys.idp);
    const landed = await world.deliver(browser, xml, relayState);
    expect(landed.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-sp-session=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('is over after signing out here, also for who kept the cookie', async () => {
    const world = openWorld(keys);
    const { browser } = await loggedIn(world);
    const kept = browser.cookie();
    const page = await browser.post(`${origin}/logout`, {}, false);
    expect(await page.text()).toContain('You are signed out');
    expect(browser.jar.has('__Host-sp-session')).toBe(false);
    expect(await world.client.whoami(kept)).toBeUndefined();
    expect((await browser.get(`${origin}/`)).status).toBe(303);
  });

  it('is gone after a restart, a login under way is not', async () => {
    const world = openWorld(keys);
    const { browser } = await loggedIn(world);
    const other = world.openBrowser();
    const { requestId, relayState } = await world.begin(other);
    await world.client.restart();
    expect(await world.whoami(browser)).toBeUndefined();
    const xml = sign(writeResponse(factsOf(start, requestId)), 'Assertion', keys.idp);
    expect((await world.deliver(other, xml, relayState)).status).toBe(303);
  });
});

describe('a page', () => {
  it('shows what a message says as text, never as markup', async () => {
    const world = openWorld(keys, { settings: { nameIdFormat: null } });
    const browser = world.openBrowser();
    const { requestId, relayState } = await world.begin(browser);
    const nameId = '&lt;img src=x onerror=alert(1)&gt;';
    const xml = sign(writeResponse(factsOf(start, requestId, { nameId })), 'Assertion', keys.idp);
    await world.deliver(browser, xml, relayState);
    const page = await (await browser.get(`${origin}/`)).text();
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toContain('<img');
  });
});

describe('logout by the identity provider', () => {
  interface LogoutFacts {
    readonly id?: string;
    readonly issuer?: string;
    readonly destination?: string;
    readonly issued?: number;
    readonly until?: number;
    readonly nameId?: string;
    readonly index?: string;
  }
  const write = (facts: LogoutFacts = {}) => {
    const instant = (ms: number) => new Date(ms).toISOString();
    const { id = `_l${crypto.randomUUID()}`, issued = start, until = start + 300_000 } = facts;
    return `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="${instant(issued)}" NotOnOrAfter="${instant(until)}" Destination="${facts.destination ?? sloUrl}"><saml:Issuer>${facts.issuer ?? idpEntityId}</saml:Issuer><saml:NameID>${facts.nameId ?? alice}</saml:NameID><samlp:SessionIndex>${facts.index ?? 's1'}</samlp:SessionIndex></samlp:LogoutRequest>`;
  };
  const send = (browser: Browser, xml: string) =>
    browser.post(sloUrl, { SAMLRequest: encode(xml), RelayState: 'token' });
  const signed = (xml: string, key = keys.idp) =>
    signElement(xml, / ID="([^"]+)"/.exec(xml)?.[1] ?? '', {
      privateKeyPem: key.privateKeyPem,
      certificateDer: key.certificateDer,
    });

  it('ends the session of that person, and answers by a signed LogoutResponse', async () => {
    const world = openWorld(keys);
    const { browser } = await loggedIn(world);
    const answer = await send(browser, signed(write({ id: '_logout' })));
    expect(await world.whoami(browser)).toBeUndefined();
    const url = new URL(answer.headers.get('location') ?? '');
    expect([...url.searchParams.keys()]).toEqual(['SAMLResponse', 'RelayState', 'SigAlg', 'Signature']);
    const xml = inflateRawSync(Buffer.from(url.searchParams.get('SAMLResponse') ?? '', 'base64')).toString();
    expect(xml).toContain('InResponseTo="_logout"');
    expect(xml).toContain('status:Success');
  });

  it.each<[string, LogoutFacts, string | RegExp]>([
    ['another issuer', { issuer: 'https://other.example' }, /^Issuer .* is not trusted$/],
    ['another destination', { destination: acsUrl }, /^Destination .* is not the logout service$/],
    ['an end that has passed', { until: start - 180_000 }, 'LogoutRequest has expired'],
    ['a time long ago', { issued: start - 14 * 60_000 }, 'LogoutRequest was issued too long ago'],
    ['a time to come', { issued: start + 4 * 60_000 }, 'LogoutRequest is issued in the future'],
  ])('is refused with %s', async (_title, facts, reason) => {
    const world = openWorld(keys);
    const { browser } = await loggedIn(world);
    expect((await send(browser, signed(write(facts)))).status).toBe(400);
    expect(await world.client.lastRefusal()).toMatch(reason);
    expect(await world.whoami(browser)).toBe(alice);
  });

  it('is refused unsigned, signed by a stranger, changed, and a second time', async () => {
    const world = openWorld(keys);
    const { browser } = await loggedIn(world);
    expect((await send(browser, write())).status).toBe(400);
    expect(await world.client.lastRefusal()).toBe('LogoutRequest is not signed');
    expect((await send(browser, signed(write(), keys.stranger))).status).toBe(400);
    expect(await world.client.lastRefusal()).toMatch(/does not hold by any key/);
    const genuine = signed(write({ nameId: 'bob@example.com' }));
    expect((await send(browser, genuine.replace('bob@', 'alice@'))).status).toBe(400);
    expect(await world.whoami(browser)).toBe(alice);
    expect((await send(browser, genuine)).status).toBe(303);
    expect((await send(browser, genuine)).status).toBe(400);
    expect(await world.client.lastRefusal()).toBe('LogoutRequest was already used');
    expect(await world.whoami(browser)).toBe(alice);
  });

  it('leaves sessions alone that it does not name', async () => {
    const world = openWorld(keys);
    const { browser } = await loggedIn(world);
    await send(browser, signed(write({ nameId: 'bob@example.com' })));
    await send(browser, signed(write({ index: 's2' })));
    expect(await world.whoami(browser)).toBe(alice);
  });
});
