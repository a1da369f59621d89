import type { Hono } from 'hono';
import { z } from 'zod';
import { clientSchema } from './config.ts';
import type { OidcState } from './double.ts';
import { tokenChangeSchema } from './token-change.ts';

export interface OidcControlParts {
  readonly state: OidcState;
  /** Takes the settings into use. */
  readonly rebuild: () => void;
  readonly whoami: (cookie: string) => Promise<string | undefined>;
  /** E-mail address → `sub`. */
  readonly subjects: () => Readonly<Record<string, string>>;
}

const keyName = z.enum(['primary', 'rollover', 'stranger']);
const keysBody = z.strictObject({ active: keyName, published: z.array(keyName) });
const cookieBody = z.strictObject({ cookie: z.string() });

/** What an administrator of the tenant sets about OpenID Connect, and what is made wrong on purpose. */
export function addOidcControlRoutes(
  app: Hono,
  { state, rebuild, whoami, subjects }: OidcControlParts,
): void {
  app.put('/oidc-clients/:id', async (c) => {
    const id = c.req.param('id');
    const before = state.clients.get(id);
    const body = z.looseObject({}).parse(await c.req.json());
    const client = clientSchema.parse({ ...before, ...body, id });
    state.clients.set(id, client);
    rebuild();
    return c.json({ ...client, secret: undefined });
  });
  app.put('/oidc-keys', async (c) => {
    const { active, published } = keysBody.parse(await c.req.json());
    Object.assign(state, { active, published });
    rebuild();
    return c.json({ active, published });
  });
  app.put('/id-token-change', async (c) => {
    state.change = tokenChangeSchema.parse(await c.req.json());
    return c.json(state.change);
  });
  app.delete('/id-token-change', (c) => {
    state.change = undefined;
    return c.json({ ok: true });
  });
  app.get('/subjects', (c) => c.json(subjects()));
  app.post('/whoami', async (c) => {
    const { cookie } = cookieBody.parse(await c.req.json());
    return c.json({ userName: (await whoami(cookie)) ?? null });
  });
}
