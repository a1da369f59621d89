import type { Hono } from 'hono';
import { z } from 'zod';
import { readCookie } from '../../core/web/read-cookie.ts';
import { addAccountRoutes } from '../iam/control.ts';
import { settingsBody } from '../sts/config.ts';
import type { ConsoleSession } from './console-session.ts';
import { sessionCookie } from './cookies.ts';
import type { SignIn } from './state.ts';

const whoamiBody = z.strictObject({ cookie: z.string() });

/** Who is signed in to the console, as the control API tells it. */
export interface ConsoleUser {
  /** RoleSessionName, the name that the console shows. */
  readonly userName: string;
  readonly account: string;
  readonly roleName: string;
  readonly roleArn: string;
  /** ARN of the assumed role. */
  readonly arn: string;
  readonly subject: string;
  /** ISO 8601 UTC. */
  readonly startedAt: string;
  readonly expiresAt: string;
}

/** What a flow or a test may arrange and ask, beside what all doubles and all accounts have. */
export function addSignInControlRoutes(app: Hono, signIn: SignIn): void {
  addAccountRoutes(app, signIn.state);
  app.post('/whoami', async (c) => {
    const { cookie } = whoamiBody.parse(await c.req.json());
    const session = signIn.sessions.get(readCookie(cookie, sessionCookie) ?? cookie);
    return c.json(session === undefined ? { userName: null } : show(session));
  });
  app.get('/sessions', (c) => c.json(signIn.sessions.list().map(show)));
  app.get('/audit', (c) => c.json(signIn.audit.list()));
  app.get('/settings', (c) => c.json(signIn.settings));
  app.patch('/settings', async (c) => {
    signIn.settings = settingsBody.parse({ ...signIn.settings, ...(await c.req.json<object>()) });
    return c.json(signIn.settings);
  });
}

function show(session: ConsoleSession): ConsoleUser {
  const { sessionName, account, roleName, roleArn, arn, subject, startedAt, expiresAt } = session;
  return {
    userName: sessionName,
    account,
    roleName,
    roleArn,
    arn,
    subject,
    startedAt: new Date(startedAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
  };
}
