import { createVerify, X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createIdpKeys } from '../../idp/main-config.ts';
import { readPage } from '../../idp/test-world.ts';
import { createOidcKeys } from '../../kosmos-oidc/keys.ts';
import { encrypt } from '../testing/encrypt.ts';
import { createPoolKeys } from './pool-keys.ts';
import {
  addresses,
  answerPhone,
  appClient,
  authorizeUrl,
  type Browser,
  callback,
  makeWorld,
  openBrowser,
  redeem,
  type World,
  type WorldKeys,
} from './testing/world.ts';

let keys: WorldKeys;
beforeAll(async () => {
  const [saml, oidc, pool] = await Promise.all([
    createIdpKeys(Date.now()),
    createOidcKeys(),
    createPoolKeys(),
  ]);
  keys = { saml, oidc, pool };
});

const provider = { identity_provider: '1KosmosSAML' };

interface Post {
  readonly samlResponse: string;
  readonly relayState: string;
}

/** Through the provider's login page, up to the form that it answers with. */
async function askProvider(world: World, browser: Browser, from = authorizeUrl(provider)): Promise<Post> {
  const { text } = await browser.follow(await answerPhone(world, browser, from));
  const { samlResponse = '', relayState = '', acs } = readPage(text);
  expect(acs).toBe(addresses.samlAcs);
  return { samlResponse, relayState };
}

async function send(browser: Browser, { samlResponse, relayState }: Post) {
  const body = new URLSearchParams({ SAMLResponse: samlResponse, RelayState: relayState }).toString();
  const answer = await browser.visit(addresses.samlAcs, { method: 'POST', body });
  const location = answer.headers.get('location');
  return { status: answer.status, leadsTo: location === null ? undefined : new URL(location) };
}

const edit = (post: Post, change: (xml: string) => string): Post => {
  const xml = Buffer.from(post.samlResponse, 'base64').toString('utf8');
  const changed = change(xml);
  expect(changed).not.toBe(xml);
  return { ...post, samlResponse: Buffer.from(changed, 'utf8').toString('base64') };
};
const set = (world: World, ProviderDetails: Readonly<Record<string, string>>) =>
  world.poolControl.send('PATCH', '/providers/1KosmosSAML', { ProviderDetails });

