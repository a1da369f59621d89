import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CountersignError } from '../../harness/model/error.ts';
import { install } from './install.ts';

// Stands for npm, which would ask the network: tells how it was called, or fails as npm does.
const client = `
const { writeFileSync } = require('node:fs');
const { dependencies } = JSON.parse(require('node:fs').readFileSync('package.json', 'utf8'));
writeFileSync('called.json', JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd() }));
if ('slow' in dependencies) {
  writeFileSync('pid', String(process.pid));
  setInterval(() => undefined, 1000);
}
if ('not-there' in dependencies) {
  console.error('npm error code ETARGET');
  console.error('npm error notarget No matching version found for not-there@1.0.0.');
  console.error('npm error A complete log of this run can be found in: somewhere');
  process.exit(1);
}`;

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'countersign-install-'));
  await writeFile(join(scratch, 'npm.js'), client);
  vi.stubEnv('npm_execpath', join(scratch, 'npm.js'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(scratch, { recursive: true, force: true });
});

const read = async (name: string) => JSON.parse(await readFile(join(scratch, 'release', name), 'utf8'));

describe('installing a release', () => {
  it('asks for exact versions, without running what packages bring along, in a folder of its own', async () => {
    const folder = join(scratch, 'release');
    await install(folder, {
      dependencies: { 'some-library': '1.0.0' },
      overrides: { 'xml-library': '2.0.0' },
    });
    expect(await read('package.json')).toMatchObject({
      private: true,
      dependencies: { 'some-library': '1.0.0' },
      overrides: { 'xml-library': '2.0.0' },
    });
    const { args, cwd } = await read('called.json');
    expect(args).toEqual(expect.arrayContaining(['install', '--prefix', folder, '--ignore-scripts']));
    expect(cwd).toBe(folder);
  });

  it('says what could not be installed, in the words of npm', async () => {
    const failed = install(join(scratch, 'other'), { dependencies: { 'not-there': '1.0.0' }, overrides: {} });
    const error = await failed.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CountersignError);
    expect(error).toMatchObject({ code: 'target-unreachable' });
    expect(String(error)).toContain('npm could not install not-there@1.0.0: code ETARGET');
    expect(String(error)).toContain('No matching version');
    expect(String(error)).not.toContain('complete log');
  });
});

it('ends the client when it is interrupted', async () => {
  const folder = join(scratch, 'slow');
  const controller = new AbortController();
  const installing = install(folder, { dependencies: { slow: '1.0.0' }, overrides: {} }, controller.signal);
  const ended = expect(installing).rejects.toThrow('it was interrupted');
  const pid = Number(
    await vi.waitFor(() => readFile(join(folder, 'pid'), 'utf8').then((text) => text || Promise.reject()), {
      timeout: 20_000,
    }),
  );
  controller.abort();
  await ended;
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
}, 60_000);
