import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { ControlError } from '../core/control.ts';
import { findXmlProblem } from '../core/well-formed.ts';
import type { LoginRecord } from './client.ts';
import { type Application, applicationSchema, userSchema, weaknessList } from './config.ts';
import { type IdpContext, signerOf } from './context.ts';
import { issue, signingOf } from './issue.ts';

const keyName = z.enum(['primary', 'rollover']);
const keysBody = z.strictObject({ active: keyName, published: z.array(keyName).min(1) });
const enrolmentBody = z.strictObject({ email: z.string() });
const signBody = z.strictObject({ xml: z.string(), application: z.string() });
const settingsBody = z.strictObject({ weaknesses: weaknessList });
const cookieBody = z.strictObject({ cookie: z.string() });
const enrolmentMs = 10 * 60_000;

/** What an administrator does in AdminX, and what tests need to see. */
export function addControlRoutes(app: Hono, context: IdpContext): void {
  // Looked up at each request: a reset puts another object in its place.
  const durable = () => context.state.durable;
  addApplicationRoutes(app, () => durable().applications);

  app.get('/users', (c) => c.json([...durable().users.values()]));
  app.get('/users/:email', (c) => c.json(found(durable().users.get(c.req.param('email')), 'user')));
  app.put('/users/:email', async (c) => {
    const email = c.req.param('email');
    const body = userSchema.parse({ ...(await readObject(c)), email });
    durable().users.set(email, body);
    return c.json(body);
  });
  app.delete('/users/:email', (c) => {
    const email = c.req.param('email');
    if (!durable().users.delete(email)) throw new ControlError(404, `There is no user "${email}".`);
    removeDevices(context, email);
    return c.json({ ok: true });
  });
  app.post('/enrolment-codes', async (c) => {
    const { email } = enrolmentBody.parse(await c.req.json());
    found(durable().users.get(email), 'user');
    const code = context.ids.token();
    durable().enrolmentCodes.set(code, { email, expiresAt: context.clock.now() + enrolmentMs });
    return c.json({ code });
  });
  app.get('/devices', (c) => c.json([...durable().devices.values()]));
  app.delete('/devices/:email', (c) => c.json({ removed: removeDevices(context, c.req.param('email')) }));
  app.get('/keys', (c) => c.json(describeKeys(context)));
  // For forgeries that the owner of the key alone can make; the key is worth nothing outside of this run.
  app.get('/keys/active', (c) => {
    const { privateKeyPem, certificateDer } = context.keys[context.state.durable.activeKey];
    return c.json({ privateKeyPem, certificateDer });
  });
  app.put('/keys', async (c) => {
    const { active, published } = keysBody.parse(await c.req.json());
    durable().activeKey = active;
    durable().publishedKeys = [...new Set(published)];
    return c.json(describeKeys(context));
  });
  app.post('/sign', async (c) => {
    const { xml, application: id } = signBody.parse(await c.req.json());
    const application = found(durable().applications.get(id), 'application');
    const problem = findXmlProblem(xml);
    if (problem !== undefined) throw new ControlError(400, problem);
    return c.json({
      xml: await issue({ id: '', xml }, signerOf(context), application, signingOf(application)),
    });
  });
  const showSettings = () => ({ weaknesses: durable().weaknesses });
  app.get('/settings', (c) => c.json(showSettings()));
  app.put('/settings', async (c) => {
    durable().weaknesses = settingsBody.parse(await c.req.json()).weaknesses;
    return c.json(showSettings());
  });
  app.get('/logins', (c) => c.json(listLogins(context)));
  app.post('/whoami', async (c) => {
    const { cookie } = cookieBody.parse(await c.req.json());
    return c.json({ userName: context.sessions.find(cookie)?.session.email ?? null });
  });
}

function addApplicationRoutes(app: Hono, applications: () => Map<string, Application>): void {
  const keep = (id: string, body: unknown) => {
    const application = applicationSchema.parse({ ...z.looseObject({}).parse(body), id });
    applications().set(id, application);
    return application;
  };
  app.get('/applications', (c) => c.json([...applications().values()]));
  app.get('/applications/:id', (c) => c.json(found(applications().get(c.req.param('id')), 'application')));
  app.put('/applications/:id', async (c) => c.json(keep(c.req.param('id'), await c.req.json())));
  app.patch('/applications/:id', async (c) => {
    const id = c.req.param('id');
    const before = found(applications().get(id), 'application');
    return c.json(keep(id, { ...before, ...(await readObject(c)) }));
  });
  app.delete('/applications/:id', (c) => {
    if (!applications().delete(c.req.param('id')))
      throw new ControlError(404, 'There is no such application.');
    return c.json({ ok: true });
  });
}

function listLogins({ state, logins }: IdpContext): readonly LoginRecord[] {
  return [...state.volatile.logins.values()].map((login) => ({
    id: login.id,
    application: login.applicationId,
    state: logins.statusOf(login),
    finished: login.finished,
    wrongAnswers: login.wrongAnswers,
    ...(login.request === undefined ? {} : { requestId: login.request.id }),
    ...(login.authentication === undefined ? {} : { user: login.authentication.email }),
    codes: login.codes.map((code) => ({
      qr: code.qr,
      number: code.number,
      issuedAt: new Date(code.issuedAt).toISOString(),
      expiresAt: new Date(code.expiresAt).toISOString(),
      state: code.state,
      ...(code.reason === undefined ? {} : { reason: code.reason }),
      ...(code.device === undefined ? {} : { device: code.device.id }),
    })),
  }));
}

function describeKeys({ state, keys }: IdpContext) {
  return {
    active: state.durable.activeKey,
    published: state.durable.publishedKeys.map((id) => ({ id, certificateDer: keys[id].certificateDer })),
  };
}

function removeDevices({ state }: IdpContext, email: string): number {
  const mine = [...state.durable.devices.values()].filter((device) => device.email === email);
  for (const { id } of mine) state.durable.devices.delete(id);
  return mine.length;
}

async function readObject(c: Context): Promise<Record<string, unknown>> {
  return z.looseObject({}).parse(await c.req.json());
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new ControlError(404, `There is no such ${what}.`);
  return value;
}
