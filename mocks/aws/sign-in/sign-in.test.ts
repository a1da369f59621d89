import { beforeAll, describe, expect, it } from 'vitest';
import { attributeName } from '../../../harness/aws/saml-attributes.ts';
import { validateSchema } from '../../../harness/saml/schema.ts';
import { paced } from '../../../harness/stack/pace.test-helper.ts';
import type { SigningKey } from '../../core/keys.ts';
import { encrypt } from '../testing/encrypt.ts';
import { createTestConsole, signIn, type TestConsole } from '../testing/test-console.ts';
import { createTestKey, encode, signXml } from '../testing/test-world.ts';
import {
  accountsOf,
  factsOf,
  globalAcs,
  pairOf,
  production,
  providerArnOf,
  providerOf,
  responseOf,
  roleArnOf,
  roleOf,
  sandbox,
  start,
  trustOf,
  withAttribute,
  xmlOf,
} from '../testing/world.ts';

let key: SigningKey;
let stranger: SigningKey;
beforeAll(async () => {
  [key, stranger] = await Promise.all([createTestKey('idp', start), createTestKey('stranger', start)]);
});

const open = (): TestConsole => createTestConsole(accountsOf(key));
const one = () => factsOf([pairOf(production, 'Admin')]);
const several = () =>
  factsOf([pairOf(production, 'Admin'), pairOf(production, 'ReadOnly'), pairOf(sandbox, 'Admin')]);
const post = (facts = one(), signer = key) => ({ SAMLResponse: responseOf(facts, signer) });
const home = 'https://us-east-1.console.aws.amazon.com/console/home?region=us-east-1';
const shown = (text: string) =>
  (/data-testid="error-text">(.*?)<\/p>/s.exec(text)?.[1] ?? '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"');

describe('one role', () => {
  it('goes straight to the console, which says who is there', async () => {
    const at = open();
    const browser = at.newBrowser();
    const { page, url, text } = await signIn(browser, post());
    expect(page.status).toBe(200);
    expect(url).toBe(home);
    expect(text).toContain(`data-console-account="${production}" data-console-role="Admin"`);
    expect(text).toContain('data-console-session="alice@example.com"');
    expect(text).toContain('<h1>Admin in acme-production (111122223333)</h1>');
    expect(await at.client.whoami(browser.cookie('us-east-1.console.aws.amazon.com'))).toEqual({
      userName: 'alice@example.com',
      account: production,
      roleName: 'Admin',
      roleArn: roleArnOf(production, 'Admin'),
      arn: `arn:aws:sts::${production}:assumed-role/Admin/alice@example.com`,
      subject: 'alice@example.com',
      startedAt: '2026-03-01T12:00:00.000Z',
      expiresAt: '2026-03-01T13:00:00.000Z',
    });
    expect((await at.client.audit()).map(({ eventName }) => eventName)).toEqual([
      'AssumeRoleWithSAML',
      'ConsoleLogin',
    ]);
  });

  it('takes the same role named twice for one', async () => {
    const facts = factsOf([pairOf(production, 'Admin'), pairOf(production, 'Admin')]);
    expect((await signIn(open().newBrowser(), post(facts))).url).toBe(home);
  });

  it('lasts as long as SessionDuration says, and no longer', async () => {
    const at = open();
    const browser = at.newBrowser();
    await signIn(browser, post(withAttribute(one(), attributeName('sessionDuration'), '28800')));
    at.wait(28_800_000 - 1);
    expect((await browser.get(home)).status).toBe(200);
    at.wait(1);
    const over = await browser.get(home);
    expect(over.status).toBe(401);
    expect(await over.text()).toContain('begins at your identity provider');
  });

  it('ends with a sign-out, and with a restart', async () => {
    const at = open();
    const browser = at.newBrowser();
    await signIn(browser, post());
    const out = await browser.post(`https://us-east-1.console.aws.amazon.com/console/logout!doLogout`, {});
    expect(await out.text()).toContain('You have signed out');
    expect(await at.client.sessions()).toEqual([]);
    await signIn(browser, post());
    await at.client.restart();
    expect((await browser.get(home)).status).toBe(401);
  });

  it('gives the browser a session by a code that works once, and only on the host that it is for', async () => {
    const at = open();
    const browser = at.newBrowser();
    const handoff = (await browser.post(globalAcs, post())).headers.get('location') ?? '';
    const other = handoff.replace('us-east-1.', 'us-west-2.');
    expect((await browser.get(other)).status).toBe(401);
    expect((await browser.get(handoff)).status).toBe(401);
    const second = (await browser.post(globalAcs, post())).headers.get('location') ?? '';
    expect((await browser.get(second)).status).toBe(303);
    expect((await at.newBrowser().get(second)).status).toBe(401);
    const third = (await browser.post(globalAcs, post())).headers.get('location') ?? '';
    at.wait(60_000);
    expect((await browser.get(third)).status).toBe(401);
  });
});

