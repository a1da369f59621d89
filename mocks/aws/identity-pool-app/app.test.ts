import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ControlClient } from '../../../harness/model/double.ts';
import type { PoolCall } from '../../../harness/model/identity-pool-records.ts';
import { createControlClient } from '../../core/control-client.ts';
import type { SigningKey } from '../../core/keys.ts';
import { type MountedDouble, mount } from '../../core/mount.ts';
import { createIdentityPools } from '../cognito-identity-pool/double.ts';
import {
  loginOf,
  pool,
  poolConfig,
  poolId,
  provider,
  roles,
} from '../cognito-identity-pool/testing/pool-world.ts';
import { createTestKey, metadataFor } from '../testing/test-world.ts';
import { issuer, start } from '../testing/world.ts';
import { createIdentityPoolApp } from './double.ts';

let key: SigningKey;
let pools: MountedDouble;
let app: MountedDouble;
let control: ControlClient;
let poolControl: ControlClient;
beforeAll(async () => {
  key = await createTestKey('idp', start);
  pools = await mount(createIdentityPools(poolConfig([key]), { now: () => start }));
  const routes = {
    'https://cognito-identity.us-east-1.amazonaws.com': pools.url,
    'https://sts.us-east-1.amazonaws.com': pools.url,
  };
  app = await mount(
    createIdentityPoolApp({ routes, settings: { identityPoolId: poolId, provider } }, { now: () => start }),
  );
  control = createControlClient(app.controlUrl);
  poolControl = createControlClient(pools.controlUrl);
});
beforeEach(async () => {
  await control.send('POST', '/reset');
  await poolControl.send('POST', '/reset');
  await control.send('PUT', '/idp-metadata', { metadata: metadataFor(issuer, [key.certificateDer]) });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await pools[Symbol.asyncDispose]();
});

const post = (fields: Record<string, string>) =>
  fetch(`${app.url}/saml/acs`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });
const home = (cookie: string) => fetch(app.url, { headers: { cookie } });
const sessionOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

describe('the web application', () => {
  it('shows identity and role after a login, and no key', async () => {
    const answer = await post({ SAMLResponse: loginOf(key, '_a1') });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    const page = await (await home(sessionOf(answer))).text();
    expect(page).toContain('alice@example.com');
    expect(page).toContain('assumed-role/Member/CognitoIdentityCredentials');
    expect(page).toMatch(/data-identity="us-east-1:[0-9a-f-]{36}"/);
    expect(page).not.toMatch(/ASIA[A-Z2-7]{16}/);
  });

  it('keeps its calls without their secrets', async () => {
    const token = loginOf(key, '_a1');
    await post({ SAMLResponse: token });
    const [calls = []] = await control.get<readonly (readonly PoolCall[])[]>('/logins');
    expect(calls.map(({ operation, answer }) => [operation, answer.outcome])).toEqual([
      ['GetId', 'identity'],
      ['GetCredentialsForIdentity', 'credentials'],
    ]);
    expect(JSON.stringify(calls)).not.toContain(token);
    expect(JSON.stringify(calls)).not.toMatch(/ASIA|SecretKey|SessionToken/);
  });

  it('lets nobody in whom the pool refuses, and tells them what to do', async () => {
    const stranger = await createTestKey('stranger', start);
    const answer = await post({ SAMLResponse: loginOf(stranger, '_a1') });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
    expect(await answer.text()).toContain('start again at your identity provider');
  });

  it('lets nobody in by the same response again', async () => {
    const token = loginOf(key, '_a1');
    expect((await post({ SAMLResponse: token })).status).toBe(303);
    expect((await post({ SAMLResponse: token })).status).toBe(403);
  });

  it('asks for the role that it is set to', async () => {
    await control.send('PATCH', '/settings', { customRoleArn: roles.auditor });
    await poolControl.send('PUT', '/pools', pool);
    const answer = await post({
      SAMLResponse: loginOf(key, '_a1', { roles: [roles.auditor, roles.engineer] }),
    });
    expect(await (await home(sessionOf(answer))).text()).toContain('You work as Auditor');
  });

  it('forgets who has signed out, and everybody after a restart', async () => {
    const cookie = sessionOf(await post({ SAMLResponse: loginOf(key, '_a1') }));
    await fetch(`${app.url}/sign-out`, { method: 'POST', headers: { cookie } });
    expect((await home(cookie)).status).toBe(401);
    const other = sessionOf(await post({ SAMLResponse: loginOf(key, '_a2') }));
    expect((await home(other)).status).toBe(200);
    await control.send('POST', '/restart');
    expect((await home(other)).status).toBe(401);
  });

  it.each([{}, { SAMLResponse: '' }, { other: 'field' }])('refuses the form %j', async (fields) => {
    expect((await post(fields as Record<string, string>)).status).toBeGreaterThanOrEqual(400);
  });
});
