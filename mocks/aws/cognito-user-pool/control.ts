import type { Hono } from 'hono';
import { z } from 'zod';
import { ControlError } from '../../core/control.ts';
import { readCookie } from '../../core/web/read-cookie.ts';
import { readProviderMetadata } from '../iam/provider-metadata.ts';
import { QueryError } from '../query/query-error.ts';
import { clientSchema, type ProviderConfig, providerSchema, safeguards } from './config.ts';
import type { PoolContext } from './context.ts';
import { sessionCookie } from './routes-hosted.ts';
import type { AppClient } from './types.ts';

const lacksBody = z.strictObject({ lacks: z.array(z.enum(safeguards)) });
const cookieBody = z.strictObject({ cookie: z.string() });
const userChange = z.strictObject({
  enabled: z.boolean().optional(),
  groups: z.array(z.string()).optional(),
  attributes: z.record(z.string(), z.string()).optional(),
});

const userBody = z.strictObject({
  status: z
    .enum(['UNCONFIRMED', 'CONFIRMED', 'EXTERNAL_PROVIDER', 'RESET_REQUIRED', 'FORCE_CHANGE_PASSWORD'])
    .default('CONFIRMED'),
  groups: z.array(z.string()).default([]),
  attributes: z.record(z.string(), z.string()).default({}),
});

export interface PoolControlParts {
  readonly context: PoolContext;
  readonly setLacks: (lacks: z.output<typeof lacksBody>['lacks']) => void;
}

/** What an administrator does in the console, and what tests need to see. */
export function addPoolControlRoutes(app: Hono, { context, setLacks }: PoolControlParts): void {
  const { pool, providers, federations, hosted } = context;
  app.put('/providers/:name', async (c) => {
    const ProviderName = c.req.param('name');
    const provider = providerSchema.parse({ ...z.looseObject({}).parse(await c.req.json()), ProviderName });
    checkMetadata(provider);
    providers.set(ProviderName, provider);
    return c.json(withoutSecret(provider));
  });
  // GetSigningCertificate, and ActiveEncryptionCertificate of DescribeIdentityProvider.
  app.get('/saml-certificates', async (c) => {
    const { signing, encryption } = await context.samlKeys();
    return c.json({ signing: signing.certificateDer, encryption: encryption.certificateDer });
  });
  app.get('/providers/:name', (c) =>
    c.json(withoutSecret(found(providers.get(c.req.param('name')), 'provider'))),
  );
  app.patch('/providers/:name', async (c) => {
    const before = found(providers.get(c.req.param('name')), 'provider');
    const change = z.looseObject({}).parse(await c.req.json());
    const details = { ...before.ProviderDetails, ...z.looseObject({}).parse(change.ProviderDetails ?? {}) };
    const provider = providerSchema.parse({ ...before, ...change, ProviderDetails: details });
    providers.set(provider.ProviderName, provider);
    return c.json(withoutSecret(provider));
  });
  app.get('/clients/:id', (c) => {
    const { secret, ...client } = found(pool.client(c.req.param('id')), 'app client');
    return c.json({ ...client, hasSecret: secret !== undefined });
  });
  app.patch('/clients/:id', async (c) => {
    const before = found(pool.client(c.req.param('id')), 'app client');
    const change = z.looseObject({}).parse(await c.req.json());
    // The schema gives `undefined` where the type has a missing field; JSON cannot carry either.
    const client = clientSchema.parse({ ...before, ...change }) as AppClient;
    pool.clients.put(client);
    return c.json({ ...client, secret: undefined });
  });
  app.get('/users', (c) => c.json(pool.users.list().map((one) => ({ ...one, password: undefined }))));
  app.put('/users/:name', async (c) => {
    const { status, attributes, groups } = userBody.parse(await c.req.json());
    const user = pool.users.draft(c.req.param('name'), { status, attributes, groups });
    pool.users.put(user);
    return c.json(user);
  });
  app.patch('/users/:name', async (c) => {
    const user = found(pool.users.get(c.req.param('name')), 'user');
    const { enabled, groups, attributes } = userChange.parse(await c.req.json());
    pool.users.put({
      ...user,
      ...(enabled === undefined ? {} : { enabled }),
      ...(groups === undefined ? {} : { groups }),
      ...(attributes === undefined ? {} : { attributes: { ...user.attributes, ...attributes } }),
    });
    return c.json({ ok: true });
  });
  app.get('/federations', (c) => c.json(federations));
  app.put('/lacks', async (c) => {
    const { lacks } = lacksBody.parse(await c.req.json());
    setLacks(lacks);
    return c.json({ lacks });
  });
  app.post('/whoami', async (c) => {
    const { cookie } = cookieBody.parse(await c.req.json());
    const session = hosted.sessions.get(readCookie(cookie, sessionCookie) ?? '');
    return c.json({ userName: session?.username ?? null });
  });
}

/** AWS refuses metadata that cannot be used when the provider is made. */
function checkMetadata(provider: ProviderConfig): void {
  if (provider.ProviderType !== 'SAML') return;
  try {
    readProviderMetadata(provider.ProviderDetails.MetadataFile);
  } catch (error) {
    if (error instanceof QueryError) throw new ControlError(400, error.message);
    throw error;
  }
}

function withoutSecret<T extends { readonly ProviderDetails: object }>(provider: T): T {
  const { client_secret: _, ...details } = { client_secret: '', ...provider.ProviderDetails };
  return { ...provider, ProviderDetails: details };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new ControlError(404, `There is no such ${what}.`);
  return value;
}
