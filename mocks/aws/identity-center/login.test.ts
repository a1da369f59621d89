import { beforeAll, describe, expect, it } from 'vitest';
import type { SigningKey } from '../../core/keys.ts';
import { createTestKey, entityId, metadataOf, sign, ssoUrl, writeResponse } from './testing/test-idp.ts';
import {
  answerOf,
  begin,
  createTestPortal,
  deliver,
  factsOf,
  portal,
  type TestBrowser,
  type TestPortal,
} from './testing/test-portal.ts';

const start = Date.parse('2026-03-01T12:00:00Z');
let key: SigningKey;
let second: SigningKey;
beforeAll(async () => {
  [key, second] = await Promise.all([createTestKey('idp', start), createTestKey('idp 2', start)]);
});

function open(config = {}): { at: TestPortal; browser: TestBrowser } {
  const at = createTestPortal(start, { idpMetadata: metadataOf([key.certificateDer]), ...config });
  return { at, browser: at.newBrowser() };
}

describe('SP-initiated login', () => {
  it('sends the browser to the identity provider with a request and an opaque RelayState', async () => {
    const { browser } = open();
    const { url, xml, requestId, relayState } = await begin(browser);
    expect(`${url.origin}${url.pathname}`).toBe(ssoUrl);
    expect(requestId).toMatch(/^_[0-9a-f]{40}$/);
    expect(xml).toContain(`<saml:Issuer>${entityId}</saml:Issuer>`);
    expect(xml).toContain('IssueInstant="2026-03-01T12:00:00.000Z"');
    expect(xml).toContain(`Destination="${ssoUrl}"`);
    expect(xml).not.toMatch(/[{}]/);
    expect(relayState.length).toBeLessThanOrEqual(80);
    expect([...url.searchParams.keys()]).toEqual(['SAMLRequest', 'RelayState']);
  });

  it('signs the request and says so in the metadata when told to', async () => {
    const { at, browser } = open();
    await at.client.changeSettings({ signRequests: true });
    const { url } = await begin(browser);
    expect([...url.searchParams.keys()]).toEqual(['SAMLRequest', 'RelayState', 'SigAlg', 'Signature']);
    const metadata = await metadataText(at);
    expect(metadata).toContain('AuthnRequestsSigned="true"');
    expect(metadata).toContain('X509Certificate');
  });

  it('logs the person in and shows exactly the assigned accounts and roles', async () => {
    const { at, browser } = open();
    const { xml, relayState } = await answerOf(at, browser, key);
    const page = await deliver(browser, xml, relayState);
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain('data-testid="user-name">alice@example.com<');
    expect(
      [...text.matchAll(/data-account-id="(\d+)"\s+data-account-name="([^"]+)"/g)].map((m) => m.slice(1)),
    ).toEqual([
      ['111122223333', 'Production'],
      ['444455556666', 'Sandbox'],
    ]);
    expect([...text.matchAll(/data-role-name="([^"]+)"/g)].map((m) => m[1])).toEqual([
      'ReadOnlyAccess',
      'AdministratorAccess',
      'ReadOnlyAccess',
    ]);
    expect(await at.client.whoami(browser.cookie())).toBe('alice@example.com');
    expect(await at.client.sessions()).toEqual([
      { userName: 'alice@example.com', startedAt: '2026-03-01T12:00:00.000Z' },
    ]);
  });

  it('takes a response whose Response alone is signed where nobody insists on more', async () => {
    const { at, browser } = open();
    await at.client.changeSettings({ demandSignedAssertions: false });
    const { requestId, relayState } = await begin(browser);
    const xml = sign(writeResponse(factsOf(at, requestId)), { key, element: 'Response' });
    expect((await deliver(browser, xml, relayState)).status).toBe(200);
  });

  it('takes a response of which both are signed, and one without KeyInfo', async () => {
    const { at, browser } = open();
    const { requestId, relayState } = await begin(browser);
    const inner = sign(writeResponse(factsOf(at, requestId)), {
      key,
      element: 'Assertion',
      withoutKeyInfo: true,
    });
    const both = sign(inner, { key, element: 'Response', withoutKeyInfo: true });
    expect((await deliver(browser, both, relayState)).status).toBe(200);
  });

  it('takes any imported certificate during a rollover, and only the new one after it', async () => {
    const { at, browser } = open({ idpMetadata: metadataOf([key.certificateDer, second.certificateDer]) });
    const first = await answerOf(at, browser, key);
    expect((await deliver(browser, first.xml, first.relayState)).status).toBe(200);
    const { requestId, relayState } = await begin(browser);
    const unnamed = sign(writeResponse(factsOf(at, requestId)), {
      key: second,
      element: 'Assertion',
      withoutKeyInfo: true,
    });
    expect((await deliver(browser, unnamed, relayState)).status).toBe(200);
    await at.client.importIdp(metadataOf([second.certificateDer]));
    const old = await answerOf(at, browser, key);
    expect((await deliver(browser, old.xml, old.relayState)).status).toBe(400);
    expect(await at.client.lastRefusal()).toBe('Assertion signature is not valid');
  });

  it('renews the session at each login: the old cookie no longer works', async () => {
    const { at, browser } = open();
    const one = await answerOf(at, browser, key);
    await deliver(browser, one.xml, one.relayState);
    const before = browser.cookie();
    const two = await answerOf(at, browser, key);
    await deliver(browser, two.xml, two.relayState);
    expect(browser.cookie()).not.toBe(before);
    expect(await at.client.whoami(before)).toBeUndefined();
    expect(await at.client.whoami(browser.cookie())).toBe('alice@example.com');
  });

  it('ends the session when the provider said it would, or when its own time is up', async () => {
    const { at, browser } = open();
    const { requestId, relayState } = await begin(browser);
    const limited = writeResponse(factsOf(at, requestId)).replace(
      'SessionIndex="s1"',
      'SessionIndex="s1" SessionNotOnOrAfter="2026-03-01T13:00:00Z"',
    );
    await deliver(browser, sign(limited, { key, element: 'Assertion' }), relayState);
    at.wait(3_599_000);
    expect(await at.client.whoami(browser.cookie())).toBe('alice@example.com');
    at.wait(1_000);
    expect(await at.client.whoami(browser.cookie())).toBeUndefined();
  });

  it('keeps a session cookie that scripts, plain HTTP and other hosts do not get', async () => {
    const { at, browser } = open();
    const { xml, relayState } = await answerOf(at, browser, key);
    const posted = await browser.post(`https://us-east-1.signin.aws.amazon.com${acsPath}`, {
      SAMLResponse: Buffer.from(xml).toString('base64'),
      RelayState: relayState,
    });
    const handoff = await browser.get(posted.headers.get('location') ?? '');
    const line = handoff.headers.getSetCookie().find((one) => one.startsWith('__Host-portal-session='));
    expect(line).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    expect(handoff.headers.get('cache-control')).toBe('no-store');
  });
});

