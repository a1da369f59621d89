import { beforeAll, describe, expect, it } from 'vitest';
import type { SigningKey } from '../../core/keys.ts';
import { acsUrl, createTestKey, encode, metadataOf, sign, writeResponse } from './testing/test-idp.ts';
import {
  answerOf,
  begin,
  createTestPortal,
  deliver,
  factsOf,
  type TestPortal,
} from './testing/test-portal.ts';

const start = Date.parse('2026-03-01T12:00:00Z');
const used = 'Assertion was already used';
let key: SigningKey;
beforeAll(async () => {
  key = await createTestKey('idp', start);
});

function open(): TestPortal {
  return createTestPortal(start, { idpMetadata: metadataOf([key.certificateDer]) });
}

/** One login that worked, and its message. */
async function loggedIn(at: TestPortal) {
  const browser = at.newBrowser();
  const answer = await answerOf(at, browser, key);
  expect((await deliver(browser, answer.xml, answer.relayState)).status).toBe(200);
  return { browser, ...answer };
}

describe('a response that was used', () => {
  it('is refused in the same browser, whose session stays as it is', async () => {
    const at = open();
    const { browser, xml, relayState } = await loggedIn(at);
    const cookie = browser.cookie();
    expect((await deliver(browser, xml, relayState)).status).toBe(400);
    expect(await at.client.lastRefusal()).toBe(used);
    expect(browser.cookie()).toBe(cookie);
  });

  it('is refused in another browser', async () => {
    const at = open();
    const { xml, relayState } = await loggedIn(at);
    const other = at.newBrowser();
    expect((await deliver(other, xml, relayState)).status).toBe(400);
    expect(await at.client.lastRefusal()).toBe(used);
    expect(await at.client.whoami(other.cookie())).toBeUndefined();
  });

  it('is refused after a restart, though sessions are gone and users are kept', async () => {
    const at = open();
    const { browser, xml, relayState } = await loggedIn(at);
    await at.client.restart();
    expect(await at.client.whoami(browser.cookie())).toBeUndefined();
    expect(await at.client.accessOf('alice@example.com')).toHaveLength(2);
    expect((await at.client.idp()).certificates).toEqual([key.certificateDer]);
    expect((await deliver(browser, xml, relayState)).status).toBe(400);
    expect(await at.client.lastRefusal()).toBe(used);
  });

  it('is refused up to the end of the tolerance, and after it because it has expired', async () => {
    const at = open();
    const { browser, xml, relayState } = await loggedIn(at);
    at.wait(8 * 60_000 - 1);
    expect((await deliver(browser, xml, relayState)).status).toBe(400);
    expect(await at.client.lastRefusal()).toBe(used);
    at.wait(1);
    expect((await deliver(browser, xml, relayState)).status).toBe(400);
    expect(await at.client.lastRefusal()).toBe('Assertion has expired');
  });

  it('is refused in a new Response of another ID around the same signed assertion', async () => {
    const at = open();
    const { browser, xml, relayState } = await loggedIn(at);
    const again = xml.replace(/(<samlp:Response [^>]*?ID=")[^"]+/, '$1_new');
    expect((await deliver(browser, again, relayState)).status).toBe(400);
    expect(await at.client.lastRefusal()).toBe(used);
  });

  it('is refused when the provider repeats its ID in a new assertion', async () => {
    const at = open();
    const browser = at.newBrowser();
    for (const status of [200, 400]) {
      const { requestId, relayState } = await begin(browser);
      const facts = { ...factsOf(at, requestId), assertionId: '_same' };
      const xml = sign(writeResponse(facts), { key, element: 'Assertion' });
      expect((await deliver(browser, xml, relayState)).status).toBe(status);
    }
    expect(await at.client.lastRefusal()).toBe(used);
  });

  it('is refused after signing out', async () => {
    const at = open();
    const { browser, xml, relayState } = await loggedIn(at);
    await browser.post('https://d-1234567890.awsapps.com/start/logout', {});
    expect((await deliver(browser, xml, relayState)).status).toBe(400);
  });

  it('of 20 posts at one instant is taken once', async () => {
    const at = open();
    const xml = sign(writeResponse(factsOf(at, undefined)), { key, element: 'Assertion' });
    const posts = Array.from({ length: 20 }, () =>
      at.newBrowser().post(acsUrl, { SAMLResponse: encode(xml) }),
    );
    const statuses = (await Promise.all(posts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
    expect(statuses.filter((status) => status === 400)).toHaveLength(19);
  });

  it('works again only where the protection is switched off', async () => {
    const at = open();
    await at.client.changeSettings({ replayProtection: false });
    const browser = at.newBrowser();
    const xml = sign(writeResponse(factsOf(at, undefined)), { key, element: 'Assertion' });
    expect((await deliver(browser, xml)).status).toBe(200);
    expect((await deliver(at.newBrowser(), xml)).status).toBe(200);
  });

  it('is remembered only if it was taken: a refused one works once its cause is mended', async () => {
    const at = open();
    const browser = at.newBrowser();
    const xml = sign(writeResponse({ ...factsOf(at, undefined), nameId: 'new@example.com' }), {
      key,
      element: 'Assertion',
    });
    expect((await deliver(browser, xml)).status).toBe(400);
    await at.client.putUser({
      userName: 'new@example.com',
      email: 'n@x',
      givenName: 'N',
      familyName: 'N',
      active: true,
    });
    expect((await deliver(browser, xml)).status).toBe(200);
  });
});

describe('the audit log', () => {
  it('keeps a record as CloudTrail does of each success and each refusal', async () => {
    const at = open();
    const { browser, xml, relayState } = await loggedIn(at);
    await deliver(browser, xml, relayState);
    const [success, failure, ...more] = await at.client.audit();
    expect(more).toEqual([]);
    expect(success).toMatchObject({
      eventSource: 'signin.amazonaws.com',
      eventName: 'ExternalIdPDirectoryLogin',
      awsRegion: 'us-east-1',
      eventTime: '2026-03-01T12:00:00.000Z',
      userIdentity: { type: 'IdentityCenterUser', userName: 'alice@example.com' },
      responseElements: { ExternalIdPDirectoryLogin: 'Success' },
    });
    expect(success).not.toHaveProperty('errorMessage');
    expect(failure).toMatchObject({
      userIdentity: { type: 'Unknown' },
      responseElements: { ExternalIdPDirectoryLogin: 'Failure' },
      errorMessage: used,
    });
  });
});
