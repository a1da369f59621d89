import { createSign } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readResponse } from '../../harness/saml/read-response.ts';
import { signElement } from '../../harness/saml/sign.ts';
import { mount } from '../core/mount.ts';
import { identityCenterApplication } from './config.ts';
import { createIdpKeys } from './main-config.ts';
import { browserCookie, sessionCookie } from './sessions.ts';
import type { IdpKeys } from './state.ts';
import {
  alice,
  bob,
  decodeResponse,
  enrolPhone,
  logIn,
  makeIdp,
  makeRequest,
  openBrowser,
  readPage,
  redirectUrl,
  requestId,
  start,
} from './test-world.ts';

const application = 'aws-identity-center';
const launch = `/saml/launch/${application}`;
let keys: IdpKeys;
beforeAll(async () => {
  keys = await createIdpKeys(start);
});

async function makeWorld() {
  const world = makeIdp(keys);
  return { ...world, phone: await enrolPhone(world, alice), browser: openBrowser(world.idp) };
}

/** The private reason of the latest refusal. */
async function lastReason(control: Awaited<ReturnType<typeof makeWorld>>['control']) {
  const events = await control.get<{ type: string; reason?: string }[]>('/events');
  return events.findLast(({ type }) => type === 'refused')?.reason;
}

describe('an AuthnRequest that must not be answered', () => {
  const edit = (from: string | RegExp, to: string) =>
    redirectUrl(makeRequest((xml) => xml.replace(from, to)));
  it.each([
    ['an issuer that nobody registered', edit('/platform/saml/d-1234567890<', '/other<'), /entity ID/],
    ['an ACS that is not the application’s', edit('/acs/6f1c', '/acs/0000'), /AssertionConsumerServiceURL/],
    [
      'a URL and an index',
      edit(' Version', ' AssertionConsumerServiceIndex="0" Version'),
      /exclude each other/,
    ],
    ['another destination', edit('/saml/sso"', '/saml/other"'), /Destination/],
    [
      'a response binding that is not POST',
      edit('bindings:HTTP-POST', 'bindings:HTTP-Redirect'),
      /ProtocolBinding/,
    ],
    ['an old date', edit('2026-01-15T12:00:00Z', '2026-01-15T11:00:00Z'), /IssueInstant/],
    ['no date', edit('2026-01-15T12:00:00Z', 'today'), /IssueInstant/],
    ['another version', edit('Version="2.0"', 'Version="1.1"'), /Version/],
    ['an ID that is no NCName', edit(requestId, '1 2'), /NCName/],
    ['no issuer', edit(/<saml:Issuer>.*<\/saml:Issuer>/, ''), /Issuer/],
    ['another root', redirectUrl('<a/>'), /AuthnRequest/],
    ['a document type', redirectUrl(`<!DOCTYPE a>${makeRequest()}`), /document type/],
    ['rubbish', '/saml/sso?SAMLRequest=rubbish', /DEFLATE/],
    ['nothing', '/saml/sso', /DEFLATE/],
    ['an inflation bomb', redirectUrl('a'.repeat(20_000_000)), /DEFLATE/],
    ['a parameter twice', `${redirectUrl(makeRequest())}&SAMLRequest=x`, /more than once/],
    [
      'a RelayState over 80 bytes',
      `${redirectUrl(makeRequest())}&RelayState=${'é'.repeat(41)}`,
      /RelayState/,
    ],
    [
      'an index that nobody registered',
      edit(
        /AssertionConsumerServiceURL="[^"]+" ProtocolBinding="[^"]+"/,
        'AssertionConsumerServiceIndex="7"',
      ),
      /Index "7"/,
    ],
    ['an endless RelayState', `${redirectUrl(makeRequest())}&RelayState=${'x'.repeat(2001)}`, /RelayState/],
    ['an unknown application', '/saml/launch/unknown', /not known/],
  ])('%s gives a page that tells nothing private', async (_, path, reason) => {
    const { browser, control } = await makeWorld();
    const { status, text } = await browser.follow(path);
    expect(status).toBe(400);
    expect(readPage(text)).toMatchObject({ refusal: 'bad-request', samlResponse: undefined, qr: undefined });
    expect(await lastReason(control)).toMatch(reason);
    expect(text).not.toMatch(/Destination|Issuer|DEFLATE|NCName/);
  });
});

