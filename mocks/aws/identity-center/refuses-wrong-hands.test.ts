import { describe, expect, it } from 'vitest';
import { createRefusalTests, expectRefused } from './testing/refusals.ts';
import { acsUrl, encode, sign, writeResponse } from './testing/test-idp.ts';
import { begin, deliver, factsOf } from './testing/test-portal.ts';

const { key, open } = await createRefusalTests();
const minute = 60_000;

describe('refuses a response in the wrong hands', () => {
  it('another browser’s: the session begins only where the login was begun', async () => {
    const opened = open();
    const { requestId, relayState } = await begin(opened.browser);
    const xml = sign(writeResponse(factsOf(opened.at, requestId)), { key, element: 'Assertion' });
    const thief = opened.at.newBrowser();
    const page = await deliver(thief, xml, relayState);
    await expectRefused(
      { at: opened.at, browser: thief },
      page,
      'InResponseTo names a request of another browser',
    );
  });

  it('of a browser that began another login meanwhile', async () => {
    const opened = open();
    const one = await begin(opened.browser);
    const other = opened.at.newBrowser();
    await begin(other);
    const xml = sign(writeResponse(factsOf(opened.at, one.requestId)), { key, element: 'Assertion' });
    await expectRefused(
      { at: opened.at, browser: other },
      await deliver(other, xml, one.relayState),
      /another browser/,
    );
  });

  it('by plain HTTP, where everybody on the way could read it', async () => {
    const opened = open();
    const { requestId, relayState } = await begin(opened.browser);
    const xml = sign(writeResponse(factsOf(opened.at, requestId)), { key, element: 'Assertion' });
    const page = await opened.browser.post(acsUrl.replace('https:', 'http:'), {
      SAMLResponse: encode(xml),
      RelayState: relayState,
    });
    await expectRefused(opened, page, 'Response came by plain HTTP');
  });

  it('after the login took too long', async () => {
    const opened = open();
    const { requestId, relayState } = await begin(opened.browser);
    opened.at.wait(15 * minute);
    const xml = sign(writeResponse(factsOf(opened.at, requestId)), { key, element: 'Assertion' });
    await expectRefused(
      opened,
      await deliver(opened.browser, xml, relayState),
      /is no request that is waited for$/,
    );
  });

  it('a handoff code a second time, or a made-up one', async () => {
    const opened = open();
    const { requestId, relayState } = await begin(opened.browser);
    const xml = sign(writeResponse(factsOf(opened.at, requestId)), { key, element: 'Assertion' });
    const posted = await opened.browser.post(acsUrl, { SAMLResponse: encode(xml), RelayState: relayState });
    const handoff = posted.headers.get('location') ?? '';
    const thief = opened.at.newBrowser();
    expect((await thief.get(handoff)).status).toBe(400);
    await expectRefused(
      opened,
      await opened.browser.get(handoff),
      'Handoff code is unknown, used or too old',
    );
  });

  it.each([
    ['changed in one letter', (state: string) => `${state.startsWith('A') ? 'B' : 'A'}${state.slice(1)}`],
    ['with another tail', (state: string) => `${state.slice(0, -1)}${state.endsWith('A') ? 'B' : 'A'}`],
    ['lengthened', (state: string) => `${state}A`],
    ['left out', () => undefined],
    ['replaced by an address', () => 'https://evil.example/'],
  ])('RelayState %s', async (_title, change) => {
    const opened = open();
    const { requestId, relayState } = await begin(opened.browser);
    const xml = sign(writeResponse(factsOf(opened.at, requestId)), { key, element: 'Assertion' });
    const page = await deliver(opened.browser, xml, change(relayState));
    await expectRefused(opened, page, 'RelayState is not the one sent with the request');
  });

  it('RelayState of another login of the same browser', async () => {
    const opened = open();
    const one = await begin(opened.browser);
    const two = await begin(opened.browser);
    const xml = sign(writeResponse(factsOf(opened.at, one.requestId)), { key, element: 'Assertion' });
    await expectRefused(opened, await deliver(opened.browser, xml, two.relayState), /^RelayState/);
  });

  it.each([
    'https://evil.example/start',
    'https://d-1234567890.awsapps.com.evil.example/start',
    'https://d-1234567890.awsapps.com/start@evil.example',
    '//evil.example',
    'javascript:alert(1)',
    'https://d-1234567890.awsapps.com/start/#/console?account_id=1&role_name=x',
    '<script>',
  ])('an IdP-initiated response with the RelayState %s', async (relayState) => {
    const opened = open();
    const xml = sign(writeResponse(factsOf(opened.at, undefined)), { key, element: 'Assertion' });
    await expectRefused(
      opened,
      await deliver(opened.browser, xml, relayState),
      'RelayState is not a deep link into this portal',
    );
  });
});
