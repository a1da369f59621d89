import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';

describe('the double as a process of its own', () => {
  it.each(['mocks/aws/identity-center/main.ts', 'mocks/authenticator/main.ts'])(
    '%s says where it is, and ends when told to',
    async (entry) => {
      const child = spawn(process.execPath, [entry], { stdio: ['ignore', 'pipe', 'inherit'] });
      const [line] = await once(child.stdout, 'data');
      const ready = JSON.parse(String(line));
      expect(ready).toMatchObject({ ready: true, url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
      expect(await (await fetch(`${ready.controlUrl}/health`)).json()).toEqual({
        ok: true,
        name: ready.name,
      });
      child.kill('SIGTERM');
      expect(await once(child, 'exit')).toEqual([0, null]);
    },
  );

  it('names the setting that does not fit', async () => {
    const child = spawn(
      process.execPath,
      ['mocks/aws/identity-center/main.ts', '--config', '{"regoin":"x"}'],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const [code] = await once(child, 'close');
    expect(code).not.toBe(0);
    expect(said).toContain('regoin');
  });
});
