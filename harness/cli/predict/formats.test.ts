import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../cli-tester.ts';
import { readCsv } from './csv-reader.ts';
import {
  account,
  instant,
  largeAccount,
  largeMapping,
  largeUsers,
  makePredictFiles,
  type PredictFiles,
  pairOf,
  provider,
  roleArn,
} from './predict.test-data.ts';
import type { PredictionReport } from './report.ts';

let files: PredictFiles;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-predict-formats-'));
  files = await makePredictFiles(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const predict = (...args: string[]) => runCli(['predict', ...args], { cwd: folder });
const read = (name: string) => readFile(join(folder, name), 'utf8');
const hostile = '<img src=x onerror=alert(1)>\u001b[31m\u202e';

describe('the console', () => {
  test('begins with the verdict, has the table, the reasons and the assumptions, and keeps to 80 columns', async () => {
    const { code, stdout, stderr } = await predict(...files.withUsers, '--now', instant);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^✗ AWS would refuse 3 of 8 assignments\n {2}6 users × 4 roles: 5 can be assumed/);
    expect(stdout).toMatch(/^ {2}bob@example\.com {4}✓ +– +R2 +–$/m);
    const order = [
      'Users × roles',
      'refused by session-name/pattern',
      'refused by trust/assume',
      'Can assume',
    ];
    const places = [...order, 'Assumptions', 'Notes'].map((title) => stdout.indexOf(title));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(stdout).toContain('- Billing: bob@example.com\n');
    expect(stdout).toMatch(/max-session-duration-unknown \(5 cells\): A role whose MaxSessionDuration is/);
    for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
  });

  test('puts roles with long names under letters, and shows what acts on a terminal', async () => {
    const name = 'A'.repeat(40);
    const mapping = { Role: [pairOf(name), pairOf(`${name}B`)], RoleSessionName: 'x', NameID: hostile };
    await files.write('long-mapping.json', JSON.stringify(mapping));
    await files.write('hostile.csv', `user\n${hostile}\n`);
    const details = JSON.parse(await read('details.json'));
    details.RoleDetailList = [name, `${name}B`].map((one) => ({
      ...details.RoleDetailList[0],
      Arn: roleArn(one),
    }));
    await files.write('long.json', JSON.stringify(details));
    const { stdout } = await predict(
      ...['--account', 'long.json', '--idp-metadata', 'idp.xml'],
      ...['--users', 'hostile.csv', '--mapping', 'long-mapping.json'],
    );
    expect(stdout).toMatch(/^ +A +B$/m);
    expect(stdout).toContain(`  B  ${name}B\n`);
    for (const character of ['\u001b', '\u202e']) expect(stdout).not.toContain(character);
    expect(stdout).toContain('⟨U+001B⟩');
    for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
  });

  test('of a large account points to the other forms instead of a table', async () => {
    await files.write('many.json', largeAccount(60));
    await files.write('many.csv', largeUsers(60, 60));
    await files.write('many-mapping.json', largeMapping);
    const { stdout } = await predict(
      ...['--account', 'many.json', '--idp-metadata', 'idp.xml'],
      ...['--users', 'many.csv', '--mapping', 'many-mapping.json'],
    );
    expect(stdout).toMatch(/The table of 60 users and 60 roles is too large for here/);
    expect(stdout.split('\n').length).toBeLessThan(100);
  });
});