describe('a sign-in through a SAML provider', () => {
  it('ends in a code; the user name is made of the provider and the NameID', async () => {
    const world = await makeWorld(keys);
    const browser = openBrowser(world);
    const { leadsTo } = await send(browser, await askProvider(world, browser));
    expect(leadsTo?.href).toMatch(
      /^https:\/\/app\.acme\.example\/callback\?code=.+&state=state-of-the-application$/,
    );
    const code = leadsTo?.searchParams.get('code') ?? '';
    expect((await redeem(world, { grant_type: 'authorization_code', code })).status).toBe(200);
    expect(await world.poolControl.get('/users')).toMatchObject([
      {
        username: '1KosmosSAML_alice.wong@example.com',
        status: 'EXTERNAL_PROVIDER',
        attributes: { email: 'alice.wong@example.com', email_verified: 'false', given_name: 'Alice' },
        identities: [{ providerType: 'SAML', issuer: 'https://acme.1kosmos.net/saml' }],
      },
    ]);
  });

  it('signs its requests where the provider is set up for it', async () => {
    const world = await makeWorld(keys);
    const plain = await openBrowser(world).visit(authorizeUrl(provider));
    expect(plain.headers.get('location')).not.toContain('Signature=');
    await set(world, { RequestSigningAlgorithm: 'rsa-sha256' });
    const answer = await openBrowser(world).visit(authorizeUrl(provider));
    const [, query = ''] = (answer.headers.get('location') ?? '').split('?');
    const [signed = '', signature = ''] = query.split('&Signature=');
    const { signing } = await world.poolControl.get<{ signing: string }>('/saml-certificates');
    const { publicKey } = new X509Certificate(Buffer.from(signing, 'base64'));
    const verifier = createVerify('sha256').update(signed);
    expect(verifier.verify(publicKey, decodeURIComponent(signature), 'base64')).toBe(true);
  });

  it('takes a response once', async () => {
    const world = await makeWorld(keys);
    const browser = openBrowser(world);
    const post = await askProvider(world, browser);
    expect((await send(browser, post)).leadsTo?.searchParams.has('code')).toBe(true);
    expect(await send(browser, post)).toEqual({ status: 400, leadsTo: undefined });
  });

  it('takes a response only in the browser that asked', async () => {
    const world = await makeWorld(keys);
    const post = await askProvider(world, openBrowser(world));
    expect(await send(openBrowser(world), post)).toEqual({ status: 400, leadsTo: undefined });
  });

  it('reads what is encrypted for it, and wants it where that is set', async () => {
    const world = await makeWorld(keys);
    await set(world, { EncryptedResponses: 'true' });
    const plain = openBrowser(world);
    const refused = await send(plain, await askProvider(world, plain));
    expect(refused.leadsTo?.searchParams.get('error')).toBe('server_error');
    const { encryption } = await world.poolControl.get<{ encryption: string }>('/saml-certificates');
    const browser = openBrowser(world);
    const post = await askProvider(world, browser);
    const xml = await encrypt(Buffer.from(post.samlResponse, 'base64').toString('utf8'), encryption);
    expect(xml).toContain('EncryptedAssertion');
    const samlResponse = Buffer.from(xml, 'utf8').toString('base64');
    expect((await send(browser, { ...post, samlResponse })).leadsTo?.searchParams.has('code')).toBe(true);
  });

  it.each([
    ['with another name', (xml: string) => xml.replace('>alice.wong@', '>mallory@'), /signature is invalid/],
    [
      'that answers another request',
      (xml: string) => xml.replace(/(<samlp:Response[^>]*InResponseTo=")_./, '$1_x'),
      /InResponseTo/,
    ],
    ['of a failed login', (xml: string) => xml.replace('status:Success', 'status:Responder'), /status/],
  ])('refuses a response %s', async (_what, change, text) => {
    const world = await makeWorld(keys);
    const browser = openBrowser(world);
    const { leadsTo } = await send(browser, edit(await askProvider(world, browser), change));
    expect(leadsTo?.searchParams.get('error')).toBe('server_error');
    expect(leadsTo?.searchParams.get('error_description')).toMatch(text);
    expect(leadsTo?.searchParams.has('code')).toBe(false);
    expect(await world.poolControl.get('/users')).toEqual([]);
  });

  it('refuses the audience and the recipient of another pool', async () => {
    for (const change of [{ audience: 'urn:amazon:cognito:sp:us-east-1_Other' }, { recipient: callback }]) {
      const world = await makeWorld(keys);
      await world.idpControl.send('PATCH', '/applications/cognito', change);
      const browser = openBrowser(world);
      const { leadsTo } = await send(browser, await askProvider(world, browser));
      expect(leadsTo?.searchParams.get('error_description')).toMatch(
        /^Error in SAML response processing: The (audience|recipient) is/,
      );
    }
  });
});

describe('a sign-in that the SAML provider begins', () => {
  const relayState = new URLSearchParams({
    identity_provider: '1KosmosSAML',
    client_id: appClient.id,
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid email',
  }).toString();
  const launch = `https://acme.1kosmos.net/saml/launch/cognito?${new URLSearchParams({ RelayState: relayState })}`;

  it('is refused until it is allowed', async () => {
    const world = await makeWorld(keys);
    const browser = openBrowser(world);
    const post = await askProvider(world, browser, launch);
    expect(post.relayState).toBe(relayState);
    expect(await send(browser, post)).toEqual({ status: 400, leadsTo: undefined });
    await set(world, { IDPInit: 'true' });
    expect((await send(browser, post)).leadsTo?.searchParams.has('code')).toBe(true);
    expect((await send(browser, post)).leadsTo?.searchParams.get('error')).toBe('server_error');
  });

  it('is refused after six minutes, and with the answer to a request', async () => {
    const world = await makeWorld(keys);
    await set(world, { IDPInit: 'true' });
    const late = openBrowser(world);
    const post = await askProvider(world, late, launch);
    await world.poolControl.send('PUT', '/clock', { offsetMs: 6 * 60_000 + 1 });
    expect((await send(late, post)).leadsTo?.searchParams.get('error_description')).toMatch(/not fresh/);
    await world.poolControl.send('PUT', '/clock', { offsetMs: 0 });
    const browser = openBrowser(world);
    const asked = await askProvider(world, browser);
    const { leadsTo } = await send(browser, { ...asked, relayState });
    expect(leadsTo?.searchParams.get('error_description')).toMatch(/InResponseTo/);
  });

  it('cannot lead anywhere but to the client’s own address', async () => {
    const world = await makeWorld(keys);
    await set(world, { IDPInit: 'true' });
    const browser = openBrowser(world);
    const post = await askProvider(world, browser, launch);
    const evil = relayState.replace('app.acme.example', 'evil.example');
    expect(await send(browser, { ...post, relayState: evil })).toEqual({ status: 400, leadsTo: undefined });
  });
});

it('refuses metadata that cannot be used', async () => {
  const world = await makeWorld(keys);
  await expect(
    world.poolControl.send('PUT', '/providers/Broken', {
      ProviderType: 'SAML',
      ProviderDetails: { MetadataFile: '<html/>' },
      AttributeMapping: {},
    }),
  ).rejects.toThrow('400');
});