describe('a request that was served', () => {
  it('is not served again, in no browser and not after a restart, but its ID is free for another issuer', async () => {
    const { browser, idp, client, control } = await makeWorld();
    const url = redirectUrl(makeRequest());
    expect((await browser.follow(url)).status).toBe(200);
    expect((await openBrowser(idp).follow(url)).status).toBe(400);
    expect(await lastReason(control)).toMatch(/served before/);
    await client.restart();
    expect((await openBrowser(idp).follow(url)).status).toBe(400);
    const { entityId, acsUrl } = identityCenterApplication;
    const other = {
      ...identityCenterApplication,
      id: 'other',
      name: 'Other',
      entityId: `${entityId}-2`,
      acsUrl,
    };
    await client.putApplication(other);
    const same = redirectUrl(makeRequest((xml) => xml.replace(`>${entityId}<`, `>${entityId}-2<`)));
    expect((await browser.follow(same)).status).toBe(200);
  });
});

describe('an application of another tenant', () => {
  it('is not started here', async () => {
    const { browser, client, control } = await makeWorld();
    await client.changeApplication(application, { tenant: 'other' });
    expect((await browser.follow(`/saml/launch/${application}`)).status).toBe(400);
    expect(await lastReason(control)).toMatch(/not known/);
  });
});