describe('where it leads', () => {
  it.each([
    [
      'https://console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:',
      'https://console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:',
    ],
    [
      'https://eu-west-1.console.aws.amazon.com/s3/buckets',
      'https://eu-west-1.console.aws.amazon.com/s3/buckets',
    ],
    ['', home],
    ['opaque-state', home],
    ['https://evil.example/', home],
    ['http://console.aws.amazon.com/', home],
    ['https://console.aws.amazon.com.evil.example/', home],
    ['https://evil.example@console.aws.amazon.com/', home],
    ['https://console.aws.amazon.com:8443/', home],
    ['https://console.amazonaws.cn/', home],
    ['javascript:alert(1)', home],
  ])('RelayState %j leads to %s', async (RelayState, wanted) => {
    const at = open();
    const { url, text } = await signIn(at.newBrowser(), { ...post(), RelayState });
    expect(url).toBe(wanted);
    expect(text).toContain('data-testid="console"');
    expect(await at.events('relay-state-ignored')).toHaveLength(wanted === home && RelayState !== '' ? 1 : 0);
  });

  it('the regional address leads to its region', async () => {
    const acs = 'https://eu-west-1.signin.aws.amazon.com/saml';
    expect((await signIn(open().newBrowser(), post(), acs)).url).toContain(
      'https://eu-west-1.console.aws.amazon.com/',
    );
  });
});

