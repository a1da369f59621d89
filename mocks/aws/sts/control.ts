import type { Hono } from 'hono';
import { z } from 'zod';
import { addAccountRoutes } from '../iam/control.ts';
import type { AwsState } from '../iam/state.ts';
import type { StsAuditRecord } from './audit.ts';
import { type StsSettings, settingsBody } from './config.ts';
import { listSessions } from './sessions.ts';

export interface StsControlParts {
  readonly state: AwsState;
  readonly now: () => number;
  readonly settings: { current: StsSettings };
  readonly audit: () => readonly StsAuditRecord[];
}

const whoamiBody = z.strictObject({ accessKeyId: z.string() });

/** What a flow or a test may arrange and ask, beside what all doubles and all accounts have. */
export function addStsControlRoutes(app: Hono, { state, now, settings, audit }: StsControlParts): void {
  addAccountRoutes(app, state);
  app.get('/sessions', (c) => c.json(listSessions(state, now())));
  app.post('/whoami', async (c) => {
    const { accessKeyId } = whoamiBody.parse(await c.req.json());
    const found = listSessions(state, now()).find((one) => one.accessKeyId === accessKeyId && !one.expired);
    return c.json({ arn: found?.arn ?? null });
  });
  app.get('/audit', (c) => c.json(audit()));
  app.get('/settings', (c) => c.json(settings.current));
  app.patch('/settings', async (c) => {
    settings.current = settingsBody.parse({ ...settings.current, ...(await c.req.json<object>()) });
    return c.json(settings.current);
  });
}
