import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { ControlError } from '../core/control.ts';
import { addControlRoutes } from '../idp/routes-control.ts';
import { entitlementSchema, personSchema, teamSchema } from './config.ts';
import { found } from './directory.ts';
import { loadConfig } from './load-config.ts';
import { type ProvisioningSettings, provisioningSchema } from './provisioning/settings.ts';
import { templates } from './templates.ts';
import type { Tenant } from './tenant.ts';

const addBody = z.strictObject({
  template: z.string(),
  id: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,64}$/)
    .optional(),
});
const metadataBody = z.strictObject({ metadata: z.string() });

const peopleBody = z.strictObject({ people: z.array(personSchema) });

/** What an administrator does in the admin portal. What is not here, such as keys, is as at every login of this kind. */
export function addIdemeumControl(app: Hono, getTenant: () => Tenant): void {
  const directory = () => getTenant().directory;
  const applications = () => getTenant().applications;

  app.get('/people', (c) => c.json([...directory().people.values()]));
  app.get('/people/:id', (c) =>
    c.json(found(directory().people.get(c.req.param('id')), 'person', c.req.param('id'))),
  );
  // Many at once, as an administrator imports a file of them.
  app.post('/people', async (c) => {
    const { people } = peopleBody.parse(await readObject(c));
    for (const person of people) directory().putPerson(person);
    return c.json({ count: people.length });
  });
  app.put('/people/:id', async (c) => {
    const person = personSchema.parse({ ...(await readObject(c)), id: c.req.param('id') });
    directory().putPerson(person);
    return c.json(person);
  });
  app.patch('/people/:id', async (c) => {
    const id = c.req.param('id');
    const old = found(directory().people.get(id), 'person', id);
    const person = personSchema.parse({ ...old, ...(await readObject(c)), id });
    directory().putPerson(person);
    return c.json(person);
  });
  app.delete('/people/:id', (c) => {
    directory().removePerson(c.req.param('id'));
    return c.json({ ok: true });
  });

  app.get('/groups', (c) => c.json([...directory().groups.values()]));
  app.put('/groups/:id', async (c) => {
    const team = teamSchema.parse({ ...(await readObject(c)), id: c.req.param('id') });
    directory().putGroup(team);
    return c.json(team);
  });
  app.delete('/groups/:id', (c) => {
    directory().removeGroup(c.req.param('id'));
    return c.json({ ok: true });
  });

  app.get('/catalog', (c) => c.json(templates));
  app.get('/catalog/added', (c) => c.json(applications().list()));
  app.post('/catalog/added', async (c) => {
    const { template, id } = addBody.parse(await c.req.json());
    return c.json(applications().add(template, id));
  });
  app.get('/catalog/added/:id', (c) => c.json(applications().get(c.req.param('id'))));
  app.delete('/catalog/added/:id', (c) => {
    applications().remove(c.req.param('id'));
    return c.json({ ok: true });
  });
  // "Load Config": fills the screen and saves nothing.
  app.post('/catalog/added/:id/load-config', async (c) => {
    applications().get(c.req.param('id'));
    const { metadata } = metadataBody.parse(await c.req.json());
    return c.json(loadConfig(metadata, getTenant().context.clock.now()));
  });
  // "Load Config" and "SAVE".
  app.put('/catalog/added/:id/saml', async (c) => {
    const id = c.req.param('id');
    applications().get(id);
    const { metadata } = metadataBody.parse(await c.req.json());
    return c.json(applications().save(id, loadConfig(metadata, getTenant().context.clock.now())));
  });
  app.put('/catalog/added/:id/entitlements', async (c) => {
    const entitlement = entitlementSchema.parse(await c.req.json());
    for (const id of entitlement.people) found(directory().people.get(id), 'person', id);
    for (const id of entitlement.groups) found(directory().groups.get(id), 'group', id);
    return c.json(applications().entitle(c.req.param('id'), entitlement));
  });
  const provisioning = () => getTenant().provisioning;
  app.put('/catalog/added/:id/provisioning', async (c) => {
    provisioning().save(c.req.param('id'), provisioningSchema.parse(await c.req.json()));
    return c.json(hideToken(provisioning().settings(c.req.param('id'))));
  });
  app.get('/catalog/added/:id/provisioning', (c) =>
    c.json(hideToken(provisioning().settings(c.req.param('id')))),
  );
  app.post('/catalog/added/:id/provisioning/push', async (c) =>
    c.json(await provisioning().push(c.req.param('id'))),
  );
  app.get('/catalog/added/:id/provisioning/expected', (c) =>
    c.json(provisioning().expected(c.req.param('id'))),
  );
  app.on(['PUT', 'DELETE'], '/users/:email', () => {
    throw new ControlError(404, 'People of this tenant are at /people, each with an id.');
  });
  addControlRoutes(app, getTenant().context);
}

function hideToken({ accessToken: _, ...settings }: ProvisioningSettings) {
  return settings;
}

async function readObject(c: Context): Promise<Record<string, unknown>> {
  return z.looseObject({}).parse(await c.req.json());
}