describe('several roles', () => {
  it('are shown by account, with the ids and classes that tools read', async () => {
    const { text, page } = await signIn(open().newBrowser(), { ...post(several()), RelayState: 'a"b' });
    expect(page.status).toBe(200);
    expect(text).toContain('<title>Amazon Web Services Login</title>');
    expect(text).toContain('<form id="saml_form" name="saml_form" action="/saml" method="post"');
    expect(text).toContain('<p id="select-role">Select a role:</p>');
    expect(text).toContain('name="RelayState" value="a&quot;b"');
    const names = [...text.matchAll(/class="saml-account-name">([^<]*)</g)].map((match) => match[1]);
    expect(names).toEqual(['Account: acme-production (111122223333)', 'Account: 444455556666']);
    const roles = [...text.matchAll(/<label for="([^"]*)" class="saml-role-description">([^<]*)<\/label>/g)];
    expect(roles.map((match) => [match[1], match[2]])).toEqual([
      [roleArnOf(production, 'Admin'), 'Admin'],
      [roleArnOf(production, 'ReadOnly'), 'ReadOnly'],
      [roleArnOf(sandbox, 'Admin'), 'Admin'],
    ]);
  });

  it('lead to the console by a second post of the same response with the choice', async () => {
    const at = open();
    const fields = post(several());
    const browser = at.newBrowser();
    await signIn(browser, fields);
    expect(await at.client.sessions()).toEqual([]);
    const { text } = await signIn(browser, {
      ...fields,
      RelayState: '',
      name: '',
      roleIndex: roleArnOf(sandbox, 'Admin'),
    });
    expect(text).toContain(`data-console-account="${sandbox}" data-console-role="Admin"`);
  });

  it('are shown also when one of them cannot be assumed, and the choice of that one is refused', async () => {
    const at = open();
    await at.client.putRole(roleOf(sandbox, 'Admin', { trustPolicy: trustOf(production) }));
    const fields = post(several());
    expect((await signIn(at.newBrowser(), fields)).text).toContain('role-picker');
    const { text, page } = await signIn(at.newBrowser(), {
      ...fields,
      roleIndex: roleArnOf(sandbox, 'Admin'),
    });
    expect(page.status).toBe(403);
    expect(shown(text)).toBe(
      'Error: Not authorized to perform sts:AssumeRoleWithSAML (service: AWSSecurityTokenService; status code: 403; error code: AccessDenied)',
    );
    expect(await at.client.lastRefusal()).toContain('trusts');
  });

  it('are not shown when the response is at fault for all of them', async () => {
    const { text } = await signIn(open().newBrowser(), post(several(), stranger));
    expect(shown(text)).toContain('Error: Response signature invalid');
  });

  it('are chosen among those in the response only', async () => {
    const at = open();
    const { text } = await signIn(at.newBrowser(), {
      ...post(several()),
      roleIndex: roleArnOf(sandbox, 'Owner'),
    });
    expect(shown(text)).toContain('Your request included an invalid SAML response.');
    expect(await at.client.sessions()).toEqual([]);
  });

  it('time out while the page stands open, since the response gets old', async () => {
    const at = open();
    const fields = post(several());
    await signIn(at.newBrowser(), fields);
    at.wait(300_001);
    const { text } = await signIn(at.newBrowser(), { ...fields, roleIndex: roleArnOf(sandbox, 'Admin') });
    expect(shown(text)).toContain(
      'Error: Token must be redeemed within 5 minutes of issuance (service: AWSSecurityTokenService;',
    );
  });
});

