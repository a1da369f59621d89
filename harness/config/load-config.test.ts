import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CountersignError } from '../model/error.ts';
import { loadConfig, parseConfig } from './load-config.ts';

const one = { '1kosmos-identity-center': {} };

describe('parseConfig', () => {
  test('fills every default in', () => {
    const config = parseConfig({ integrations: one }, 'f.ts');
    expect(config.reportDir).toBe('report');
    expect(config.integrations['1kosmos-identity-center']?.idp.host).toBe('acme.1kosmos.net');
  });

  test.each<[string, unknown, string]>([
    [
      'an unknown key',
      { integrations: one, wokers: 2 },
      '"wokers" is not known; allowed: reportDir, workers',
    ],
    [
      'an unknown integration',
      { integrations: { kosmos: {} } },
      '"kosmos" is not known; allowed: 1kosmos-identity-center',
    ],
    ['a wrong type', { integrations: one, workers: 'two' }, 'workers: found "two"; expected number'],
    [
      'a wrong form deep inside',
      { integrations: { '1kosmos-identity-center': { identityCenter: { region: 'moon' } } } },
      'integrations.1kosmos-identity-center.identityCenter.region: found "moon"; expected an AWS region such as us-east-1',
    ],
    ['no integration', { integrations: {} }, 'integrations: found {}; expected at least one integration'],
    [
      'a waiver without an end',
      { integrations: one, waivers: [{ check: 'a/b', reason: 'r', owner: 'o' }] },
      'waivers.0.until: found nothing',
    ],
    ['no object', 7, 'found 7; expected object'],
  ])('%s is refused with key, what was found and what is allowed', (_what, value, message) => {
    expect(() => parseConfig(value, 'f.ts')).toThrow(message);
  });

  test('the error is the user’s to mend, and names the file', () => {
    const read = () => parseConfig({}, 'my.config.ts');
    expect(read).toThrow(CountersignError);
    expect(read).toThrow('"my.config.ts" is not a valid configuration');
  });
});

describe('loadConfig', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-config-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('a missing file is named, with the command that writes one', async () => {
    await expect(loadConfig(folder)).rejects.toMatchObject({
      code: 'config',
      next: expect.stringContaining('init'),
    });
  });

  test('a file that does not load is named with the reason', async () => {
    await writeFile(join(folder, 'countersign.config.ts'), 'export default {;');
    await expect(loadConfig(folder)).rejects.toMatchObject({
      code: 'config',
      message: expect.stringContaining('cannot be loaded'),
    });
  });

  test('a file without a default export is told apart', async () => {
    await writeFile(join(folder, 'countersign.config.ts'), 'export const a = 1;');
    await expect(loadConfig(folder)).rejects.toThrow('exports nothing by default');
  });
});
