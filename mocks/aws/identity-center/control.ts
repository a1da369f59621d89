import type { Hono } from 'hono';
import { z } from 'zod';
import { ControlError } from '../../core/control.ts';
import { readCookie } from '../../core/web/read-cookie.ts';
import { accountId, assignmentBody, permissionSetName, settingsBody, userBody } from './config.ts';
import { sessionCookie } from './cookies.ts';
import { showUser } from './directory.ts';
import type { State } from './state.ts';
import { importMetadata, type Trust } from './trust.ts';

const idpBody = z.strictObject({ metadata: z.string() });
const groupBody = z.strictObject({ members: z.array(z.string()) });
const accountBody = z.strictObject({ name: z.string().min(1) });
const whoamiBody = z.strictObject({ cookie: z.string() });

/** What a flow or a test may arrange and ask, beside what all doubles have. */
export function addControlRoutes(app: Hono, getState: () => State): void {
  const directory = () => getState().directory;

  app.put('/idp', async (c) => {
    const { metadata } = idpBody.parse(await c.req.json());
    const trust = importMetadata(metadata);
    getState().trust = trust;
    return c.json(show(trust));
  });
  app.get('/idp', (c) => {
    const { trust } = getState();
    if (trust === undefined) throw new ControlError(404, 'No identity provider is configured.');
    return c.json({ ...show(trust), metadata: trust.metadata });
  });

  app.get('/users', (c) => c.json(directory().users.list()));
  app.get('/users/:id', (c) => {
    const user = found(directory().users.named(c.req.param('id')), 'user', c.req.param('id'));
    return c.json(showUser(user.attributes));
  });
  app.put('/users/:id', async (c) => {
    const id = c.req.param('id');
    const user = userBody.parse({ ...(await c.req.json<object>()), userName: id });
    directory().users.put(user);
    return c.json(user);
  });
  app.delete('/users/:id', (c) => c.json({ deleted: directory().users.remove(c.req.param('id')) }));

  app.get('/groups', (c) => c.json(directory().groups.list()));
  app.put('/groups/:id', async (c) => {
    const { members } = groupBody.parse(await c.req.json());
    directory().groups.put(c.req.param('id'), members);
    return c.json({ members });
  });
  app.delete('/groups/:id', (c) => c.json({ deleted: directory().groups.remove(c.req.param('id')) }));

  app.get('/accounts', (c) => c.json(Object.fromEntries(directory().accounts)));
  app.put('/accounts/:id', async (c) => {
    const { name } = accountBody.parse(await c.req.json());
    directory().accounts.set(accountId.parse(c.req.param('id')), name);
    return c.json({ name });
  });
  app.delete('/accounts/:id', (c) => c.json({ deleted: directory().accounts.delete(c.req.param('id')) }));

  app.get('/permission-sets', (c) => c.json([...directory().permissionSets]));
  app.put('/permission-sets/:id', (c) => {
    directory().permissionSets.add(permissionSetName.parse(c.req.param('id')));
    return c.json({ name: c.req.param('id') });
  });
  app.delete('/permission-sets/:id', (c) =>
    c.json({ deleted: directory().permissionSets.delete(c.req.param('id')) }),
  );

  app.get('/assignments', (c) => c.json(directory().assignments()));
  app.put('/assignments', async (c) => {
    directory().assign(z.array(assignmentBody).parse(await c.req.json()));
    return c.json(directory().assignments());
  });
  app.get('/access/:id', (c) => c.json(directory().accessOf(c.req.param('id'))));

  app.get('/settings', (c) => c.json(getState().settings));
  for (const method of ['PUT', 'PATCH'])
    app.on(method, '/settings', async (c) => {
      const state = getState();
      state.settings = settingsBody.parse({ ...state.settings, ...(await c.req.json<object>()) });
      return c.json(state.settings);
    });

  app.get('/sessions', (c) =>
    c.json(
      getState()
        .logins.sessions.list()
        .map(({ userId, startedAt }) => ({
          userName: nameOf(getState(), userId),
          startedAt: new Date(startedAt).toISOString(),
        })),
    ),
  );
  app.post('/whoami', async (c) => {
    const { cookie } = whoamiBody.parse(await c.req.json());
    const key = readCookie(cookie, sessionCookie) ?? cookie;
    const session = getState().logins.sessions.get(key);
    return c.json({ userName: session === undefined ? null : nameOf(getState(), session.userId) });
  });
  app.get('/audit', (c) => c.json(getState().audit.list()));
}

function nameOf({ directory }: State, userId: string): string | null {
  return directory.store.users.get(userId)?.attributes.userName ?? null;
}

function show({ entityId, ssoUrl, certificates }: Trust) {
  return { entityId, ssoUrl, certificates };
}

function found<T>(thing: T | undefined, what: string, name: string): T {
  if (thing === undefined) throw new ControlError(404, `There is no ${what} "${name}".`);
  return thing;
}
