import { expect } from 'vitest';
import type { SigningKey } from '../../core/keys.ts';
import {
  type Browser,
  factsOf,
  type Keys,
  makeKey,
  makeKeys,
  openWorld,
  sign,
  start,
  type World,
  writeMetadata,
  writeResponse,
} from './world.test-helper.ts';

/** Changes the XML of a response. */
export type Edit = (xml: string) => string;

export const replace =
  (from: string | RegExp, to: string): Edit =>
  (xml) =>
    xml.replace(from, () => to);

/** A time so many minutes from the start. */
export const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString();

export const none: Edit = (xml) => xml;

export interface RefusalTests {
  readonly keys: Keys;
  readonly encryptionOnly: SigningKey;
  readonly retired: SigningKey;
  readonly signed: Edit;
  /** A provider is trusted whose metadata has changed once, and lists a key for encryption too. */
  readonly open: () => Promise<World>;
  /** Answers a request of this browser by a response that was edited, then finished. */
  readonly send: (world: World, browser: Browser, edit: Edit, finish?: Edit) => Promise<Response>;
}

/** What the tests of refusals share. RSA keys take a while: these serve a whole test file. */
export async function createRefusalTests(): Promise<RefusalTests> {
  const [keys, encryptionOnly, retired] = await Promise.all([
    makeKeys(),
    makeKey('idp encryption'),
    makeKey('idp old'),
  ]);
  const signed: Edit = (xml) => sign(xml, 'Assertion', keys.idp);
  return {
    keys,
    encryptionOnly,
    retired,
    signed,
    open: async () => {
      const world = openWorld(keys);
      await world.client.putIdps([writeMetadata({ signing: [retired.certificateDer] })]);
      const encryption = [encryptionOnly.certificateDer];
      await world.client.putIdps([writeMetadata({ signing: [keys.idp.certificateDer], encryption })]);
      return world;
    },
    send: async (world, browser, edit, finish = signed) => {
      const { requestId, relayState } = await world.begin(browser);
      const plain = writeResponse(factsOf(world.now(), requestId));
      const message = finish(edit(plain));
      // An edit that changes nothing would prove nothing.
      expect(message === signed(plain)).toBe(false);
      return world.deliver(browser, message, relayState);
    },
  };
}

/** Nobody is logged in, the page says nothing of why, and only the audit log does. */
export async function expectRefused(
  world: World,
  browser: Browser,
  page: Response,
  reason: string | RegExp,
): Promise<void> {
  const text = await page.text();
  const said = (await world.client.lastRefusal()) ?? '';
  if (typeof reason === 'string') expect(said).toBe(reason);
  else expect(said).toMatch(reason);
  expect(page.status).toBe(400);
  expect(text).toContain('<h1>You could not be signed in</h1>');
  expect(text).not.toContain(said);
  expect(await world.client.sessions()).toEqual([]);
  expect(await world.whoami(browser)).toBeUndefined();
}
