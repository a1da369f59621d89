import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCli } from '../../harness/cli/cli-tester.ts';
import { buildDesired } from '../../mocks/idemeum/provisioning/desired.ts';
import { push } from '../../mocks/idemeum/provisioning/push.ts';
import { provisioningSchema, retryPolicy } from '../../mocks/idemeum/provisioning/settings.ts';

const cli = new URL('../../harness/cli/countersign.mjs', import.meta.url).pathname;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-push-'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(
    join(folder, 'countersign.config.ts'),
    "export default { integrations: { 'scim-service': {} } };",
  );
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Serves the double while an identity provider pushes, then stops it. @returns what it printed */
async function whileServed(act: (baseUrl: string, token: string) => Promise<void>): Promise<string> {
  const args = ['serve', '--integration', 'scim-service', '--config', join(folder, 'countersign.config.ts')];
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const lines: string[] = [];
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line);
      if (line !== 'Stop with Ctrl-C.') continue;
      const after = (title: string) => (lines[lines.indexOf(title) + 1] ?? '').trim();
      await act(after('SCIM endpoint'), after('Access token'));
      child.kill('SIGINT');
    }
    expect(await ended).toBe(0);
  } finally {
    child.kill('SIGKILL');
  }
  return lines.join('\n');
}

const evidence = () => join(folder, 'report/scim-push');
const judge = () => runCli(['check', evidence(), '--profile', 'scim-push-identity-center']);
const person = (id: string) => ({
  id,
  email: `${id}@example.com`,
  firstName: 'Some',
  lastName: 'Body',
  enabled: true,
});

it('records what a client pushes, judges it right, and keeps no token', async () => {
  let secret = '';
  const printed = await whileServed(async (baseUrl, accessToken) => {
    secret = accessToken;
    expect(new URL(baseUrl).hostname).toBe('127.0.0.1');
    const settings = provisioningSchema.parse({ baseUrl, accessToken });
    const people = [person('one'), person('two')];
    const groups = [{ id: 'g', name: 'Group', members: ['one', 'two'] }];
    const entitled = new Set(['one', 'two']);
    const desired = buildDesired({ people, groups, entitled, pushed: ['g'], settings });
    await push({
      settings,
      desired,
      send: fetch,
      policy: retryPolicy,
      sleep: async () => undefined,
      random: Math.random,
      now: Date.now,
    });
  });
  expect(printed).toMatch(/\d+ requests were recorded\. Judge them with\n {2}countersign check /);
  const text = await readFile(join(evidence(), 'evidence.json'), 'utf8');
  expect(secret.length).toBeGreaterThan(20);
  expect(text).not.toContain(secret);
  expect(text).toContain('one@example.com');
  const { code, stdout } = await judge();
  expect(code, stdout).toBe(0);
}, 120_000);

it('judges what a client pushes wrong', async () => {
  await whileServed(async (baseUrl, token) => {
    await fetch(`${baseUrl}Users`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
      body: JSON.stringify({
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        userName: 'one',
        displayName: 'One',
        name: { givenName: 'One' },
        emails: [{ value: 'one@example.com', primary: true }, { value: 'two@example.com' }],
      }),
    });
  });
  const { code, stdout } = await judge();
  expect(code).toBe(1);
  for (const check of ['scim/user-required', 'scim/single-valued', 'scim/accepted'])
    expect(stdout).toContain(check);
}, 120_000);
