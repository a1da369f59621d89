import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readMetadata, trustedCertificates } from '../../harness/saml/read-metadata.ts';
import { readResponse } from '../../harness/saml/read-response.ts';
import { validateSchema } from '../../harness/saml/schema.ts';
import { identityCenterApplication } from './config.ts';
import { createIdpKeys } from './main-config.ts';
import type { IdpKeys } from './state.ts';
import {
  alice,
  bob,
  decodeResponse,
  enrolPhone,
  host,
  logIn,
  makeIdp,
  makeRequest,
  openBrowser,
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

const at = (offsetMs: number) => new Date(start + offsetMs).toISOString();

describe('metadata', () => {
  it('is schema-valid and names the entity, both bindings, the format and the published key', async () => {
    const { browser } = await makeWorld();
    const { response, text } = await browser.follow('/saml/metadata');
    expect(response.headers.get('content-type')).toContain('application/samlmetadata+xml');
    expect(validateSchema(text, 'metadata')).toEqual([]);
    const metadata = readMetadata(text);
    expect(metadata.entityId).toBe(`${host}/saml`);
    expect(trustedCertificates(metadata, 'idp')).toEqual([keys.primary.certificateDer]);
    expect(metadata.roles[0]?.wantsSigned).toBe('false');
    expect(metadata.roles[0]?.certificates[0]?.use).toBe('signing');
    expect(metadata.roles[0]?.nameIdFormats[0]?.text).toMatch(/emailAddress$/);
    expect(metadata.roles[0]?.singleSignOn.map(({ binding, location }) => [binding, location])).toEqual([
      ['urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', `${host}/saml/sso`],
      ['urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST', `${host}/saml/sso`],
    ]);
  });

  it('publishes both keys during a rollover, and says when all applications want signed requests', async () => {
    const { browser, client } = await makeWorld();
    await client.setKeys('rollover', ['primary', 'rollover']);
    await client.changeApplication(application, { requireSignedRequests: true });
    const metadata = readMetadata((await browser.follow('/saml/metadata')).text);
    expect(trustedCertificates(metadata, 'idp')).toEqual([
      keys.primary.certificateDer,
      keys.rollover.certificateDer,
    ]);
    expect(metadata.roles[0]?.wantsSigned).toBe('true');
  });
});

describe('a response to an AuthnRequest', () => {
  it('is schema-valid, signed in the assertion, and says what the request and the person ask for', async () => {
    const { browser, phone } = await makeWorld();
    const page = await logIn(browser, phone, redirectUrl(makeRequest(), '&RelayState=deep%2Flink'));
    expect(page.acs).toBe(identityCenterApplication.acsUrl);
    expect(page.relayState).toBe('deep/link');
    const xml = decodeResponse(page);
    expect(validateSchema(xml, 'protocol')).toEqual([]);
    const reading = readResponse(page.samlResponse ?? '', [keys.primary.certificateDer]);
    expect(reading.element?.attributes.find(({ name }) => name === 'Destination')?.value).toBe(page.acs);
    expect(reading.element?.attributes.find(({ name }) => name === 'InResponseTo')?.value).toBe(requestId);
    const [assertion] = reading.assertions;
    expect(assertion?.verified).toBe(true);
    expect(assertion?.issuer?.text).toBe(`${host}/saml`);
    expect(assertion?.subject?.nameIds[0]?.text).toBe(alice);
    expect(assertion?.subject?.nameIds[0]?.format).toBe(
      'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
    );
    expect(assertion?.subject?.confirmations[0]?.data).toMatchObject({
      recipient: identityCenterApplication.acsUrl,
      inResponseTo: requestId,
      notOnOrAfter: at(300_000),
      notBefore: undefined,
    });
    expect(assertion?.conditions).toMatchObject({ notBefore: at(-30_000), notOnOrAfter: at(300_000) });
    expect(assertion?.conditions?.audienceRestrictions[0]?.audiences[0]?.text).toBe(
      identityCenterApplication.entityId,
    );
    expect(assertion?.authnStatements[0]).toMatchObject({
      authnInstant: at(0),
      sessionNotOnOrAfter: at(8 * 3_600_000),
    });
    expect(assertion?.authnStatements[0]?.contextClassRefs[0]?.text).toMatch(/MobileTwoFactorContract$/);
    expect(assertion?.attributes.map(({ name, values }) => [name, values[0]?.text])).toEqual([
      ['email', alice],
      ['first_name', 'Alice'],
      ['last_name', 'Wong'],
    ]);
    for (const { nameFormat } of assertion?.attributes ?? []) {
      expect(nameFormat).toBe('urn:oasis:names:tc:SAML:2.0:attrname-format:basic');
    }
  });

  it('signs with rsa-sha256 and sha256, right after the Issuer, under ids of 160 random bits', async () => {
    const { browser, phone } = await makeWorld();
    const xml = decodeResponse(await logIn(browser, phone, launch));
    expect(xml).toContain('</saml:Issuer><ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">');
    expect(xml).toContain('Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"');
    expect(xml).toContain('<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>');
    const ids = [...xml.matchAll(/ ID="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(2);
    for (const id of ids) expect(id).toMatch(/^_[0-9a-f]{40}$/);
  });

  it('carries a POST request too, whose RelayState comes back byte for byte', async () => {
    const { browser, phone } = await makeWorld();
    const relayState = ' ä&"<>\'%2B+';
    const body = new URLSearchParams({
      SAMLRequest: Buffer.from(makeRequest()).toString('base64'),
      RelayState: relayState,
    });
    const first = await browser.visit('/saml/sso', { method: 'POST', body: body.toString() });
    const page = await logIn(browser, phone, first.headers.get('location') ?? '');
    expect(decodeResponse(page)).toContain(`InResponseTo="${requestId}"`);
    expect(page.relayState).toBe(relayState);
  });

  it('leaves InResponseTo out when it was IdP-initiated, and RelayState when there was none', async () => {
    const { browser, phone } = await makeWorld();
    const page = await logIn(browser, phone, launch);
    expect(decodeResponse(page)).not.toContain('InResponseTo');
    expect(page.relayState).toBeUndefined();
  });

  it('escapes what a person is called', async () => {
    const world = await makeWorld();
    await world.client.putUser({ email: alice, firstName: '<Zoë> & "Co"\u0001', lastName: "O'Neil" });
    const page = await logIn(world.browser, world.phone, launch);
    expect(validateSchema(decodeResponse(page), 'protocol')).toEqual([]);
    const [assertion] = readResponse(page.samlResponse ?? '', [keys.primary.certificateDer]).assertions;
    expect(assertion?.verified).toBe(true);
    expect(assertion?.attributes[1]?.values[0]?.text).toBe('<Zoë> & "Co"\ufffd');
    expect(assertion?.attributes[2]?.values[0]?.text).toBe("O'Neil");
  });
});

describe('what an administrator sets', () => {
  it.each([
    { signAssertion: true, signResponse: false, signatures: ['Assertion'] },
    { signAssertion: false, signResponse: true, signatures: ['Response'] },
    { signAssertion: true, signResponse: true, signatures: ['Response', 'Assertion'] },
    { signAssertion: false, signResponse: false, signatures: [] },
  ])('signs $signatures', async ({ signatures, ...signing }) => {
    const { browser, phone, client } = await makeWorld();
    await client.changeApplication(application, signing);
    const page = await logIn(browser, phone, launch);
    expect(validateSchema(decodeResponse(page), 'protocol')).toEqual([]);
    const reading = readResponse(page.samlResponse ?? '', [keys.primary.certificateDer]);
    expect(reading.signatures.map(({ parent }) => parent.local)).toEqual(signatures);
    for (const { fault, verifiedWith } of reading.signatures) {
      expect(fault).toBeUndefined();
      expect(verifiedWith).toBe(0);
    }
    expect(reading.assertions[0]?.verified).toBe(signatures.length > 0);
  });

  it('shapes NameID, claims, audience, recipient and life time', async () => {
    const { browser, client, idp } = await makeWorld();
    const phone = await enrolPhone({ idp, client }, bob);
    await client.changeApplication(application, {
      nameIdFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
      nameIdValue: 'username',
      claims: [
        {
          name: 'roles',
          value: ['admin', 'auditor'],
          nameFormat: 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri',
        },
        { name: 'typo', value: 'user.fristName' },
        { name: 'last', value: 'user.lastName' },
      ],
      audience: 'urn:other',
      recipient: 'https://other.example/acs',
      validityMs: 60_000,
    });
    const page = await logIn(browser, phone, launch);
    const [assertion] = readResponse(page.samlResponse ?? '', [keys.primary.certificateDer]).assertions;
    expect(assertion?.subject?.nameIds[0]).toMatchObject({
      text: 'bob',
      format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    });
    expect(assertion?.attributes.map(({ name, values }) => [name, values.map(({ text }) => text)])).toEqual([
      ['roles', ['admin', 'auditor']],
      ['typo', ['user.fristName']],
      ['last', ['Okafor']],
    ]);
    expect(assertion?.conditions).toMatchObject({ notOnOrAfter: at(60_000) });
    expect(assertion?.conditions?.audienceRestrictions[0]?.audiences[0]?.text).toBe('urn:other');
    expect(assertion?.subject?.confirmations[0]?.data?.recipient).toBe('https://other.example/acs');
  });

  it('signs with the active key', async () => {
    const { browser, phone, client } = await makeWorld();
    await client.setKeys('rollover', ['rollover']);
    const page = await logIn(browser, phone, launch);
    const trusted = [keys.primary.certificateDer, keys.rollover.certificateDer];
    expect(readResponse(page.samlResponse ?? '', trusted).signatures[0]?.verifiedWith).toBe(1);
    expect(readResponse(page.samlResponse ?? '', [keys.primary.certificateDer]).assertions[0]?.verified).toBe(
      false,
    );
  });

  it('signs a Response that a test brings, as the application is set up to', async () => {
    const { browser, phone, client } = await makeWorld();
    await client.changeApplication(application, { signAssertion: false });
    const unsigned = decodeResponse(await logIn(browser, phone, launch));
    await client.changeApplication(application, { signAssertion: true, signResponse: true });
    const signed = await client.sign(unsigned.replaceAll(alice, 'mallory@example.com'), application);
    const reading = readResponse(Buffer.from(signed).toString('base64'), [keys.primary.certificateDer]);
    expect(reading.signatures).toHaveLength(2);
    expect(reading.assertions[0]).toMatchObject({ verified: true });
    expect(reading.assertions[0]?.subject?.nameIds[0]?.text).toBe('mallory@example.com');
    await expect(client.sign('<!DOCTYPE a><a/>', application)).rejects.toThrow(/document type/);
  });

  it('refuses settings that make no sense', async () => {
    const { client } = await makeWorld();
    await expect(client.changeApplication(application, { acsUrl: 'nowhere' })).rejects.toThrow(/acsUrl/);
    await expect(client.application('unknown')).rejects.toThrow(/404/);
    await expect(client.setKeys('rollover', [])).rejects.toThrow(/400/);
  });
});

it.runIf(existsSync('/usr/bin/xmlsec1'))('a third opinion verifies both signatures', async () => {
  const { browser, phone, client } = await makeWorld();
  await client.changeApplication(application, { signResponse: true });
  const xml = decodeResponse(await logIn(browser, phone, launch));
  const folder = mkdtempSync(join(tmpdir(), 'idp-'));
  try {
    writeFileSync(join(folder, 'response.xml'), xml);
    writeFileSync(join(folder, 'certificate.pem'), keys.primary.certificatePem);
    for (const path of [
      "/*[local-name()='Response']/*[local-name()='Signature']",
      "/*/*[local-name()='Assertion']/*[local-name()='Signature']",
    ]) {
      const verify = () =>
        execFileSync(
          'xmlsec1',
          [
            ...['--verify', '--pubkey-cert-pem', join(folder, 'certificate.pem')],
            ...['--id-attr:ID', 'urn:oasis:names:tc:SAML:2.0:protocol:Response'],
            ...['--id-attr:ID', 'urn:oasis:names:tc:SAML:2.0:assertion:Assertion'],
            ...['--node-xpath', path, join(folder, 'response.xml')],
          ],
          { stdio: 'pipe' },
        );
      expect(verify).not.toThrow();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
