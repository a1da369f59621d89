import type { Hono } from 'hono';
import { z } from 'zod';
import { ControlError } from '../../core/control.ts';
import type { Application } from './applications.ts';
import { applicationBody, identitySource, principalBody } from './config.ts';
import { signResponse } from './issue.ts';
import { readMetadataFile } from './read-metadata-file.ts';
import type { State } from './state.ts';
import { groupValue } from './values.ts';

const passwordBody = z.strictObject({ password: z.string().min(8) });
const uploadBody = z.strictObject({ metadata: z.string() });
const sourceBody = z.strictObject({ identitySource });
const signBody = z.strictObject({ xml: z.string(), application: z.string() });
const instanceId = z
  .string()
  .regex(/^ins-[0-9a-f]{16}$/, 'An application is called ins- and 16 hexadecimal digits.');

/** What an administrator does in the console, and what a flow or a test asks beside it. */
export function addControlRoutes(app: Hono, getState: () => State): void {
  const found = (id: string): Application => {
    const application = getState().applications.get(id);
    if (application === undefined) throw new ControlError(404, `There is no application "${id}".`);
    return application;
  };

  app.get('/applications', async (c) =>
    c.json(
      await Promise.all(
        getState()
          .applications.list()
          .map((one) => show(one, getState())),
      ),
    ),
  );
  app.get('/applications/:id', async (c) => c.json(await show(found(c.req.param('id')), getState())));
  app.put('/applications/:id', async (c) => {
    const setup = applicationBody.parse(await c.req.json());
    const application = getState().applications.put(instanceId.parse(c.req.param('id')), setup);
    return c.json(await show(application, getState()));
  });
  app.patch('/applications/:id', async (c) => {
    const { id, setup } = found(c.req.param('id'));
    const changed = applicationBody.parse({ ...setup, ...(await c.req.json<object>()) });
    return c.json(await show(getState().applications.put(id, changed), getState()));
  });
  app.delete('/applications/:id', (c) =>
    c.json({ deleted: getState().applications.remove(c.req.param('id')) }),
  );
  // “Upload application SAML metadata file”, in place of typing consumer service and audience.
  app.put('/applications/:id/metadata', async (c) => {
    const { id, setup } = found(c.req.param('id'));
    const { metadata } = uploadBody.parse(await c.req.json());
    const changed = applicationBody.parse({ ...setup, ...readMetadataFile(metadata) });
    return c.json(await show(getState().applications.put(id, changed), getState()));
  });
  app.put('/applications/:id/assignments', async (c) => {
    const principals = z.array(principalBody).parse(await c.req.json());
    const { applications } = getState();
    return c.json(applications.assignmentsOf(applications.assign(c.req.param('id'), principals)));
  });
  app.post('/applications/:id/rotate', async (c) => {
    const { certificatePem } = await getState().certificates.rotate(found(c.req.param('id')).id);
    return c.json({ certificatePem });
  });

  app.put('/passwords/:userName', async (c) => {
    const { password } = passwordBody.parse(await c.req.json());
    getState().setPassword(c.req.param('userName'), password);
    return c.json({ ok: true });
  });
  app.put('/identity-source', async (c) => {
    const state = getState();
    state.identitySource = sourceBody.parse(await c.req.json()).identitySource;
    return c.json({ identitySource: state.identitySource });
  });
  // The console shows a group's GUID in its address.
  app.get('/group-ids', (c) => {
    const state = getState();
    const groups = state.center.directory.store.groups.all();
    return c.json(
      Object.fromEntries(
        groups.map(({ id, attributes: { displayName } }) => [
          displayName,
          { id, sent: groupValue(id, displayName, state) },
        ]),
      ),
    );
  });
  // For a harness that signs what it has changed: the key of the first application.
  app.get('/keys/active', async (c) => {
    const [first] = getState().applications.list();
    if (first === undefined) throw new ControlError(404, 'There is no application.');
    const { privateKeyPem, certificateDer } = await getState().certificates.active(first.id);
    return c.json({ privateKeyPem, certificateDer });
  });
  app.post('/sign', async (c) => {
    const { xml, application } = signBody.parse(await c.req.json());
    const id = /<[\w:]*Response\b[^>]*?\sID="([^"]+)"/.exec(xml)?.[1];
    if (id === undefined) throw new ControlError(400, 'The message is no Response with an ID.');
    const key = await getState().certificates.active(application);
    return c.json({ xml: await signResponse({ id, xml }, found(application), key) });
  });
}

/** An application as the console shows it, with what it gives to the application's administrator. */
async function show(application: Application, { applications, certificates }: State) {
  const { entityId, logoutUrl, metadataUrl } = application.addresses;
  const { certificatePem, certificateDer } = await certificates.active(application.id);
  return {
    id: application.id,
    ...application.setup,
    assignments: applications.assignmentsOf(application),
    issuerUrl: entityId,
    signInUrl: entityId,
    signOutUrl: logoutUrl,
    metadataUrl,
    certificatePem,
    certificateDer,
  };
}
