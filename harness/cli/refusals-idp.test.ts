import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openToyIdp } from '../../suites/refusals/toy-idp.test-helper.ts';
import { runCli } from './cli-tester.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-idp-'));
});
afterEach(() => rm(folder, { recursive: true }));

const sp = { entityId: 'https://sp.example.com/metadata', acsUrl: 'https://sp.example.com/acs' };
const people = { eve: 'her secret', ann: 'another secret' };
const env = { EVE_PASSWORD: people.eve, ANN_PASSWORD: people.ann };

function configOf(ssoUrl: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    entityId: 'https://idp.example.com/saml',
    ssoUrl,
    sp,
    login: { userField: 'user', passwordField: 'pass' },
    self: { nameId: 'eve', passwordEnv: 'EVE_PASSWORD' },
    victim: { nameId: 'ann', passwordEnv: 'ANN_PASSWORD' },
    ...more,
  };
}

async function refusals(target: unknown, variables: Record<string, string | undefined> = env) {
  const config = { integrations: { '1kosmos-identity-center': {} }, idpRefusals: { staging: target } };
  await writeFile(join(folder, 'countersign.config.ts'), `export default ${JSON.stringify(config)};\n`);
  const attacks = [
    'request/acs-not-registered',
    'request/issuer-of-other-sp',
    'idp-request/passive-without-session',
  ];
  return runCli(
    [
      'refusals',
      '--report-dir',
      join(folder, 'report'),
      '--json',
      ...attacks.flatMap((one) => ['--attack', one]),
    ],
    { cwd: folder, env: variables },
  );
}

const outcomesOf = (stdout: string): unknown =>
  JSON.parse(stdout).refusals.map(({ results }: { results: { attack: string; outcome: string }[] }) =>
    Object.fromEntries(results.map(({ attack, outcome }) => [attack, outcome])),
  );

test('a configured identity provider that holds: 0, and no password is anywhere in the report', async () => {
  await using idp = await openToyIdp({ sp, people });
  const { code, stdout, stderr } = await refusals(configOf(idp.ssoUrl));
  expect(code, stdout + stderr).toBe(0);
  expect(outcomesOf(stdout)).toEqual([
    {
      'request/acs-not-registered': 'held',
      'request/issuer-of-other-sp': 'held',
      'idp-request/passive-without-session': 'held',
    },
  ]);
  expect(idp.typed).toContainEqual(['ann', people.ann]);
  for (const file of ['report.html', 'results.json', 'junit.xml'])
    expect(await readFile(join(folder, 'report', file), 'utf8')).not.toContain('secret');
}, 60_000);

test('one that sends assertions to any address falls: 1', async () => {
  await using idp = await openToyIdp({ sp, people, trustsAcs: true });
  const { code, stdout } = await refusals(configOf(idp.ssoUrl));
  expect(code).toBe(1);
  expect(stdout).toContain('which is not the registered address');
}, 60_000);

test('one at which nobody can log in has no verdict: 3', async () => {
  await using idp = await openToyIdp({ sp, people: {} });
  const { code, stdout } = await refusals(configOf(idp.ssoUrl));
  expect(code, stdout).toBe(3);
}, 60_000);

test.each([
  ['without leave', configOf('https://idp.example.com/sso'), env, 'nobody allowed hostile messages there'],
  [
    'with leave of nobody in particular',
    configOf('https://idp.example.com/sso', { allowHostileTests: true }),
    env,
    'allowedBy',
  ],
  [
    'without a password',
    configOf('http://127.0.0.1:1/sso'),
    { ...env, EVE_PASSWORD: undefined },
    'EVE_PASSWORD',
  ],
  [
    'with half a key',
    configOf('http://127.0.0.1:1/sso', { sp: { ...sp, keyFile: 'sp.key' } }),
    env,
    'certificateFile',
  ],
])(
  'one %s is not touched: 2',
  async (_title, target, variables, message) => {
    const { code, stderr } = await refusals(target, variables);
    expect(code, stderr).toBe(2);
    expect(stderr).toContain(message);
  },
  60_000,
);