const acsPath = '/platform/saml/acs/6f1c9f0e-3b5a-4d5e-9a0b-2c1d7e8f9a10';

describe('deep links', () => {
  const link = '#/console?account_id=444455556666&role_name=AdministratorAccess';

  it('leads to the role after an SP-initiated login', async () => {
    const { at, browser } = open();
    const { requestId, relayState } = await begin(browser, link);
    const xml = sign(writeResponse(factsOf(at, requestId)), { key, element: 'Assertion' });
    const page = await (await deliver(browser, xml, relayState)).text();
    expect(page).toContain('<title>AdministratorAccess | Sandbox</title>');
  });

  it('leads to the role after an IdP-initiated login', async () => {
    const { at, browser } = open();
    const xml = sign(writeResponse(factsOf(at, undefined)), { key, element: 'Assertion' });
    const page = await (await deliver(browser, xml, `${portal}/start/${link}`)).text();
    expect(page).toContain('<title>AdministratorAccess | Sandbox</title>');
  });

  it('says so when the role is not assigned', async () => {
    const { at, browser } = open();
    const xml = sign(writeResponse(factsOf(at, undefined)), { key, element: 'Assertion' });
    await deliver(browser, xml);
    const page = await browser.get(
      `${portal}/start/console?account_id=111122223333&role_name=AdministratorAccess`,
    );
    expect(page.status).toBe(403);
    expect(await page.text()).toContain('You do not have access');
  });

  it('asks for the sign-in first, and keeps the role meanwhile', async () => {
    const { browser } = open();
    const page = await browser.get(
      `${portal}/start/console?account_id=111122223333&role_name=ReadOnlyAccess`,
    );
    expect(await page.text()).toContain(
      'value="console?account_id=111122223333&amp;role_name=ReadOnlyAccess"',
    );
  });
});