describe('signed requests', () => {
  const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
  const rsaSha1 = 'http://www.w3.org/2000/09/xmldsig#rsa-sha1';
  const signedUrl = (algorithm = rsaSha256, digest = 'RSA-SHA256', xml = makeRequest()) => {
    const query = `${redirectUrl(xml).replace('/saml/sso?', '')}&RelayState=a%2Fb&SigAlg=${encodeURIComponent(algorithm)}`;
    const signature = createSign(digest).update(query).sign(keys.rollover.privateKeyPem, 'base64');
    return `/saml/sso?${query}&Signature=${encodeURIComponent(signature)}`;
  };
  async function strict() {
    const world = await makeWorld();
    const requestCertificates = [keys.rollover.certificateDer];
    await world.client.changeApplication(application, { requireSignedRequests: true, requestCertificates });
    return world;
  }

  it('are taken when the query string’s signature verifies', async () => {
    const { browser } = await strict();
    expect(readPage((await browser.follow(signedUrl())).text).qr).toBeDefined();
  });

  it.each([
    ['missing', () => redirectUrl(makeRequest())],
    ['over another RelayState', () => signedUrl().replace('RelayState=a%2Fb', 'RelayState=other')],
    ['by SHA-1', () => signedUrl(rsaSha1, 'RSA-SHA1')],
    [
      'over a message without Destination',
      () =>
        signedUrl(
          rsaSha256,
          'RSA-SHA256',
          makeRequest((xml) => xml.replace(/ Destination="[^"]+"/, '')),
        ),
    ],
  ])('are refused when the signature is %s', async (_, url) => {
    const { browser, control } = await strict();
    expect((await browser.follow(url())).status).toBe(400);
    expect(await lastReason(control)).toMatch(/sign/);
  });

  const posted = (xml: string) =>
    ({
      method: 'POST',
      body: new URLSearchParams({ SAMLRequest: Buffer.from(xml).toString('base64') }).toString(),
    }) as const;
  const enveloped = (key: IdpKeys['primary']) =>
    signElement(makeRequest(), requestId, {
      privateKeyPem: key.privateKeyPem,
      certificateDer: key.certificateDer,
    });

  it('are taken by POST when the enveloped signature verifies', async () => {
    const { browser } = await strict();
    expect(
      readPage((await browser.follow('/saml/sso', posted(enveloped(keys.rollover)))).text).qr,
    ).toBeDefined();
  });

  it.each([
    ['unsigned', () => makeRequest()],
    ['signed by a stranger', () => enveloped(keys.primary)],
    [
      'changed after signing',
      () => enveloped(keys.rollover).replace('Version="2.0"', 'Version="2.0" ForceAuthn="true"'),
    ],
    ['signed elsewhere', () => enveloped(keys.rollover).replace(`URI="#${requestId}"`, 'URI=""')],
  ])('are refused by POST when %s', async (_, xml) => {
    const { browser, control } = await strict();
    expect((await browser.follow('/saml/sso', posted(xml()))).status).toBe(400);
    expect(await lastReason(control)).toMatch(/sign/);
  });
});

describe('a request that cannot be met is answered with a Status', () => {
  const status = (code: string) => `urn:oasis:names:tc:SAML:2.0:status:${code}`;
  const withContext = (comparison: string, name: string) =>
    redirectUrl(
      makeRequest((xml) =>
        xml.replace(
          '</samlp:AuthnRequest>',
          `<samlp:RequestedAuthnContext Comparison="${comparison}"><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:${name}</saml:AuthnContextClassRef></samlp:RequestedAuthnContext></samlp:AuthnRequest>`,
        ),
      ),
    );
  const passive = redirectUrl(makeRequest((xml) => xml.replace(' Version', ' IsPassive="true" Version')));

  it.each([
    ['IsPassive without a session', passive, ['Responder', 'NoPassive']],
    [
      'another NameID format',
      redirectUrl(makeRequest((xml) => xml.replace('emailAddress"', 'X509SubjectName"'))),
      ['Requester', 'InvalidNameIDPolicy'],
    ],
    [
      'exactly a password',
      withContext('exact', 'PasswordProtectedTransport'),
      ['Responder', 'NoAuthnContext'],
    ],
    [
      'better than what there is',
      withContext('better', 'MobileTwoFactorContract'),
      ['Responder', 'NoAuthnContext'],
    ],
  ])('%s', async (_, path, codes) => {
    const { browser } = await makeWorld();
    const page = readPage((await browser.follow(`${path}&RelayState=keep`)).text);
    expect(page).toMatchObject({ acs: identityCenterApplication.acsUrl, relayState: 'keep', qr: undefined });
    const xml = decodeResponse(page);
    expect([...xml.matchAll(/StatusCode Value="([^"]+)"/g)].map(([, code]) => code)).toEqual(
      codes.map(status),
    );
    expect(xml).toContain(`InResponseTo="${requestId}"`);
    const reading = readResponse(page.samlResponse ?? '', [keys.primary.certificateDer]);
    expect(reading.assertions).toEqual([]);
    expect(reading.signatures[0]?.verifiedWith).toBe(0);
  });

  it.each([
    ['the class that it gives', withContext('exact', 'MobileTwoFactorContract')],
    ['at least a password', withContext('minimum', 'PasswordProtectedTransport')],
  ])('but %s is met', async (_, path) => {
    const { browser } = await makeWorld();
    expect(readPage((await browser.follow(path)).text).qr).toBeDefined();
  });

  it('and so is a person who cancels', async () => {
    const { browser } = await makeWorld();
    const page = readPage((await browser.follow(redirectUrl(makeRequest()))).text);
    const cancelled = await browser.follow('/login/cancel', { method: 'POST', body: `id=${page.id}` });
    expect(decodeResponse(readPage(cancelled.text))).toContain(status('AuthnFailed'));
    const launched = readPage((await browser.follow(launch)).text);
    const closed = await browser.follow('/login/cancel', { method: 'POST', body: `id=${launched.id}` });
    expect(readPage(closed.text)).toMatchObject({ refusal: 'cancelled', samlResponse: undefined });
  });
});

describe('single sign-on', () => {
  it('answers the next login without a code, with the first login’s AuthnInstant and SessionIndex', async () => {
    const { browser, phone, clock } = await makeWorld();
    const first = decodeResponse(await logIn(browser, phone, launch));
    clock.setOffset(60_000);
    const second = decodeResponse(readPage((await browser.follow(redirectUrl(makeRequest()))).text));
    const sessionOf = (xml: string) => /AuthnInstant="([^"]+)" SessionIndex="([^"]+)"/.exec(xml)?.slice(1);
    expect(sessionOf(second)).toEqual(sessionOf(first));
    expect(sessionOf(second)).toBeDefined();
    const passive = redirectUrl(
      makeRequest((xml) => xml.replace(' ID="_', ' ID="_1').replace(' Version', ' IsPassive="1" Version')),
    );
    expect(decodeResponse(readPage((await browser.follow(passive)).text))).toContain('status:Success');
  });

  it.each([
    [
      'ForceAuthn',
      redirectUrl(makeRequest((xml) => xml.replace(' Version', ' ForceAuthn="true" Version'))),
      0,
    ],
    ['a hint of another person', redirectUrl(makeRequest(), `&login_hint=${bob}`), 0],
    ['the end of the session', launch, 8 * 3_600_000],
  ])('asks again after %s', async (_, path, offset) => {
    const { browser, phone, clock } = await makeWorld();
    await logIn(browser, phone, launch);
    clock.setOffset(offset);
    // The request's IssueInstant is the start: a later one would be refused before it is asked for a session.
    const page = readPage((await browser.follow(path)).text);
    expect(page).toMatchObject({ samlResponse: undefined });
    expect(page.qr).toBeDefined();
  });

  it('is renewed at each approval, kept from scripts and other sites, and ends with logout', async () => {
    const { browser, phone, client } = await makeWorld();
    await logIn(browser, phone, launch);
    const before = browser.jar.get(sessionCookie);
    expect(await client.whoami(browser.cookie())).toBe(alice);
    const forced = redirectUrl(makeRequest((xml) => xml.replace(' Version', ' ForceAuthn="true" Version')));
    await logIn(browser, phone, forced);
    expect(browser.jar.get(sessionCookie)).not.toBe(before);
    expect(await client.whoami(`${sessionCookie}=${before}`)).toBeNull();
    expect((await browser.follow('/')).text).toContain(alice);
    const copied = browser.cookie();
    await browser.follow('/logout', { method: 'POST', body: '' });
    expect(await client.whoami(copied)).toBeNull();
    expect(browser.jar.has(sessionCookie)).toBe(false);
  });
});

describe('a login belongs to one browser', () => {
  it('and another can neither watch nor finish it', async () => {
    const { idp, browser, phone } = await makeWorld();
    const page = readPage((await browser.follow(launch)).text);
    const { body } = await phone.scan(page.qr);
    await phone.answer(body, page.number);
    const thief = openBrowser(idp);
    expect((await thief.visit(`/login/status?id=${page.id}`)).status).toBe(404);
    const stolen = await thief.follow(`/login/complete?id=${page.id}`);
    expect(stolen.status).toBe(410);
    expect(readPage(stolen.text)).toMatchObject({ refusal: 'login-unknown', samlResponse: undefined });
    expect(readPage((await browser.follow(`/login/complete?id=${page.id}`)).text).samlResponse).toBeDefined();
  });

  it('is used up by its response', async () => {
    const { browser, phone } = await makeWorld();
    const page = readPage((await browser.follow(launch)).text);
    const { body } = await phone.scan(page.qr);
    await phone.answer(body, page.number);
    await browser.follow(`/login/complete?id=${page.id}`);
    const again = await browser.follow(`/login/complete?id=${page.id}`);
    expect(readPage(again.text)).toMatchObject({ refusal: 'finished', samlResponse: undefined });
  });

  it('and may stand beside another in a second tab', async () => {
    const { browser, phone } = await makeWorld();
    const first = readPage((await browser.follow(`${launch}?RelayState=one`)).text);
    const second = readPage((await browser.follow(`${launch}?RelayState=two`)).text);
    const { body } = await phone.scan(first.qr);
    await phone.answer(body, first.number);
    expect(readPage((await browser.follow(`/login/complete?id=${first.id}`)).text).relayState).toBe('one');
    expect(await (await browser.visit(`/login/status?id=${second.id}`)).json()).toEqual({ state: 'waiting' });
  });
});

describe('who may not', () => {
  it('is told so, without an assertion and without a session', async () => {
    const { browser, phone, client } = await makeWorld();
    await client.changeApplication(application, { assignedUsers: [bob] });
    const page = await logIn(browser, phone, launch);
    expect(page).toMatchObject({ refusal: 'not-assigned', samlResponse: undefined });
    expect(browser.jar.has(sessionCookie)).toBe(false);
  });

  it('is refused when switched off between approval and response', async () => {
    const { browser, phone, client } = await makeWorld();
    const page = readPage((await browser.follow(launch)).text);
    const { body } = await phone.scan(page.qr);
    await phone.answer(body, page.number);
    await client.putUser({ email: alice, enabled: false });
    const ended = await browser.follow(`/login/complete?id=${page.id}`);
    expect(readPage(ended.text)).toMatchObject({ refusal: 'account', samlResponse: undefined });
  });
});

describe('pages', () => {
  it('go on without a script: by links and a button', async () => {
    const { browser } = await makeWorld();
    const { text } = await browser.follow(launch);
    const { id, qr } = readPage(text);
    expect(text).toContain(`id="continue" href="/login/complete?id=${id}"`);
    const early = await browser.follow(`/login/complete?id=${id}`);
    expect(early.status).toBe(200);
    expect(readPage(early.text).qr).toBe(qr);
  });

  it('carry the response in a form that names nothing else, with a button and no other origin’s parts', async () => {
    const { browser, phone } = await makeWorld();
    const page = readPage((await browser.follow(launch)).text);
    const { body } = await phone.scan(page.qr);
    await phone.answer(body, page.number);
    const { text, response } = await browser.follow(`/login/complete?id=${page.id}`);
    expect(text).toContain('autocomplete="off"');
    expect(text).toContain('<button>Continue</button>');
    expect(text).not.toMatch(/(src|href)="https?:/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('set cookies that are Secure, HttpOnly, SameSite=Lax and bound to the host', async () => {
    const { browser } = await makeWorld();
    const first = await browser.visit(launch);
    const login = await browser.visit(first.headers.get('location') ?? '');
    expect(login.headers.getSetCookie()[0]).toMatch(
      new RegExp(`^${browserCookie}=[\\w-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax$`),
    );
  });

  it('give advice to an ordinary camera, without using the code up', async () => {
    const { browser, phone } = await makeWorld();
    const page = readPage((await browser.follow(launch)).text);
    expect((await browser.follow(page.qr ?? '')).text).toContain('Open the app');
    expect((await phone.scan(page.qr)).status).toBe(200);
  });
});

it('serves a browser behind the front door', async () => {
  const { idp, client } = await makeWorld();
  await using mounted = await mount(idp);
  const headers = { 'x-forwarded-host': 'acme.1kosmos.net', 'x-forwarded-proto': 'https' };
  const first = await fetch(`${mounted.url}${redirectUrl(makeRequest())}`, { headers, redirect: 'manual' });
  expect(first.status).toBe(303);
  const login = await fetch(`${mounted.url}${first.headers.get('location')}`, { headers });
  const page = readPage(await login.text());
  expect(page.qr).toMatch(/^https:\/\/acme\.1kosmos\.net\/qr/);
  const [record] = await client.logins();
  expect(record).toMatchObject({
    requestId,
    state: 'waiting',
    codes: [{ qr: page.qr, number: page.number }],
  });
});