describe('AWS’s texts', () => {
  const invalid = 'Your request included an invalid SAML response. To logout, click here.';
  const none = 'Response did not contain a valid SAML assertion';
  const suffix = (code: string, status = 400) =>
    `(service: AWSSecurityTokenService; status code: ${status}; error code: ${code})`;
  const withRole = (...values: string[]) => withAttribute(one(), attributeName('role'), ...values);
  const nameless = () => ({ ...one(), attributes: one().attributes.slice(0, 1) });
  const aud = (audience: string) => ({ ...one(), audienceRestrictions: [[audience]] });

  it.each([
    ['no SAMLResponse', () => ({}), none],
    ['a response of over 128 KB', () => ({ SAMLResponse: 'A'.repeat(131_073) }), none],
    ['something that is no base64', () => ({ SAMLResponse: '%%%' }), invalid],
    ['no Role attribute', () => post({ ...one(), attributes: one().attributes.slice(1) }), invalid],
    ['a Role that is one ARN only', () => post(withRole(roleArnOf(production, 'Admin'))), invalid],
    [
      'Role under its friendly name',
      () => post({ ...one(), attributes: [{ name: 'Role', values: [pairOf(production, 'Admin')] }] }),
      invalid,
    ],
    [
      'no RoleSessionName',
      () => post(nameless()),
      `Error: RoleSessionName is required in AuthnResponse ${suffix('InvalidIdentityToken')}`,
    ],
    [
      'a RoleSessionName with a space',
      () => post(withAttribute(one(), attributeName('roleSessionName'), 'Alice Wong')),
      `Error: RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64} ${suffix('InvalidIdentityToken')}`,
    ],
    [
      'a SourceIdentity that begins with aws:',
      () => post(withAttribute(one(), attributeName('sourceIdentity'), 'aws:alice')),
      `Error: Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:" ${suffix('InvalidIdentityToken')}`,
    ],
    [
      'a stranger’s signature',
      () => post(one(), stranger),
      `Error: Response signature invalid ${suffix('InvalidIdentityToken')}`,
    ],
    [
      'an unsigned response',
      () => ({ SAMLResponse: encode(xmlOf(one())) }),
      `Error: Response signature invalid ${suffix('InvalidIdentityToken')}`,
    ],
    [
      'another issuer',
      () => post({ ...one(), issuer: 'https://other.example/saml' }),
      'Error: Failed to assume role: Issuer not present in specified provider (service: AWSOpenIdDiscoveryService; status code: 400; error code: AuthSamlInvalidSamlResponseException)',
    ],
    [
      'a provider that is not there',
      () => post(withRole(`${roleArnOf(production, 'Admin')},${providerArnOf(production, 'Gone')}`)),
      "Error: Specified provider doesn't exist.",
    ],
    [
      'a role that is not there',
      () => post(factsOf([pairOf(production, 'Gone')])),
      `Error: Not authorized to perform sts:AssumeRoleWithSAML ${suffix('AccessDenied', 403)}`,
    ],
    [
      'Identity Center’s audience',
      () => post(aud('https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890')),
      'Error: Response does not contain the required audience.',
    ],
    [
      'an expired response',
      () => post({ ...one(), notOnOrAfterMs: start }),
      `Error: Response has expired ${suffix('ExpiredTokenException')}`,
    ],
    [
      'a tag of 257 characters',
      () => post(withAttribute(one(), attributeName('principalTag', 'team'), 'x'.repeat(257))),
      'Error: Unable to validate tags (service: AWSSecurityTokenV20111201; status code: 400; error code: ValidationError)',
    ],
  ])('%s', async (_title, make, wanted) => {
    const at = open();
    const browser = at.newBrowser();
    const { text, page } = await signIn(browser, make());
    expect(page.status).toBeGreaterThanOrEqual(400);
    expect(shown(text)).toBe(wanted);
    expect(await at.client.sessions()).toEqual([]);
    expect(await at.client.lastRefusal()).toMatch(/\S/);
  });

  it('a SessionDuration above the role’s maximum', async () => {
    const at = open();
    await at.client.putRole(roleOf(production, 'Admin', { maxSessionDurationSeconds: 3600 }));
    const { text } = await signIn(
      at.newBrowser(),
      post(withAttribute(one(), attributeName('sessionDuration'), '3601')),
    );
    expect(shown(text)).toBe(
      'Error: Requested DurationSeconds exceeds MaxSessionDuration set for this role.',
    );
  });

  it('a GET of the address: federation begins at the identity provider', async () => {
    const page = await open().newBrowser().get(globalAcs);
    expect(page.status).toBe(400);
    expect(shown(await page.text())).toBe(invalid);
  });

  it('two SAMLResponse fields', async () => {
    const { SAMLResponse } = post();
    const body = new URLSearchParams([
      ['SAMLResponse', SAMLResponse],
      ['SAMLResponse', SAMLResponse],
    ]).toString();
    const at = open();
    const page = await at.newBrowser().post(globalAcs, body);
    expect(shown(await page.text())).toBe(none);
    expect(await at.client.sessions()).toEqual([]);
  });

  it('passes over a value that is no pair while another is one, and records it', async () => {
    const at = open();
    const { url } = await signIn(at.newBrowser(), post(withRole('nonsense', pairOf(production, 'Admin'))));
    expect(url).toBe(home);
    expect(await at.events('role-values-unusable')).toHaveLength(1);
  });
});

describe('one response, posted again', () => {
  it('signs in again inside five minutes, in any browser, and not later', async () => {
    const at = open();
    const fields = post({
      ...one(),
      notOnOrAfterMs: start + 3_600_000,
      confirmations: one().confirmations.map((c) => ({ ...c, notOnOrAfterMs: start + 3_600_000 })),
    });
    await signIn(at.newBrowser(), fields);
    at.wait(300_000);
    expect((await signIn(at.newBrowser(), fields)).url).toBe(home);
    expect(await at.events('assertion-reused')).toHaveLength(1);
    at.wait(1);
    expect((await signIn(at.newBrowser(), fields)).page.status).toBe(400);
  });
});

