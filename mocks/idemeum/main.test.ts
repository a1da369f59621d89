import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';

const main = join(import.meta.dirname, 'main.ts');

it('runs alone: says where it is, answers, and ends when told to', async () => {
  const child = spawn(process.execPath, [main, '--config', '{"host":"tenant.idemeum.com"}'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  const { name, url, controlUrl } = JSON.parse(String(line));
  expect(name).toBe('idemeum');
  expect(await (await fetch(`${url}/saml/metadata`)).text()).toContain(
    'entityID="https://tenant.idemeum.com/saml"',
  );
  expect(await (await fetch(`${controlUrl}/catalog`)).json()).toHaveLength(2);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('names the setting that does not fit', async () => {
  const child = spawn(process.execPath, [main, '--config', '{"hosts":"x"}']);
  const exit = once(child, 'exit');
  expect(await text(child.stderr)).toMatch(/"hosts"/);
  expect(await exit).toEqual([2, null]);
});
