import type { Hono } from 'hono';
import { z } from 'zod';
import { strictSteps } from './accept/strict.ts';
import { idpsBody, peopleBody, settingsBody } from './config.ts';
import type { State } from './state.ts';
import { weaken } from './weak/weaken.ts';

const whoamiBody = z.strictObject({ cookie: z.string() });

/** What a flow or a test may arrange and ask, beside what all doubles have. */
export function addControlRoutes(app: Hono, getState: () => State): void {
  app.get('/idps', (c) => c.json(showProviders(getState())));
  app.put('/idps', async (c) => {
    const files = idpsBody.parse(await c.req.json());
    getState().providers.put(files.map(({ metadata }) => metadata));
    return c.json(showProviders(getState()));
  });

  app.get('/people', (c) => c.json(getState().people));
  app.put('/people', async (c) => {
    const state = getState();
    state.people = peopleBody.parse(await c.req.json());
    state.memory.accounts.clear();
    return c.json(state.people);
  });

  app.get('/settings', (c) => c.json(getState().settings));
  for (const method of ['PUT', 'PATCH'])
    app.on(method, '/settings', async (c) => {
      const state = getState();
      state.settings = settingsBody.parse({ ...state.settings, ...(await c.req.json<object>()) });
      state.steps = weaken(strictSteps, state.settings.weaknesses);
      return c.json(state.settings);
    });

  app.post('/whoami', async (c) => {
    const { cookie } = whoamiBody.parse(await c.req.json());
    const { steps, memory } = getState();
    const key = steps.cookies.read(cookie, 'session') ?? '';
    return c.json({ nameId: memory.sessions.get(key)?.account ?? null });
  });
  app.get('/sessions', (c) =>
    c.json(
      getState()
        .memory.sessions.list()
        .map(({ account, startedAt, expiresAt, login }) => ({
          nameId: account,
          startedAt: new Date(startedAt).toISOString(),
          expiresAt: new Date(expiresAt).toISOString(),
          issuer: login.issuer,
          attributes: Object.fromEntries(login.attributes.map(({ name, values }) => [name, values])),
        })),
    ),
  );
  app.get('/audit', (c) => c.json(getState().audit));
}

function showProviders({ providers }: State) {
  return providers.list().map(({ entityId, ssoUrl, sloUrl, signing, encryption }) => ({
    entityId,
    ssoUrl,
    sloUrl: sloUrl ?? null,
    signing: signing.map(({ der }) => der),
    encryption: encryption.map(({ der }) => der),
  }));
}