describe('the provider’s own address', () => {
  const uuid = 'SAMLPROVIDERUUID1234567890';
  const acs = `https://us-east-1.signin.aws.amazon.com/saml/acs/${uuid}`;
  const anyAudience = trustOf(production, { Condition: {} });

  it('takes encrypted assertions where they are required, and no others', async () => {
    const opener = await createTestKey('opener', start);
    const at = open();
    await at.client.putProvider({
      ...providerOf(production, [key.certificateDer]),
      uuid,
      encryptionMode: 'Required',
      privateKeys: [opener.privateKeyPem],
    });
    await at.client.putRole(roleOf(production, 'Admin', { trustPolicy: anyAudience }));
    const facts = { ...one(), confirmations: one().confirmations.map((c) => ({ ...c, recipient: acs })) };
    const plain = signXml(xmlOf(facts), 'Assertion', key);
    const SAMLResponse = encode(await encrypt(plain, opener.certificateDer));
    expect((await signIn(at.newBrowser(), { SAMLResponse }, acs)).text).toContain('data-testid="console"');
    const { text } = await signIn(at.newBrowser(), { SAMLResponse: encode(plain) }, acs);
    expect(shown(text)).toContain('Error: The SAML assertion must be encrypted');
  });

  it('offers the roles of that provider only', async () => {
    const at = open();
    await at.client.putProvider({ ...providerOf(production, [key.certificateDer]), uuid });
    await at.client.putRole(roleOf(production, 'Admin', { trustPolicy: anyAudience }));
    const facts = factsOf([pairOf(production, 'Admin'), pairOf(sandbox, 'Admin')]);
    const own = { ...facts, confirmations: facts.confirmations.map((c) => ({ ...c, recipient: acs })) };
    const { text } = await signIn(at.newBrowser(), post(own), acs);
    expect(text).toContain(`data-console-account="${production}"`);
  });
});

describe('other addresses', () => {
  it.each([
    [
      'https://signin.aws.amazon.com/static/saml-metadata.xml',
      'urn:amazon:webservices',
      'https://signin.aws.amazon.com/saml',
    ],
    [
      'https://eu-west-1.signin.aws.amazon.com/static/saml-metadata.xml',
      'urn:amazon:webservices',
      'https://eu-west-1.signin.aws.amazon.com/saml',
    ],
    [
      'https://us-east-1.signin.aws.amazon.com/static/saml/SAMLPROVIDERUUID1234567890/saml-metadata.xml',
      'urn:amazon:webservices',
      'https://us-east-1.signin.aws.amazon.com/saml/acs/SAMLPROVIDERUUID1234567890',
    ],
    [
      'https://signin.amazonaws.cn/static/saml-metadata.xml',
      'urn:amazon:webservices:cn-north-1',
      'https://signin.amazonaws.cn/saml',
    ],
  ])('%s is valid metadata', async (url, entityId, acs) => {
    const xml = await (await open().newBrowser().get(url)).text();
    expect(validateSchema(xml, 'metadata')).toEqual([]);
    expect(xml).toContain(`entityID="${entityId}"`);
    expect(xml).toContain(`Location="${acs}"`);
  });

  it('answers 501 to the rest, and records it', async () => {
    const at = open();
    expect((await at.newBrowser().get('https://signin.aws.amazon.com/oauth')).status).toBe(501);
    expect((await at.newBrowser().get('https://unknown.example/saml')).status).toBe(501);
    expect(await at.events('unknown-request')).toHaveLength(2);
  });

  it('keeps pages out of caches and frames', async () => {
    const { page } = await signIn(open().newBrowser(), post(several()));
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
});

it('offers two hundred roles soon', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `Role${index}`);
  const roles = names.map((name) => roleOf(production, name));
  const at = createTestConsole({ ...accountsOf(key), roles });
  const fields = post(factsOf(names.map((name) => pairOf(production, name))));
  const { result, paces } = await paced(() => signIn(at.newBrowser(), fields));
  expect(paces).toBeLessThan(80);
  const { text } = result;
  expect(text.match(/name="roleIndex"/g)).toHaveLength(200);
});
