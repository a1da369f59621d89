import { expect } from 'vitest';
import { createTestKey, metadataOf, type ResponseFacts, sign, writeResponse } from './test-idp.ts';
import {
  begin,
  createTestPortal,
  deliver,
  factsOf,
  type TestBrowser,
  type TestPortal,
} from './test-portal.ts';

export const start = Date.parse('2026-03-01T12:00:00Z');

export interface Opened {
  readonly at: TestPortal;
  readonly browser: TestBrowser;
}

/** Changes the XML of a response. */
export type Edit = (xml: string) => string;

/** What the tests of refusals share: a trusted key and a stranger's of the same name, a portal, a browser. */
export async function createRefusalTests() {
  const [key, stranger] = await Promise.all([createTestKey('idp', start), createTestKey('idp', start)]);
  const signed: Edit = (xml) => sign(xml, { key, element: 'Assertion' });
  return {
    key,
    stranger,
    signed,
    open: (): Opened => {
      const at = createTestPortal(start, { idpMetadata: metadataOf([key.certificateDer]) });
      return { at, browser: at.newBrowser() };
    },
    /** Sends an SP-initiated answer: facts changed, XML edited, then signed; or finished in another way. */
    send: async (
      { at, browser }: Opened,
      change: Partial<ResponseFacts>,
      edit?: Edit,
      finish: Edit = signed,
    ): Promise<Response> => {
      const { requestId, relayState } = await begin(browser);
      const plain = writeResponse({ ...factsOf(at, requestId), ...change });
      const changed = edit === undefined ? plain : edit(plain);
      // An edit that changes nothing would prove nothing.
      if (edit !== undefined) expect(changed).not.toBe(plain);
      return deliver(browser, finish(changed), relayState);
    },
  };
}

/** Nobody is logged in, the page is AWS's generic one, and only the audit log knows why. */
export async function expectRefused(
  { at, browser }: Opened,
  page: Response,
  reason: string | RegExp,
): Promise<void> {
  const text = await page.text();
  expect(page.status).toBe(400);
  expect(text).toMatch(/<h1>(An unexpected error has occurred|It&#39;s not you, it&#39;s us)<\/h1>/);
  const said = (await at.client.lastRefusal()) ?? '';
  if (typeof reason === 'string') expect(said).toBe(reason);
  else expect(said).toMatch(reason);
  expect(text).not.toContain(said);
  expect(await at.client.sessions()).toEqual([]);
  expect(await at.client.whoami(browser.cookie())).toBeUndefined();
}

/** An attribute for access control. */
export function abac(name: string, values: string): string {
  return `<saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/AccessControl:${name}">${values}</saml:Attribute>`;
}

export function withAttributes(xml: string, count: number, make: (n: number) => string): string {
  const all = Array.from({ length: count }, (_, n) => make(n)).join('');
  return xml.replace(
    '</saml:Assertion>',
    `<saml:AttributeStatement>${all}</saml:AttributeStatement></saml:Assertion>`,
  );
}