describe('IdP-initiated login', () => {
  it('is taken, also with a blank RelayState', async () => {
    const { at, browser } = open();
    const xml = sign(writeResponse(factsOf(at, undefined)), { key, element: 'Assertion' });
    expect((await deliver(browser, xml, '')).status).toBe(200);
    expect(await at.client.whoami(browser.cookie())).toBe('alice@example.com');
  });

  it('is refused when switched off', async () => {
    const { at, browser } = open();
    await at.client.changeSettings({ allowIdpInitiated: false });
    const xml = sign(writeResponse(factsOf(at, undefined)), { key, element: 'Assertion' });
    expect((await deliver(browser, xml)).status).toBe(400);
    expect(await at.client.lastRefusal()).toBe(
      'Response was not asked for, and IdP-initiated logins are off',
    );
  });
});

describe('the portal', () => {
  it('begins with the user name, and asks again when it is left out', async () => {
    const { browser } = open();
    const first = await (await browser.get(`${portal}/start`)).text();
    expect(first).toContain('id="username-input"');
    expect(first).toContain('id="username-submit-button"');
    const again = await browser.post(`${portal}/start/login`, { username: ' ' });
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('Enter your username.');
  });

  it('says so when nothing is assigned', async () => {
    const { at, browser } = open({ assignments: [] });
    const { xml, relayState } = await answerOf(at, browser, key);
    const page = await (await deliver(browser, xml, relayState)).text();
    expect(page).toContain('No accounts or applications are assigned to you');
    expect(page).not.toContain('data-account-id=');
  });

  it('signs out for good: a copy of the cookie no longer works', async () => {
    const { at, browser } = open();
    const { xml, relayState } = await answerOf(at, browser, key);
    await deliver(browser, xml, relayState);
    const copy = browser.cookie();
    const answer = await browser.post(`${portal}/start/logout`, {});
    expect(answer.headers.get('location')).toBe('/start?signed-out');
    expect(await at.client.whoami(copy)).toBeUndefined();
    expect(await (await browser.get(`${portal}/start?signed-out`)).text()).toContain('You have signed out');
  });

  it('shows AWS’s page when no identity provider is configured', async () => {
    const at = createTestPortal(start, {});
    const answer = await at.newBrowser().post(`${portal}/start/login`, { username: 'a@example.com' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('It&#39;s not you, it&#39;s us');
  });

  it('serves its metadata on the sign-in host only', async () => {
    const { at } = open();
    expect(await metadataText(at)).toContain(`entityID="${entityId}"`);
    const path = '/platform/saml/metadata/d-1234567890';
    expect((await at.double.fetch(new Request(portal + path))).status).toBe(501);
  });
});

async function metadataText(at: TestPortal): Promise<string> {
  const url = 'https://us-east-1.signin.aws.amazon.com/platform/saml/metadata/d-1234567890';
  return (await at.double.fetch(new Request(url))).text();
}
