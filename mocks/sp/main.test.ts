import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createControlClient } from '../core/control-client.ts';
import { createServiceProviderClient } from './client.ts';

describe('the double as a process of its own', () => {
  it('says where it is, publishes metadata, takes settings, and ends when told to', async () => {
    const child = spawn(process.execPath, ['mocks/sp/main.ts'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(child.stdout, 'data');
    const ready = JSON.parse(String(line));
    expect(ready).toMatchObject({
      ready: true,
      name: 'sp',
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    });
    expect(await (await fetch(`${ready.url}/metadata`)).text()).toContain('https://app.countersign.test/acs');
    const client = createServiceProviderClient(createControlClient(ready.controlUrl));
    expect((await client.settings()).weaknesses).toEqual([]);
    expect((await client.setWeaknesses(['open-redirect'])).weaknesses).toEqual(['open-redirect']);
    await client.reset();
    expect((await client.settings()).weaknesses).toEqual([]);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it.each([
    ['{"orgin":"https://x.example"}', 'orgin'],
    ['{"settings":{"weaknesses":["no-such-weakness"]}}', 'weaknesses'],
  ])('names what does not fit in %s', async (config, named) => {
    const child = spawn(process.execPath, ['mocks/sp/main.ts', '--config', config], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(2);
    expect(said).toContain(named);
  });
});
