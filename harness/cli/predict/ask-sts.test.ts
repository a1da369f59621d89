import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createIamClient } from '../../../mocks/aws/iam/client.ts';
import { createSts } from '../../../mocks/aws/sts/double.ts';
import { createControlClient } from '../../../mocks/core/control-client.ts';
import { type MountedDouble, mount } from '../../../mocks/core/mount.ts';
import { runCli } from '../cli-tester.ts';
import type { StsReport } from './compare-sts.ts';
import { readCsv } from './csv-reader.ts';
import type { PredictOptions } from './options.ts';
import {
  account,
  accountDetails,
  issuer,
  makePredictFiles,
  makeResponse,
  type PredictFiles,
  pairOf,
  provider,
  recipient,
  roleArn,
  roleDetail,
  sampleRoles,
} from './predict.test-data.ts';
import { makePrediction } from './predict.ts';
import type { PredictionReport } from './report.ts';

let folder = '';
let files: PredictFiles;
let sts: MountedDouble;
/** Everything that STS sent, and how often it was asked. */
const sent: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-ask-sts-'));
  files = await makePredictFiles(folder);
  const double = createSts({
    documents: [
      { content: accountDetails(...sampleRoles) },
      { content: await readFile(join(folder, 'idp.xml'), 'utf8'), arn: provider },
    ],
  });
  const listening = async (request: Request) => {
    const answer = await double.fetch(request);
    sent.push(await answer.clone().text());
    return answer;
  };
  sts = await mount({ ...double, fetch: listening });
  const now = Date.now();
  const save = (name: string, roles: readonly string[]) =>
    files.write(
      `${name}.txt`,
      makeResponse({
        name: `${name}@example.com`,
        roles: roles.map((one) => pairOf(one)),
        key: files.key,
        issuedAt: now,
      }),
    );
  await save('alice', ['ReadOnly', 'Engineer']);
  await save('bob', ['ReadOnly', 'Billing']);
});
beforeEach(async () => {
  sent.length = 0;
  await createControlClient(sts.controlUrl).send('POST', '/reset');
});
afterAll(async () => {
  await sts[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const predict = (...args: string[]) => runCli(['predict', ...files.flags, ...args], { cwd: folder });
const askSts = (...args: string[]) => predict('--ask-sts', '--sts-endpoint', sts.url, ...args);
/** The document, made in this process. */
async function compared(options: Partial<PredictOptions>): Promise<PredictionReport & { sts: StsReport }> {
  const report = await makePrediction(
    {
      ...{ here: folder, account: ['details.json'], providers: [], idpMetadata: 'idp.xml', format: 'json' },
      ...{ responses: [], role: [], askSts: true, stsEndpoint: sts.url, ...options },
    },
    Date.now(),
  );
  if (report.sts === undefined) throw new Error('STS was not asked.');
  return { ...report, sts: report.sts };
}
/** Role, what was foretold, what was answered, and how they compare. */
const linesOf = ({ sts: { comparisons } }: { sts: StsReport }) =>
  comparisons.map(({ role, foretold, answered, result }) => [
    role.replace(/.*\//, ''),
    foretold.outcome,
    answered.outcome === 'refused' ? answered.code : answered.outcome,
    result,
  ]);
/** The double's role now trusts another audience than the saved file says. */
const changeRole = () => {
  const { AssumeRolePolicyDocument } = roleDetail('Engineer', {
    condition: { 'SAML:aud': recipient.replace('signin', 'eu-west-1.signin') },
  }) as { AssumeRolePolicyDocument: Record<string, unknown> };
  return createIamClient(createControlClient(sts.controlUrl)).putRole({
    arn: roleArn('Engineer'),
    trustPolicy: AssumeRolePolicyDocument,
  });
};

describe('predict --ask-sts', () => {
  test('lays what STS answers beside the prediction: both agree, whether granted or refused', async () => {
    const report = await compared({ responses: ['alice.txt', 'bob.txt'] });
    expect(linesOf(report)).toEqual([
      ['ReadOnly', 'can-assume', 'assumed', 'agree'],
      ['Engineer', 'can-assume', 'assumed', 'agree'],
      ['ReadOnly', 'can-assume', 'assumed', 'agree'],
      ['Billing', 'refused', 'AccessDenied', 'agree'],
    ]);
    expect(report.sts).toMatchObject({
      endpoint: `${sts.url}/`,
      host: new URL(sts.url).host,
      verdict: 'pass',
      summary: { asked: 4, agree: 4, differ: 0, open: 0 },
    });
    expect(report.sts.comparisons[0]).toEqual({
      user: 'alice@example.com',
      role: roleArn('ReadOnly'),
      provider,
      foretold: {
        outcome: 'can-assume',
        assumedRoleArn: `arn:aws:sts::${account}:assumed-role/ReadOnly/alice@example.com`,
      },
      answered: {
        outcome: 'assumed',
        assumedRoleArn: `arn:aws:sts::${account}:assumed-role/ReadOnly/alice@example.com`,
        expiresAt: expect.stringMatching(/^\d{4}-.*Z$/),
      },
      result: 'agree',
    });
    // Bob's refusal is foretold and true, and a refusal it remains.
    expect(report.verdict).toBe('fail');
    const { code, stdout, stderr } = await askSts('--responses', 'alice.txt');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^✓ STS at 127\.0\.0\.1:\d+ answered as predicted in all 2 calls\n/);
  });

  test('tells a role that the account really has otherwise than its file, and ends with 1', async () => {
    await changeRole();
    const report = await compared({ responses: ['alice.txt'] });
    expect(report.verdict).toBe('fail');
    expect(report.summary.refused).toBe(0);
    expect(linesOf(report)).toEqual([
      ['ReadOnly', 'can-assume', 'assumed', 'agree'],
      ['Engineer', 'can-assume', 'AccessDenied', 'differ'],
    ]);
    const page = await askSts('--responses', 'alice.txt');
    expect(page.code).toBe(1);
    expect(page.stdout).toMatch(
      /^✗ STS at 127\.0\.0\.1:\d+ answered otherwise than predicted in 1 of 2 calls\n {2}Predicted: AWS would grant all 2\s+assignments\./,
    );
    expect(page.stdout).toMatch(
      /✗ alice@example\.com, Engineer: differs\n {6}predicted: assumed as\s+\S+\n {6}STS: refused with AccessDenied: Not authorized/,
    );
  });

  test('tells an answer with another code as a difference', async () => {
    const control = createIamClient(createControlClient(sts.controlUrl));
    const other = await readFile(join(folder, 'idp.xml'), 'utf8');
    await control.putProvider({
      arn: provider,
      metadata: other.replace(issuer, 'https://other.example/idp'),
    });
    const report = await compared({ responses: ['bob.txt'] });
    expect(linesOf(report)).toEqual([
      ['ReadOnly', 'can-assume', 'InvalidIdentityToken', 'differ'],
      ['Billing', 'refused', 'InvalidIdentityToken', 'differ'],
    ]);
  });

  test('asks for the roles that are named only, and refuses one that no response lists', async () => {
    const report = await compared({ responses: ['alice.txt', 'bob.txt'], role: [roleArn('ReadOnly')] });
    expect(linesOf(report).map(([role]) => role)).toEqual(['ReadOnly', 'ReadOnly']);
    expect(sent).toHaveLength(2);
    const stray = await askSts('--responses', 'alice.txt', '--role', roleArn('Admin'));
    expect(stray.code).toBe(2);
    expect(stray.stderr).toMatch(
      /^No response lists the role \S+:role\/Admin\.\nNext: Name one of \S+ReadOnly/,
    );
    expect(sent).toHaveLength(2);
  });

  test('asks also for roles that no file tells, and leaves them open', async () => {
    const other = '210987654321';
    const pair = `arn:aws:iam::${other}:role/X,arn:aws:iam::${other}:saml-provider/1Kosmos`;
    await files.write(
      'carl.txt',
      makeResponse({ name: 'carl@example.com', roles: [pair], key: files.key, issuedAt: Date.now() }),
    );
    const report = await compared({ responses: ['carl.txt'] });
    expect(linesOf(report)).toEqual([['X', 'not-predicted', 'InvalidIdentityToken', 'open']]);
    expect([report.sts.verdict, report.verdict]).toEqual(['inconclusive', 'inconclusive']);
  });

  test('passes the duration on', async () => {
    expect(linesOf(await compared({ responses: ['alice.txt'], duration: 43_200 }))).toEqual([
      ['ReadOnly', 'refused', 'ValidationError', 'agree'],
      ['Engineer', 'refused', 'ValidationError', 'agree'],
    ]);
  });

  test('judges a stale response as STS does: at the present moment', async () => {
    const issuedAt = Date.now() - 600_000;
    const stale = makeResponse({
      name: 'old@example.com',
      roles: [pairOf('ReadOnly')],
      key: files.key,
      issuedAt,
    });
    await files.write('stale.txt', stale);
    const report = await compared({ responses: ['stale.txt'] });
    expect(linesOf(report)).toEqual([['ReadOnly', 'refused', 'ExpiredTokenException', 'agree']]);
  });

  test('takes XML as well, and asks with its base64', async () => {
    const base64 = await readFile(join(folder, 'alice.txt'), 'utf8');
    await files.write('alice.xml', Buffer.from(base64, 'base64'));
    expect((await compared({ responses: ['alice.xml'] })).verdict).toBe('pass');
  });
});

describe('secrets', () => {
  test.each(['console', 'json', 'csv', 'html'])(
    'that STS gave are in no output and no file, as %s',
    async (format) => {
      await mkdir(join(folder, 'out'), { recursive: true });
      const args = ['--responses', 'alice.txt', 'bob.txt', '--format', format];
      const direct = await askSts(...args);
      const filed = await askSts(...args, '--output', `out/result.${format}`);
      const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) =>
        one.isFile(),
      );
      const texts = await Promise.all(
        names
          .filter(({ name }) => !/^(alice|bob|carl|stale)\./.test(name))
          .map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')),
      );
      const seen = [direct.stdout, direct.stderr, filed.stdout, filed.stderr, ...texts].join('\n');
      const secrets = sent.flatMap((xml) =>
        ['AccessKeyId', 'SecretAccessKey', 'SessionToken'].flatMap(
          (name) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1] ?? [],
        ),
      );
      expect(secrets).toHaveLength(18);
      for (const secret of secrets) expect(seen.includes(secret), secret).toBe(false);
      for (const name of ['alice', 'bob']) {
        const response = await readFile(join(folder, `${name}.txt`), 'utf8');
        expect(seen.includes(response.slice(0, 60)), name).toBe(false);
      }
      // The comparison itself is there.
      expect(seen).toContain(`assumed-role/ReadOnly/alice@example.com`);
      expect(seen).toContain(new URL(sts.url).host);
    },
  );
});

