import { beforeAll, describe, expect, it } from 'vitest';
import {
  acsUrl,
  alice,
  factsOf,
  type Keys,
  makeKeys,
  openWorld,
  origin,
  sign,
  start,
  writeResponse,
} from './testing/world.test-helper.ts';

let keys: Keys;
beforeAll(async () => {
  keys = await makeKeys();
});

describe('a login that begins at the service provider', () => {
  it('goes to the identity provider and back, and names the person', async () => {
    const world = openWorld(keys);
    const browser = world.openBrowser();
    expect((await browser.get(`${origin}/`)).headers.get('location')).toBe('/login');
    const { url, xml, requestId, relayState } = await world.begin(browser);
    expect(url.origin + url.pathname).toBe('https://idp.example/sso');
    expect(xml).toContain(`AssertionConsumerServiceURL="${acsUrl}"`);
    const signed = sign(writeResponse(factsOf(start, requestId)), 'Assertion', keys.idp);
    const answer = await world.deliver(browser, signed, relayState);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect(await world.whoami(browser)).toBe(alice);
    const page = await (await browser.get(`${origin}/`)).text();
    expect(page).toContain(`data-testid="user-name">${alice}</strong>`);
  });
});
