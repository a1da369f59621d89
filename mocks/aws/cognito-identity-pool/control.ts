import type { Hono } from 'hono';
import { z } from 'zod';
import { joinPool, readPoolFile } from '../../../harness/aws/identity-pool/read-pool.ts';
import { ControlError } from '../../core/control.ts';
import { addAccountRoutes } from '../iam/control.ts';
import { settingsBody } from '../sts/config.ts';
import { poolBody } from './config.ts';
import type { PoolAuditRecord, PoolService } from './state.ts';

const filesBody = z.strictObject({ files: z.array(z.string()).min(1) });

/** What a flow or a test may arrange and ask, beside what all doubles and all accounts have. */
export function addPoolControlRoutes(
  app: Hono,
  service: PoolService,
  audit: () => readonly PoolAuditRecord[],
): void {
  addAccountRoutes(app, service.state);
  app.get('/pools', (c) => c.json([...service.pools.values()]));
  app.put('/pools', async (c) => {
    const pool = poolBody.parse(await c.req.json());
    service.pools.set(pool.identityPoolId, pool);
    return c.json(pool);
  });
  // Files that AWS printed about one pool.
  app.post('/pool-files', async (c) => {
    const { files } = filesBody.parse(await c.req.json());
    const read = files.map(readPoolFile);
    const faults = read.flatMap((file) => file.faults.map(({ says }) => says));
    const pool = joinPool(read);
    if (pool === undefined || faults.length > 0)
      throw new ControlError(400, faults.join(' ') || 'None of the files is of describe-identity-pool.');
    service.pools.set(pool.identityPoolId, pool);
    return c.json(pool);
  });
  app.get('/identities', (c) => c.json(service.identities.list()));
  app.get('/audit', (c) => c.json(audit()));
  app.get('/settings', (c) => c.json(service.settings));
  app.patch('/settings', async (c) => {
    service.settings = settingsBody.parse({ ...service.settings, ...(await c.req.json<object>()) });
    return c.json(service.settings);
  });
}
