import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectFolder, runCli } from './cli-tester.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-init-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const here = (env: Readonly<Record<string, string>> = {}) => ({ cwd: folder, env });

describe('init', () => {
  test('writes a typed configuration that doctor accepts, in any folder, and from folders below it', async () => {
    const flags = ['--idp-host', 'login.example.com', '--region', 'eu-west-1', '--instance', 'd-abcdefghij'];
    const { code, stdout } = await runCli(
      ['init', '--yes', ...flags, '--report-dir', "Zoë's reports"],
      here(),
    );
    expect(code).toBe(0);
    expect(stdout).toContain('Next: countersign doctor');
    const source = await readFile(join(folder, 'countersign.config.ts'), 'utf8');
    expect(source).toContain("import { defineConfig } from '");
    expect(source).toContain("host: 'login.example.com'");
    await mkdir(join(folder, 'below'));
    const doctor = await runCli(['doctor'], { cwd: join(folder, 'below') });
    expect(doctor.stdout).toMatch(/^ok {4}Configuration +1kosmos-identity-center/m);
    expect(doctor.stdout).toContain(join(folder, 'countersign.config.ts'));
  });

  test('replaces nothing unless it is told to', async () => {
    await writeFile(join(folder, 'countersign.config.ts'), 'mine');
    const refused = await runCli(['init', '--yes'], here());
    expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('exists already') });
    expect(await readFile(join(folder, 'countersign.config.ts'), 'utf8')).toBe('mine');
    expect((await runCli(['init', '--yes', '--force'], here())).code).toBe(0);
  });

  test.each([
    ['--region', 'Frankfurt', /identityCenter\.region: found "Frankfurt"; expected an AWS region/],
    ['--instance', 'ssoins-1', /identityCenter\.instance: found "ssoins-1"; expected an instance/],
    ['--idp-host', 'https://x.example/', /idp\.host: found "https:\/\/x\.example\/"; expected a host name/],
  ])('refuses %s %s with what is allowed, and writes nothing', async (flag, value, message) => {
    const { code, stderr } = await runCli(['init', '--yes', flag, value], here());
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a configuration that cannot be used is told with file and key', () => {
  test.each([
    [
      'unknown key',
      'export default { integration: {} };',
      /"integration" is not known; allowed: .*integrations/,
    ],
    [
      'wrong value',
      "export default { integrations: { '1kosmos-identity-center': { idp: { host: 7 } } } };",
      /idp\.host: found 7/,
    ],
    [
      'unknown integration',
      'export default { integrations: { okta: {} } };',
      /"okta" is not known; allowed: 1kosmos-identity-center/,
    ],
    ['nothing rolled out', 'export default { integrations: {} };', /at least one integration/],
    ['no default export', 'export const config = {};', /exports nothing by default/],
    ['no TypeScript', 'export default {{{', /cannot be loaded/],
    ['an import that is not there', "import './gone.ts'; export default {};", /cannot be loaded.*gone\.ts/],
    ['an exception', "throw new Error('no luck');", /cannot be loaded: no luck/],
    [
      'a waiver without an owner',
      "export default { integrations: { '1kosmos-identity-center': {} }, waivers: [{ check: 'a/b', reason: 'r', until: 'soon' }] };",
      /waivers\.0\.owner[\s\S]*waivers\.0\.until: found "soon"/,
    ],
  ])('%s', async (_what, source, message) => {
    await writeFile(join(folder, 'countersign.config.ts'), source);
    const { code, stdout, stderr } = await runCli(['run'], here());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(join(folder, 'countersign.config.ts'));
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/\nNext: /);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(await readdir(folder)).toEqual(['countersign.config.ts']);
  });

  test('also by doctor, which still tells the rest', async () => {
    const { code, stdout } = await runCli(['doctor'], here());
    expect(code).toBe(3);
    expect(stdout).toMatch(/^FAIL {2}Configuration +There is no configuration file/m);
    expect(stdout).toMatch(/Next: Write one with "countersign init"/);
    expect(stdout).toMatch(/^ok {4}Node/m);
  });
});

