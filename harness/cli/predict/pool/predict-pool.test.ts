import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  loginOf,
  poolTrust,
  provider,
} from '../../../../mocks/aws/cognito-identity-pool/testing/pool-world.ts';
import { createTestKey, metadataFor } from '../../../../mocks/aws/testing/test-world.ts';
import { issuer } from '../../../../mocks/aws/testing/world.ts';
import type { AssertionFacts } from '../../../aws/assertion-facts.ts';
import { runCli } from '../../cli-tester.ts';
import type { PredictOptions } from '../options.ts';
import { mapping, policies, pool, printedAccount, printedPool, roleArn, users } from './pool.test-data.ts';
import { writePoolToConsole } from './pool-console.ts';
import { writePoolCsv } from './pool-csv.ts';
import schema from './pool-prediction.schema.json' with { type: 'json' };
import { makePoolPrediction } from './predict-pool.ts';

const now = Date.parse('2026-11-21T08:00:00Z');
const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);

let folder = '';
const write = (name: string, text: string) => writeFile(join(folder, name), text);
async function writePool(one = pool) {
  for (const [index, text] of printedPool(one).entries()) await write(`pool${index}.json`, text);
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-predict-pool-'));
  await writePool();
  await write('account.json', printedAccount(policies));
  await write('users.csv', users);
  await write('mapping.json', mapping);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const options = (changes: Partial<PredictOptions> = {}): PredictOptions => ({
  here: folder,
  account: ['account.json'],
  providers: [],
  responses: [],
  role: [],
  askSts: false,
  format: 'console',
  pool: ['pool0.json', 'pool1.json', 'pool2.json'],
  users: 'users.csv',
  mapping: 'mapping.json',
  ...changes,
});
const ask = (changes: Partial<PredictOptions> = {}) => makePoolPrediction(options(changes), now);

describe('a prediction for an identity pool', () => {
  it('tells role, rule and tags of each person', async () => {
    const report = await ask();
    expect(report.users).toMatchObject([
      {
        name: 'alice@example.com',
        outcome: 'given',
        role: roleArn('Engineer'),
        rule: 1,
        matching: [1, 2],
        tags: [{ key: 'Team', value: 'platform' }],
      },
      { name: 'bob@example.com', outcome: 'given', role: roleArn('Auditor'), rule: 3 },
      { name: 'carol@example.com', outcome: 'refused', code: 'NotAuthorizedException', matching: [] },
    ]);
    expect(report).toMatchObject({
      verdict: 'fail',
      summary: { users: 3, given: 2, refused: 1, unpredicted: 0 },
    });
  });

  it('tells what each rule decides, and which decides nothing', async () => {
    const { rules, notes } = await ask();
    expect(rules.map(({ matches, decides }) => [matches, decides])).toEqual([
      [1, 1],
      [1, 0],
      [1, 1],
    ]);
    expect(notes).toEqual(['Rule 2 matches 1 here and gives its role to none: an earlier rule comes first.']);
  });

  it('goes by the trust policy of the role', async () => {
    await write(
      'account.json',
      printedAccount({ ...policies, Engineer: poolTrust({ aud: 'us-east-1:0-0' }) }),
    );
    const { users: people } = await ask();
    expect(people[0]).toMatchObject({
      outcome: 'refused',
      code: 'InvalidIdentityPoolConfigurationException',
      says: expect.stringContaining('cognito-identity.amazonaws.com:aud'),
    });
    await write(
      'account.json',
      printedAccount({ ...policies, Engineer: poolTrust({ actions: ['sts:AssumeRoleWithWebIdentity'] }) }),
    );
    expect((await ask()).users[0]).toMatchObject({ says: expect.stringContaining('sts:TagSession') });
  });

  it('takes a role that the application asks for', async () => {
    const { users: people } = await ask({ customRole: roleArn('Auditor') });
    expect(people.map((one) => [one.outcome, one.rule])).toEqual([
      ['given', 2],
      ['given', 3],
      ['refused', undefined],
    ]);
  });

  it('says what it took for granted where a file is not given', async () => {
    const { users: people, notes } = await ask({ pool: ['pool0.json'] });
    expect(people[0]).toMatchObject({ outcome: 'refused', says: expect.stringContaining('gives a role') });
    expect(notes.filter((note) => note.startsWith('No output of'))).toHaveLength(2);
  });

  it('is a document of its schema, whatever came of it', async () => {
    for (const report of [
      await ask(),
      await ask({ pool: ['pool0.json'] }),
      await ask({ customRole: roleArn('X') }),
    ])
      expect(validate(JSON.parse(JSON.stringify(report))), JSON.stringify(validate.errors)).toBe(true);
    const [first] = (await ask()).users;
    const { role: _, ...without } = first ?? {};
    expect(validate({ ...(await ask()), users: [without] })).toBe(false);
  });

  it('is a table for spreadsheets, and a text for a terminal', async () => {
    const report = await ask();
    expect([...writePoolCsv(report)].join('').split('\r\n')[1]).toBe(
      `alice@example.com,given,${roleArn('Engineer')},rule,1,Team=platform,,,`,
    );
    const shown = [...writePoolToConsole(report, { colour: false, width: 100 })].join('');
    expect(shown).toContain('✗ 1 of 3 people is refused.');
    expect(shown).toContain('alice@example.com: Engineer (rule 1), tags Team=platform');
    expect(shown).toContain('carol@example.com: GetCredentialsForIdentity refuses, NotAuthorizedException.');
  });

  it.each([
    [{ pool: ['pool1.json'] }, 'None of the files describes the pool itself.'],
    [{ pool: ['pool0.json', 'pool1.json', 'account.json'] }, 'There is no IdentityPoolId'],
    [{ askSts: true }, '--ask-sts does not go with --pool'],
    [{ format: 'html' as const }, 'A prediction for an identity pool is no page.'],
    [{ account: [] }, 'No account is given.'],
  ])('refuses %j with what to do', async (changes, message) => {
    await expect(ask(changes)).rejects.toThrow(message);
  });

  it('asks which provider people log in by where there are several', async () => {
    await writePool({ ...pool, samlProviders: [provider, `${provider}2`] });
    await expect(ask()).rejects.toThrow('The pool lists several SAML providers');
    expect((await ask({ loginBy: provider })).summary.given).toBe(2);
  });

  it('comes from saved responses, judged as the pool would', async () => {
    const [key, stranger] = await Promise.all(['idp', 'stranger'].map((name) => createTestKey(name, now)));
    if (key === undefined || stranger === undefined) throw new Error('There are two keys.');
    await write('idp.xml', metadataFor(issuer, [key.certificateDer]));
    const named = (name: string) => (facts: AssertionFacts) => ({
      ...facts,
      nameId: { value: `${name}@example.com`, format: facts.nameId?.format },
    });
    const attributes = { team: ['platform'] };
    await write('good.txt', loginOf(key, '_a1', { now, attributes, facts: named('alice') }));
    await write('forged.txt', loginOf(stranger, '_a2', { now, attributes, facts: named('mallory') }));
    const long = { ...attributes, note: ['x'.repeat(40_000)] };
    await write('long.txt', loginOf(key, '_a3', { now, attributes: long, facts: named('bob') }));
    const { users: _, mapping: __, ...rest } = options();
    const report = await makePoolPrediction(
      { ...rest, responses: ['good.txt', 'forged.txt', 'long.txt'], idpMetadata: 'idp.xml' },
      now,
    );
    expect(
      report.users.map(({ name, outcome, operation, code }) => [name, outcome, operation, code]),
    ).toEqual([
      ['alice@example.com', 'given', undefined, undefined],
      ['mallory@example.com', 'refused', 'GetId', 'NotAuthorizedException'],
      ['bob@example.com', 'refused', 'GetId', 'ValidationException'],
    ]);
    expect(validate(JSON.parse(JSON.stringify(report)))).toBe(true);
  });

  it('comes from the command line', async () => {
    const files = ['pool0.json', 'pool1.json', 'pool2.json'];
    const given = ['--account', 'account.json', '--users', 'users.csv', '--mapping', 'mapping.json'];
    const { code, stdout } = await runCli(['predict', '--pool', ...files, ...given, '--format', 'json'], {
      cwd: folder,
      env: { INIT_CWD: folder },
    });
    expect(code).toBe(1);
    expect(validate(JSON.parse(stdout))).toBe(true);
    const stray = await runCli(['predict', '--custom-role', roleArn('X'), ...given], {
      cwd: folder,
      env: { INIT_CWD: folder },
    });
    expect([stray.code, stray.stderr]).toEqual([2, expect.stringContaining('--pool FILE')]);
  });
});
