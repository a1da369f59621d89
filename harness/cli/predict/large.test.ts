import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paceMs } from '../../stack/pace.test-helper.ts';
import { runCli } from '../cli-tester.ts';
import { largeAccount, largeMapping, largeUsers, makePredictFiles } from './predict.test-data.ts';

let folder = '';
let flags: readonly string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-predict-large-'));
  const files = await makePredictFiles(folder);
  const details = await files.write('large.json', largeAccount(200));
  const users = await files.write('large.csv', largeUsers(1000, 200));
  const mapping = await files.write('large-mapping.json', largeMapping);
  flags = ['--account', details, '--idp-metadata', 'idp.xml', '--users', users, '--mapping', mapping];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Prints what the whole process took of processor and memory, as its last line. */
const meter = `data:text/javascript,${encodeURIComponent(
  `process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    process.stderr.write(JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1000 }));
  })`,
)}`;

async function measure(format: string): Promise<{ seconds: number; megabytes: number }> {
  const result = await runCli(['predict', ...flags, '--format', format, '--output', `out.${format}`], {
    cwd: folder,
    env: { NODE_OPTIONS: `--import=${meter}` },
  });
  expect(result.stdout).toMatch(/^✗ AWS would refuse 119,700 of 200,000 assignments\n/);
  expect(result.code).toBe(1);
  return JSON.parse(result.stderr) as { seconds: number; megabytes: number }; // as `meter` wrote it
}

test.each(['console', 'json', 'csv', 'html'])(
  '1,000 users × 200 roles are answered soon, and in under 500 MB, as %s',
  async (format) => {
    const pace = paceMs();
    const { seconds, megabytes } = await measure(format);
    expect((seconds * 1_000) / pace).toBeLessThan(100);
    expect(megabytes).toBeLessThan(500);
    expect((await stat(join(folder, `out.${format}`))).size).toBeGreaterThan(1_000);
  },
  120_000,
);
