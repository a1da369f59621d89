import type { Hono } from 'hono';
import { z } from 'zod';
import { describeDirectory } from './describe-directory.ts';
import { scimFault, scimRate } from './faults.ts';
import type { ScimService } from './service.ts';

const tokenBody = z.strictObject({ token: z.string().min(8).optional() });

/** What a test may arrange and ask of the endpoint; all below `/scim`, since it may share a control API. */
export function addScimControlRoutes(app: Hono, service: () => ScimService): void {
  app.get('/scim', (c) => c.json({ host: service().host, baseUrl: service().baseUrl }));
  app.get('/scim/tokens', (c) => c.json(service().tokens.list()));
  // As the console's "Enable automatic provisioning" and "Generate token": the endpoint, and the secret this once.
  app.post('/scim/tokens', async (c) => {
    const { token } = tokenBody.parse(await c.req.json());
    return c.json({ baseUrl: service().baseUrl, ...service().tokens.create(token) });
  });
  app.delete('/scim/tokens/:id', (c) => {
    service().tokens.revoke(c.req.param('id'));
    return c.json({ ok: true });
  });
  app.get('/scim/faults', (c) => c.json(service().faults.list()));
  app.put('/scim/faults', async (c) => {
    service().faults.set(z.array(scimFault).parse(await c.req.json()));
    return c.json(service().faults.list());
  });
  app.put('/scim/rate', async (c) => {
    service().rate.set(scimRate.nullable().parse(await c.req.json()) ?? undefined);
    return c.json(service().rate.get() ?? null);
  });
  app.get('/scim/exchanges', (c) => {
    const { exchanges, dropped } = service().exchanges.list();
    return c.json({ baseUrl: service().baseUrl, exchanges, dropped });
  });
  app.delete('/scim/exchanges', (c) => {
    service().exchanges.clear();
    return c.json({ ok: true });
  });
  app.get('/scim/audit', (c) => c.json(service().audit()));
  app.get('/scim/directory', (c) => c.json(describeDirectory(service().store)));
}
