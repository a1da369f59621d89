import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

describe('the double run alone', () => {
  it('prints where it listens, answers, and ends on SIGTERM', async () => {
    const child = spawn(process.execPath, [main, '--config', '{"host":"tenant.example"}']);
    try {
      const [line] = await once(child.stdout, 'data');
      const { ready, name, url, controlUrl } = JSON.parse(String(line));
      expect({ ready, name }).toEqual({ ready: true, name: 'idp' });
      const metadata = await (await fetch(`${url}/saml/metadata`)).text();
      expect(metadata).toContain('entityID="https://tenant.example/saml"');
      expect((await fetch(`${controlUrl}/health`)).status).toBe(200);
    } finally {
      child.kill('SIGTERM');
    }
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it.each([
    [['--config', '{"hosts":"x"}'], /--config.*"hosts"/s],
    [['--port', 'many'], /--port is "many"/],
    [['--config', '/nowhere.json'], /nowhere\.json/],
  ])('says what is wrong with %j and exits 2', async (args, message) => {
    const child = spawn(process.execPath, [main, ...args]);
    const exit = once(child, 'exit');
    expect(await text(child.stderr)).toMatch(message);
    expect(await exit).toEqual([2, null]);
  });
});