describe('every form has the comparison', () => {
  test('CSV lays it beside each row', async () => {
    await changeRole();
    const { stdout } = await askSts('--responses', 'alice.txt', '--format', 'csv');
    const reading = readCsv(stdout);
    const rows = 'rows' in reading ? reading.rows.map((row) => row.map(({ value }) => value)) : [];
    expect(rows[0]?.slice(8)).toEqual(['sts', 'sts-outcome', 'sts-code', 'sts-says']);
    expect(rows.every((row) => row.length === 12)).toBe(true);
    const answers = rows.slice(1).map((row) => [row[1]?.replace(/.*\//, ''), row[3], ...row.slice(8, 11)]);
    expect(answers).toEqual([
      ['ReadOnly', 'can-assume', 'agree', 'assumed', ''],
      ['Engineer', 'can-assume', 'differ', 'refused', 'AccessDenied'],
      ['Billing', 'not-listed', '', '', ''],
      ['Admin', 'not-listed', '', '', ''],
    ]);
    const plain = readCsv((await predict('--responses', 'alice.txt', '--format', 'csv')).stdout);
    expect('rows' in plain && plain.rows[0]).toHaveLength(8);
  });

  test('the page has a table, what differs first', async () => {
    await changeRole();
    const { stdout } = await askSts('--responses', 'alice.txt', '--format', 'html');
    expect(stdout).toMatch(
      /<title>STS at 127\.0\.0\.1:\d+ answered otherwise than predicted in 1 of 2 calls/,
    );
    const results = [...stdout.matchAll(/<tr class="(agree|differ|open)">/g)].map(([, result]) => result);
    expect(results).toEqual(['differ', 'agree']);
    expect(stdout).toMatch(/STS was asked at <code>127\.0\.0\.1:\d+<\/code>/);
    expect((await predict('--responses', 'alice.txt', '--format', 'html')).stdout).toContain(
      'AWS was not asked',
    );
  });
});

describe('without an answer nothing is shown, and the exit code is 3', () => {
  const silent = async (url: string) => {
    const result = await predict('--responses', 'alice.txt', '--ask-sts', '--sts-endpoint', url);
    return { ...result, document: result.stdout };
  };

  test('when nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo; // a TCP listener's address is never a string
    await new Promise((resolve) => server.close(resolve));
    const { code, stdout } = await silent(`http://127.0.0.1:${port}`);
    expect(code).toBe(3);
    expect(stdout).toMatch(/^\? 2 of 2 calls to STS at 127\.0\.0\.1:\d+ could not be compared/);
    expect(stdout).toMatch(/127\.0\.0\.1:\d+ could not be reached \(ECONNREFUSED\)/);
    expect(stdout).toMatch(/Not asked: 127\.0\.0\.1:\d+ gave no answer before/);
    expect(stdout).toMatch(/left calls unanswered: see to --sts-endpoint/);
  });

  test.each([
    [200, '<html>Sign in to the network</html>', /It was answered 200, but not as STS does/],
    [
      503,
      '<ErrorResponse><Error><Code>ServiceUnavailable</Code></Error></ErrorResponse>',
      /STS answered 503/,
    ],
    [
      400,
      '<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>',
      /STS answered 400 Throttling/,
    ],
  ])('when it is answered %i %s', async (status, body, says) => {
    let count = 0;
    const server = createServer((_request, response) => {
      count += 1;
      response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      const { port } = server.address() as AddressInfo; // a TCP listener's address is never a string
      const { code, stdout } = await silent(`http://127.0.0.1:${port}`);
      expect(stdout.replace(/\s+/g, ' ')).toMatch(says);
      expect(code).toBe(3);
      expect(count).toBe(1);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });
});

describe('nothing is sent unless it is asked for', () => {
  test('without the flag', async () => {
    expect((await predict('--responses', 'alice.txt')).code).toBe(0);
    expect(sent).toEqual([]);
  });

  test.each([
    [['--sts-endpoint', 'http://127.0.0.1:1'], /--sts-endpoint says how STS is asked, and it is not asked/],
    [['--region', 'eu-west-1'], /--region says how STS is asked/],
    [['--role', 'arn:x'], /--role says how STS is asked/],
    [['--ask-sts', '--now', '2026-01-01T00:00:00Z'], /--now does not go with --ask-sts/],
    [['--ask-sts', '--sts-endpoint', 'http://sts.amazonaws.com'], /would send assertions in the clear/],
    [['--ask-sts', '--sts-endpoint', 'http://127.0.0.1.example'], /would send assertions in the clear/],
    [['--ask-sts', '--sts-endpoint', 'sts.amazonaws.com'], /is no address of an STS endpoint/],
    [['--ask-sts', '--sts-endpoint', 'ftp://127.0.0.1'], /is no address of an STS endpoint/],
    [['--ask-sts', '--region', 'cn-north-1'], /"cn-north-1" is no region of AWS/],
    [['--ask-sts', '--region', 'mars'], /"mars" is no region of AWS/],
  ])('and %j is a mistake in usage', async (args, message) => {
    const { code, stdout, stderr } = await predict('--responses', 'alice.txt', ...args);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^Next: /m);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(sent).toEqual([]);
  });

  test('for a list of users there is nothing to send', async () => {
    const { code, stderr } = await predict(
      ...['--users', 'users.csv', '--mapping', 'mapping.json', '--ask-sts'],
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/--ask-sts needs saved responses/);
  });
});
