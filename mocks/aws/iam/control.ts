import type { Hono } from 'hono';
import { z } from 'zod';
import { ControlError } from '../../core/control.ts';
import { accountId, credentialBody, documentBody, providerBody, roleBody } from './config.ts';
import type { AwsState } from './state.ts';
import type { SamlProvider } from './types.ts';

const aliasBody = z.strictObject({ alias: z.string().nullable() });
const documentsBody = z.strictObject({ documents: z.array(documentBody) });

/** What the control API tells of a provider: nothing secret, and no metadata unless it is asked for. */
export interface ProviderView {
  readonly arn: string;
  readonly uuid: string;
  readonly entityIds: readonly string[];
  /** Base64 DER. */
  readonly certificates: readonly string[];
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  readonly validUntil: string;
  readonly encryptionMode?: 'Required' | 'Allowed';
  readonly privateKeyIds: readonly string[];
}

/** Routes by which accounts are arranged; the doubles of IAM, STS and sign-in all have them. */
export function addAccountRoutes(app: Hono, state: AwsState): void {
  const { accounts } = state;
  app.get('/accounts', (c) => c.json(showAccounts(state)));
  app.put('/accounts/:id', async (c) => {
    const { alias } = aliasBody.parse(await c.req.json());
    const id = accountId.parse(c.req.param('id'));
    if (alias === null) accounts.aliases.delete(id);
    else accounts.aliases.set(id, alias);
    return c.json({ id, alias });
  });
  app.post('/documents', async (c) => {
    const notes = state.load(documentsBody.parse(await c.req.json()).documents);
    return c.json({ ...showAccounts(state), notes });
  });
  app.put('/providers', async (c) =>
    c.json(showProvider(state.putProvider(providerBody.parse(await c.req.json())))),
  );
  app.get('/providers', (c) => c.json([...accounts.providers.values()].map(showProvider)));
  app.delete('/providers', (c) => c.json({ deleted: accounts.providers.delete(arnOf(c.req.query('arn'))) }));
  app.put('/roles', async (c) => c.json(state.putRole(roleBody.parse(await c.req.json()))));
  app.get('/roles', (c) => c.json([...accounts.roles.values()]));
  app.delete('/roles', (c) => c.json({ deleted: accounts.roles.delete(arnOf(c.req.query('arn'))) }));
  app.put('/credentials', async (c) => {
    const credential = credentialBody.parse(await c.req.json());
    state.putCredential(credential);
    return c.json({ accessKeyId: credential.accessKeyId, arn: credential.arn });
  });
}

function showAccounts({ accounts }: AwsState) {
  return {
    aliases: Object.fromEntries(accounts.aliases),
    providers: [...accounts.providers.values()].map(showProvider),
    roles: [...accounts.roles.keys()],
  };
}

function showProvider(provider: SamlProvider): ProviderView {
  return {
    arn: provider.arn,
    uuid: provider.uuid,
    entityIds: provider.idps.map(({ entityId }) => entityId),
    certificates: provider.idps.flatMap(({ certificates }) => certificates),
    createdAt: new Date(provider.createdAt).toISOString(),
    validUntil: new Date(provider.validUntil).toISOString(),
    ...(provider.encryptionMode === undefined ? {} : { encryptionMode: provider.encryptionMode }),
    privateKeyIds: provider.privateKeys.map(({ id }) => id),
  };
}

function arnOf(arn: string | undefined): string {
  if (arn === undefined) throw new ControlError(400, 'Say which: ?arn=…');
  return arn;
}
