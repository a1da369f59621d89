import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';

const pool = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Acme12345';
const issuer = 'https://tenant.example/oauth2/community/default/v1';
const entries = [
  {
    entry: 'mocks/kosmos-oidc/main.ts',
    config: { host: 'tenant.example' },
    path: '/oauth2/community/default/v1/.well-known/openid-configuration',
    host: 'tenant.example',
    says: `"issuer":"${issuer}"`,
  },
  {
    entry: 'mocks/aws/cognito-user-pool/main.ts',
    config: {},
    path: '/us-east-1_Acme12345/.well-known/openid-configuration',
    host: 'cognito-idp.us-east-1.amazonaws.com',
    says: `"issuer":"${pool}"`,
  },
  {
    entry: 'mocks/aws/api-gateway/main.ts',
    config: { authorizer: { issuer: pool, audience: ['app'] } },
    path: '/payments',
    host: 'api.acme.example',
    says: '{"message":"Unauthorized"}',
  },
  {
    entry: 'mocks/relying-app/main.ts',
    config: {
      client: { id: 'app' },
      issuer: pool,
      hostedUi: 'https://acme.auth.us-east-1.amazoncognito.com',
    },
    path: '/',
    host: 'app.acme.example',
    says: 'data-testid="welcome"',
  },
];

describe('the doubles of a user pool, each a process of its own', () => {
  it.each(entries)('$entry says where it is, answers, and ends when told to', async (one) => {
    const child = spawn(process.execPath, [one.entry, '--config', JSON.stringify(one.config)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [line] = await once(child.stdout, 'data');
      const { ready, url, controlUrl } = JSON.parse(String(line));
      expect(ready).toBe(true);
      const headers = { 'x-forwarded-host': one.host, 'x-forwarded-proto': 'https' };
      expect(await (await fetch(url + one.path, { headers })).text()).toContain(one.says);
      expect((await fetch(`${controlUrl}/health`)).status).toBe(200);
    } finally {
      child.kill('SIGTERM');
    }
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('names the setting that does not fit', async () => {
    const config = '{"clients":[{"id":"x"}]}';
    const child = spawn(process.execPath, ['mocks/kosmos-oidc/main.ts', '--config', config], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(2);
    expect(said).toContain('clients[0]');
  });
});
