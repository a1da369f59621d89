import type { Hono } from 'hono';
import { z } from 'zod';
import { readCookie } from '../../core/web/read-cookie.ts';
import { readProviderMetadata } from '../iam/provider-metadata.ts';
import { settingsBody } from './config.ts';
import { sessionCookie } from './public.ts';
import type { PoolApp } from './state.ts';

const whoamiBody = z.strictObject({ cookie: z.string() });
const metadataBody = z.strictObject({ metadata: z.string() });

/** What a flow or a test may arrange and ask of the application. */
export function addAppControlRoutes(app: Hono, pool: PoolApp): void {
  app.post('/whoami', async (c) => {
    const { cookie } = whoamiBody.parse(await c.req.json());
    const session = pool.sessions.get(readCookie(cookie, sessionCookie) ?? cookie);
    return c.json({ userName: session?.userName ?? null });
  });
  /** Calls of every login, the latest last. */
  app.get('/logins', (c) => c.json(pool.logins));
  app.put('/idp-metadata', async (c) => {
    pool.trusted = readProviderMetadata(metadataBody.parse(await c.req.json()).metadata).idps;
    return c.json({ entityIds: pool.trusted.map(({ entityId }) => entityId) });
  });
  app.get('/settings', (c) => c.json(pool.settings));
  app.patch('/settings', async (c) => {
    pool.settings = settingsBody.parse({ ...pool.settings, ...(await c.req.json<object>()) });
    return c.json(pool.settings);
  });
}