describe('on a machine without', () => {
  test('a browser, doctor and run say what to install, and nothing is left', async () => {
    const bare = await copyWithoutBrowser();
    const env = {
      PATH: '',
      PLAYWRIGHT_BROWSERS_PATH: join(folder, 'none'),
      TMPDIR: folder,
      COUNTERSIGN_BROWSER: '',
      DOCKER_HOST: 'unix:///nowhere/docker.sock',
    };
    const doctor = await runCli(['doctor'], {
      cwd: bare,
      env,
      cli: join(bare, 'harness', 'cli', 'countersign.mjs'),
    });
    expect(doctor.code).toBe(3);
    expect(doctor.stdout).toMatch(/^FAIL {2}Browser +No browser was found/m);
    expect(doctor.stdout).toMatch(/Next: Install one, for example with "npx playwright install chromium"/);
    expect(doctor.stdout).toMatch(/^note {2}Docker +no engine answers/m);
    const run = await runCli(['run'], {
      cwd: bare,
      env,
      cli: join(bare, 'harness', 'cli', 'countersign.mjs'),
    });
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toMatch(/^No browser was found.*\nNext: Install one/);
    expect(await readdir(bare)).not.toContain('report');
  });

  test('a Docker engine, run --containers says so', async () => {
    const env = { DOCKER_HOST: 'unix:///nowhere/docker.sock', TMPDIR: folder };
    const args = ['run', '--containers', '--case', 'denied-sp', '--report-dir', join(folder, 'out')];
    const { code, stderr } = await runCli(args, { env });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^No Docker engine answers.*\nNext: Start Docker/);
  });

  test('the browser that was named, run says so before anything starts', async () => {
    const env = { COUNTERSIGN_BROWSER: join(folder, 'chrome') };
    const { code, stderr } = await runCli(['run', '--report-dir', join(folder, 'out')], { env });
    expect(code).toBe(3);
    expect(stderr).toMatch(/does not exist or cannot be run\.\nNext: /);
    const broken = await runCli(['run', '--report-dir', join(folder, 'out')], {
      env: { COUNTERSIGN_BROWSER: '/bin/false' },
    });
    expect(broken.code).toBe(3);
    expect(broken.stderr).toMatch(/"\/bin\/false" \(named by the user\) does not start/);
    expect(await readdir(folder)).toEqual([]);
  });
});

test('a folder with files of somebody else is no report folder', async () => {
  await writeFile(join(folder, 'thesis.txt'), 'years of work');
  const { code, stderr } = await runCli(['run', '--case', 'denied-sp', '--report-dir', folder]);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /holds files that no run of countersign wrote\.\nNext: Name another folder with --report-dir/,
  );
  expect(await readdir(folder)).toEqual(['thesis.txt']);
});

test('a file is no report folder', async () => {
  await writeFile(join(folder, 'file'), '');
  const { code, stderr } = await runCli(['run', '--case', 'denied-sp', '--report-dir', join(folder, 'file')]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^The report folder ".*file" cannot be written to: .*\nNext: Name another folder/);
});

test('a double told to use a port that is taken says so', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const cli = join(projectFolder, 'mocks', 'idp', 'main.ts');
  const { code, stderr } = await runCli(['--port', port], { cli });
  taken.close();
  expect(code).toBe(2);
  expect(stderr).toMatch(new RegExp(`Port ${port} of 127\\.0\\.0\\.1 is in use\\.\\nNext: `));
  expect(stderr).not.toMatch(/^\s+at /m);
});

/** This project as it is where the optional browser package was not installed. */
async function copyWithoutBrowser(): Promise<string> {
  const target = join(folder, 'project');
  await mkdir(join(target, 'node_modules'), { recursive: true });
  for (const name of [
    'harness',
    'mocks',
    'reports',
    'suites',
    'package.json',
    'playwright.config.ts',
    'countersign.config.ts',
  ])
    await cp(join(projectFolder, name), join(target, name), { recursive: true });
  const modules = join(projectFolder, 'node_modules');
  for (const name of await readdir(modules))
    if (name !== '@sparticuz' && !name.startsWith('.'))
      await symlink(join(modules, name), join(target, 'node_modules', name));
  return target;
}
