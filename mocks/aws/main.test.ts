import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';

const entries = ['iam', 'sts', 'sign-in'].map((name) => [name, `mocks/aws/${name}/main.ts`] as const);

describe('the doubles of direct federation, each a process of its own', () => {
  it.each(entries)(
    '%s says where it is, takes accounts by its control API, and ends when told to',
    async (name, entry) => {
      const child = spawn(process.execPath, [entry], { stdio: ['ignore', 'pipe', 'inherit'] });
      const [line] = await once(child.stdout, 'data');
      const ready = JSON.parse(String(line));
      expect(ready).toMatchObject({
        ready: true,
        name,
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      });
      expect(await (await fetch(`${ready.controlUrl}/accounts`)).json()).toEqual({
        aliases: {},
        providers: [],
        roles: [],
      });
      child.kill('SIGTERM');
      expect(await once(child, 'exit')).toEqual([0, null]);
    },
  );

  it('names the setting that does not fit', async () => {
    const config = '{"roles":[{"arn":"arn:aws:iam::1:role/x","trustPolicy":{}}]}';
    const child = spawn(process.execPath, ['mocks/aws/sts/main.ts', '--config', config], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(2);
    expect(said).toContain('roles[0].arn');
  });
});
