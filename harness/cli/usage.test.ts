import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { cliFile, runCli, startCli } from './cli-tester.ts';

const commands = ['run', 'list', 'explain', 'check', 'predict', 'selftest', 'doctor', 'init', 'serve'];

describe('help', () => {
  test('names every command, an example of use and the exit codes', async () => {
    const { code, stdout } = await runCli(['--help']);
    expect(code).toBe(0);
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
    expect(stdout).toMatch(/Examples:\n {2}countersign run/);
    expect(stdout).toContain('Exit codes: 0');
  });

  test.concurrent.each(commands)('of %s has an example that starts with it', async (command) => {
    const { code, stdout, stderr } = await runCli([command, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`Examples?:\n {2}countersign ${command}\\b`));
    expect(stdout).not.toMatch(/\(default: (\[\]|false)\)/);
  });

  test('is what no command at all gets, as an error', async () => {
    const { code, stdout, stderr } = await runCli([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Examples:');
  });
});

describe('a mistake is one clear sentence, a next step, and exit 2', () => {
  test.concurrent.each([
    [['frobnicate'], /unknown command 'frobnicate'/],
    [['rnu'], /Did you mean run/],
    [['run', '--frob'], /unknown option '--frob'/],
    [['run', 'everything'], /too many arguments/],
    [['run', '--workers', '0'], /whole number from 1/],
    [['run', '--workers'], /argument missing/],
    [['run', '--shard', '5/2'], /PART\/PARTS/],
    [
      ['run', '--integration', '1kosmos-identity-centre'],
      /no integration.*\n.*Did you mean 1kosmos-identity-center\?/,
    ],
    [['run', '--case', 'success-group-sp'], /no case.*\n.*Did you mean success-groups-sp/],
    [['run', '--case', 'qqq'], /no case "qqq".*\n.*list cases/],
    [
      ['run', '--mutation', 'conditions/audience-of-other'],
      /no mutation.*\n.*Did you mean conditions\/audience-of-other-sp/,
    ],
    [
      ['run', '--integration', 'cognito-user-pool', '--mutation', 'conditions/audience-of-other-sp'],
      /cannot be switched on in the doubles of cognito-user-pool.*\n.*selftest/,
    ],
    [['run', '--grep', '('], /"\(" is no regular expression/],
    [['run', '--grep', 'no-such-title'], /No case matches --grep "no-such-title"/],
    [['run', '--config', 'missing.config.ts'], /no configuration file ".*missing\.config\.ts"/],
    [['list', 'checkz'], /"checkz" cannot be listed/],
    [['list', 'checkz', '--json'], /"checkz" cannot be listed/],
    [['explain'], /missing required argument 'id'/],
    [
      ['explain', 'conditions/audiense'],
      /the id "conditions\/audiense"\.\n.*Did you mean conditions\/audience/,
    ],
    [['explain', 'qqqqqqqqqqqq'], /Nothing in the catalogue.*\n.*countersign list/],
    [['check'], /missing required argument 'file'/],
    [['check', '--profile', 'aws-identity', '-'], /no profile.*\n.*Did you mean aws-identity-center/],
    [['check', '--now', 'yesterday', '-'], /"yesterday" is no moment in time/],
    [['check', '--now', '2026-11-21T08:00:00', '-'], /is no moment in time/],
    [['check', '/no/such/file'], /"\/no\/such\/file" cannot be read: there is no such file/],
    [['predict'], /No account is given/],
    [['predict', 'everything'], /too many arguments/],
    [['predict', '--acount', 'x'], /Did you mean --account/],
    [['predict', '--account'], /argument missing/],
    [['predict', '--account', 'x'], /Nothing tells the identity provider/],
    [['predict', '--account', 'x', '--idp-metadata', 'y'], /nobody to predict for/],
    [
      ['predict', '--account', '/no/such/file', '--idp-metadata', 'y', '--responses', 'z'],
      /"\/no\/such\/file" cannot be read: there is no such file/,
    ],
    [['predict', '--account', 'x', '--format', 'pdf'], /Allowed choices are console, json, csv, html/],
    [
      ['predict', '--account', 'x', '--only', 'refusal'],
      /Allowed choices are refused, can-assume, not-listed/,
    ],
    [['predict', '--account', 'x', '--duration', 'long'], /whole number from 1/],
    [
      ['predict', '--account', 'x', '--idp-metadata', 'y', '--responses', 'z', '--duration', '60'],
      /no duration of 60 seconds.*\n.*900 to 43200/,
    ],
    [
      ['predict', '--account', 'x', '--idp-metadata', 'y', '--responses', 'z', '--sts-endpoint', 'https://x'],
      /--sts-endpoint says how STS is asked, and it is not asked.*\n.*--ask-sts/,
    ],
    [['init', '--integration', 'idemeums', '--yes'], /no integration "idemeums"/],
    [['serve', '--integration', 'qqq'], /no integration "qqq"/],
    [['doctor', '--fix'], /unknown option '--fix'/],
  ])('countersign %j', async (args, message) => {
    const { code, stdout, stderr } = await runCli(args);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^Next: /m);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

test('an older Node says so plainly and ends with 2', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-usage-'));
  try {
    // The same file, told another version: nothing else of the older Node is asked before.
    const source = (await readFile(cliFile, 'utf8')).replace(/^#!.*/, '');
    const older = join(folder, 'older.mjs');
    await writeFile(
      older,
      `Object.defineProperty(process.versions, 'node', { value: '20.19.0' });\n${source}`,
    );
    const child = spawn(process.execPath, [older, 'list'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^countersign needs Node 24 or newer; this is Node 20\.19\.0\.\nNext: /);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a reader that has seen enough ends only the output', async () => {
  const child = startCli(['list', '--json']);
  child.stdin?.end();
  child.stdout?.once('data', () => child.stdout?.destroy());
  const [stderr, [code]] = await Promise.all([child.stderr ? text(child.stderr) : '', once(child, 'exit')]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
