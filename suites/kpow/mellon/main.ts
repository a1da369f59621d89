import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareApache, startApache, untilItAnswers, whyNoApache } from './apache.ts';
import { entityId, origin, rolesAttribute } from './application.ts';

/**
 * Starts Apache as a service provider for the rollout, on loopback, until it is interrupted. Prints folder and port as a
 * line of JSON. `--folder` names one to keep; otherwise a temporary one is made and removed.
 */
const { values } = parseArgs({ options: { folder: { type: 'string' }, port: { type: 'string' } } });
const why = whyNoApache();
if (why !== undefined) {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'countersign-mellon-')));
const port = values.port === undefined ? await freePort() : Number(values.port);
await prepareApache({ folder, port, origin, entityId, rolesAttribute });
const apache = startApache({ folder });
// Whoever started this may be killed before it can end it.
const starter = process.ppid;
setInterval(() => process.ppid === starter || apache.kill('SIGTERM'), 500).unref();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => apache.kill('SIGTERM'));
const ended = new Promise<number>((resolve) => apache.once('exit', (code) => resolve(code ?? 1)));
try {
  await Promise.race([
    untilItAnswers(port),
    ended.then((code) => Promise.reject(new Error(`Apache ended with ${code}.`))),
  ]);
  process.stdout.write(`${JSON.stringify({ ready: true, folder, port })}\n`);
  process.exitCode = (await ended) === 0 ? 0 : 1;
} finally {
  apache.kill('SIGTERM');
  await ended;
  if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
}

/** A port that nothing listens on now: Apache cannot choose one itself. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