describe('JSON', () => {
  test('has a schema name, rows that refer to reasons, and the assumptions', async () => {
    const { code, stdout } = await predict(...files.withUsers, '--format', 'json', '--now', instant);
    expect(code).toBe(1);
    const report = JSON.parse(stdout) as PredictionReport;
    expect(report).toMatchObject({
      schema: 'countersign/prediction/1',
      tool: { name: 'countersign' },
      from: 'users',
      verdict: 'fail',
    });
    expect(report.users[1]).toEqual({
      name: 'bob@example.com',
      from: 'users.csv:3',
      asOf: '2026-11-21T08:00:00.000Z',
    });
    expect(report.roles[0]).toEqual({ arn: roleArn('ReadOnly'), name: 'ReadOnly', account });
    expect(report.rows).toHaveLength(24);
    expect(report.rows.find(({ outcome }) => outcome === 'refused')).toEqual({
      user: 'bob@example.com',
      role: roleArn('Billing'),
      provider,
      outcome: 'refused',
      reason: 'R2',
      assumptions: [],
    });
    expect(report.reasons[1]).toEqual({
      id: 'R2',
      rule: 'trust/assume',
      code: 'AccessDenied',
      says: 'Statement 1 of the trust policy wants SAML:sub to pass StringEquals with “carol@example.com”; the request has “bob@example.com”.',
      count: 1,
    });
  });

  test('with --only has the rows of one outcome, and still counts all', async () => {
    const { stdout } = await predict(...files.withUsers, '--format', 'json', '--only', 'refused');
    const report = JSON.parse(stdout) as PredictionReport;
    expect(report.rows.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused']);
    expect(report.summary).toMatchObject({ canAssume: 5, refused: 3, notListed: 16 });
    expect(report.only).toBe('refused');
    const none = await predict(
      ...files.withUsers,
      '--format',
      'json',
      '--only',
      'can-assume',
      '--duration',
      '43200',
    );
    expect(JSON.parse(none.stdout)).toMatchObject({ rows: [], reasons: [] });
  });
});

describe('CSV', () => {
  test('has a line for each pair, which its own kind of reader understands', async () => {
    const { code, stdout } = await predict(...files.withUsers, '--format', 'csv');
    expect(code).toBe(1);
    const reading = readCsv(stdout);
    const rows = 'rows' in reading ? reading.rows.map((row) => row.map(({ value }) => value)) : [];
    expect(rows[0]).toEqual(['user', 'role', 'provider', 'outcome', 'rule', 'code', 'reason', 'assumptions']);
    expect(rows).toHaveLength(25);
    expect(rows.every((row) => row.length === 8)).toBe(true);
    expect(rows[1]).toEqual([
      ...['alice@example.com', roleArn('ReadOnly'), provider, 'can-assume'],
      ...['', '', '', 'max-session-duration-unknown'],
    ]);
    expect(rows.find(([, , , outcome]) => outcome === 'refused')?.slice(4, 6)).toEqual([
      'trust/assume',
      'AccessDenied',
    ]);
    expect(stdout.endsWith('\r\n')).toBe(true);
  });

  test('gives spreadsheets no formula and terminals no command', async () => {
    await files.write(
      'formula.csv',
      `user,roles\n"=HYPERLINK(""https://x"")",ReadOnly\n@x,ReadOnly\n${hostile},ReadOnly\n`,
    );
    await files.write('formula.json', JSON.stringify({ Role: pairOf('{roles}'), RoleSessionName: 'x1' }));
    const { stdout } = await predict(
      ...files.flags,
      ...['--users', 'formula.csv', '--mapping', 'formula.json', '--format', 'csv'],
    );
    expect(stdout).toContain(`"'=HYPERLINK(""https://x"")",`);
    expect(stdout).toContain(`\n'@x,`);
    for (const character of ['\u001b', '\u202e']) expect(stdout).not.toContain(character);
  });
});

describe('a file', () => {
  test.each(['console', 'json', 'csv', 'html'])(
    'takes the %s form whole, and the summary is printed',
    async (format) => {
      const direct = await predict(...files.withUsers, '--now', instant, '--format', format);
      const { code, stdout, stderr } = await predict(
        ...files.withUsers,
        ...['--now', instant, '--format', format, '--output', `out/result.${format}`],
      );
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      expect(stdout).toMatch(
        /^✗ AWS would refuse 3 of 8 assignments\n[\s\S]*Written to out\/result\.\w+\.\n$/,
      );
      expect(await read(`out/result.${format}`)).toBe(direct.stdout);
      expect((await readdir(join(folder, 'out'))).filter((name) => name.endsWith('.part'))).toEqual([]);
    },
  );

  test('that cannot be written is an error with exit 2', async () => {
    const { code, stderr } = await predict(...files.withUsers, '--output', 'details.json/x');
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot be written: .*\nNext: Name a file/);
  });
});

describe('the exit code', () => {
  test('is 0, 1, 2 or 3', async () => {
    await files.write('good.csv', 'email,roles\nalice@example.com,ReadOnly\n');
    await files.write('none.csv', 'email,roles\nfrank@example.com,\n');
    const withUsers = (name: string) => predict(...files.flags, '--users', name, '--mapping', 'mapping.json');
    const good = await withUsers('good.csv');
    const none = await withUsers('none.csv');
    const missing = await withUsers('missing.csv');
    expect([good.code, none.code, missing.code]).toEqual([0, 3, 2]);
    expect(good.stdout).toMatch(/^✓ AWS would grant the assignment\n/);
    expect(none.stdout).toMatch(/^\? Nothing could be predicted: no assertion lists a role\n/);
    expect(missing.stderr).toBe(
      '"missing.csv" cannot be read: there is no such file.\nNext: Name a file that exists.\n',
    );
  });

  test('is 2 for a form that is none', async () => {
    const { code, stderr } = await predict(...files.withUsers, '--format', 'pdf');
    expect(code).toBe(2);
    expect(stderr).toMatch(/Allowed choices are console, json, csv, html/);
  });
});
