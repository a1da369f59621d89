import { beforeAll, describe, expect, it } from 'vitest';
import {
  at,
  createRefusalTests,
  type Edit,
  expectRefused,
  none,
  type RefusalTests,
} from './testing/refusals.test-helper.ts';
import {
  alice,
  factsOf,
  idpEntityId,
  origin,
  sign,
  start,
  writeMetadata,
  writeResponse,
} from './testing/world.test-helper.ts';

let tests: RefusalTests;
beforeAll(async () => {
  tests = await createRefusalTests();
});

describe('what somebody else brings is refused', () => {
  it("the answer to another browser's request", async () => {
    const world = await tests.open();
    const [own, other] = [world.openBrowser(), world.openBrowser()];
    await world.begin(other);
    const { requestId, relayState } = await world.begin(own);
    const xml = tests.signed(writeResponse(factsOf(start, requestId)));
    await expectRefused(
      world,
      other,
      await world.deliver(other, xml, relayState),
      /is a request of another browser$/,
    );
    await world.deliver(own, xml, relayState);
    expect(await world.whoami(own)).toBe(alice);
  });

  it('another RelayState than the one that was sent', async () => {
    const world = await tests.open();
    const browser = world.openBrowser();
    const { requestId } = await world.begin(browser);
    const xml = tests.signed(writeResponse(factsOf(start, requestId)));
    await expectRefused(
      world,
      browser,
      await world.deliver(browser, xml, '/'),
      /^RelayState "\/" is not the one sent/,
    );
  });

  it('the answer of another identity provider than the one that was asked', async () => {
    const world = await tests.open();
    const second = writeMetadata({
      entityId: 'https://second.example',
      signing: [tests.keys.stranger.certificateDer],
    });
    await world.client.putIdps([writeMetadata({ signing: [tests.keys.idp.certificateDer] }), second]);
    const browser = world.openBrowser();
    const theirs: Edit = (x) =>
      sign(x.replaceAll(idpEntityId, 'https://second.example'), 'Assertion', tests.keys.stranger);
    await expectRefused(
      world,
      browser,
      await tests.send(world, browser, none, theirs),
      'Issuer "https://second.example" is not who was asked',
    );
  });

  it('somebody whom nobody knows, where accounts are made beforehand', async () => {
    const world = await tests.open();
    await world.client.putPeople({ nameIds: ['bob@example.com'], provision: 'known' });
    const browser = world.openBrowser();
    const { requestId, relayState } = await world.begin(browser);
    const xml = tests.signed(writeResponse(factsOf(start, requestId)));
    await expectRefused(
      world,
      browser,
      await world.deliver(browser, xml, relayState),
      `Nobody is called "${alice}"`,
    );
  });

  it('an answer that took too long', async () => {
    const world = await tests.open();
    const browser = world.openBrowser();
    const { requestId, relayState } = await world.begin(browser);
    world.wait(15 * 60_000);
    const xml = tests.signed(writeResponse(factsOf(world.now(), requestId)));
    await expectRefused(
      world,
      browser,
      await world.deliver(browser, xml, relayState),
      /is no request that is waited for$/,
    );
  });
});

describe('the audit log', () => {
  it('has every attempt with its time, the name of who came in, and the reason of who did not', async () => {
    const world = await tests.open();
    const browser = world.openBrowser();
    await tests.send(world, browser, none, (x) => sign(x, 'Assertion', tests.keys.stranger));
    const { requestId, relayState } = await world.begin(browser);
    await world.deliver(browser, tests.signed(writeResponse(factsOf(start, requestId))), relayState);
    expect(await world.client.audit()).toEqual([
      { at: at(0), accepted: false, reason: expect.stringMatching(/^Signature of "Assertion"/) },
      { at: at(0), accepted: true, nameId: alice },
    ]);
    expect((await browser.get(`${origin}/`)).status).toBe(200);
  });
});
