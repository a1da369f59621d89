import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../model/report.ts';
import { makeGenuineLogin } from '../mutations/kit/genuine.ts';
import expired from '../mutations/metadata/idp-certificate-expired.ts';
import { runCli } from './cli-tester.ts';
import { makeSampleFiles, rawOf, type SampleFiles, sampleNow } from './sample-files.ts';
import { makeSelftestKeys } from './selftest-keys.ts';

let folder = '';
let sample: SampleFiles;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-check-'));
  sample = await makeSampleFiles(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const inFolder = (name: string) => join(folder, name);

interface Judged {
  readonly code: number | null;
  readonly report: Report;
  /** Ids of the failing checks, by the name of the case. */
  readonly failed: Readonly<Record<string, readonly string[]>>;
}

async function judge(args: readonly string[], input?: string): Promise<Judged> {
  const result = await runCli(['check', ...args, '--json'], input === undefined ? {} : { input });
  expect(result.stderr).toBe('');
  const report = JSON.parse(result.stdout) as Report;
  const failed = report.cases.map(({ case: name, findings }) => [
    name,
    findings.filter(({ outcome }) => outcome === 'fail').map(({ check }) => check),
  ]);
  return { code: result.code, report, failed: Object.fromEntries(failed) };
}

describe('a good response', () => {
  test('passes in every form that people save it in, from several files at once', async () => {
    const files = await Promise.all([
      sample.write('as.xml', sample.xml),
      sample.write('lines.txt', sample.response.replace(/.{76}/g, '$&\r\n')),
      sample.write('field.txt', `RelayState=x&SAMLResponse=${encodeURIComponent(sample.response)}\n`),
      sample.write('page.html', `<html><input name="SAMLResponse" value="${sample.response}"></html>`),
    ]);
    const { code, report, failed } = await judge([inFolder('response.txt'), ...files, ...sample.flags]);
    expect(code).toBe(0);
    expect(report.totals.cases).toEqual({ pass: 5, fail: 0, inconclusive: 0 });
    expect(new Set(Object.values(failed).flat())).toEqual(new Set());
    const findings = report.cases.map((one) => one.findings);
    for (const other of findings.slice(1)) expect(other).toEqual(findings[0]);
  });

  test('passes from standard input', async () => {
    const { code, report } = await judge(['-', ...sample.flags], sample.response);
    expect({ code, verdict: report.verdict }).toEqual({ code: 0, verdict: 'pass' });
  });

  test('is judged by another profile when one is named', async () => {
    const { code, report } = await judge([
      inFolder('response.txt'),
      '--profile',
      'saml-app',
      ...sample.flags,
    ]);
    expect({ code, profile: report.cases[0]?.profile.id }).toEqual({ code: 0, profile: 'saml-app' });
  });

  test('is inconclusive without the metadata that holds the keys, and says which flags are missing', async () => {
    const { code, report } = await judge([inFolder('response.txt'), '--now', sampleNow]);
    expect({ code, verdict: report.verdict }).toEqual({ code: 3, verdict: 'inconclusive' });
    const hints = report.notTested.join('\n');
    for (const flag of ['--idp-metadata', '--acs', '--sp-entity-id', '--request-id'])
      expect(hints).toContain(flag);
  });
});

describe('a wrong flag fails just the checks that compare it', () => {
  test.each([
    [
      '--acs',
      'https://sp.example/acs',
      ['identity-center/acs-url', 'response/destination', 'subject/recipient'],
    ],
    ['--sp-entity-id', 'https://sp.example', ['conditions/audience', 'identity-center/issuer-url']],
    ['--request-id', '_another', ['response/in-response-to', 'subject/in-response-to']],
    [
      '--now',
      '2026-11-21T09:00:00Z',
      [
        'assertion/age',
        'conditions/not-on-or-after',
        'response/issue-instant',
        'subject/confirmation-expiry',
      ],
    ],
  ])('%s %s', async (flag, value, checks) => {
    const { code, failed } = await judge([inFolder('response.txt'), ...sample.flags, flag, value]);
    expect({ code, failed }).toEqual({ code: 1, failed: { 'response.txt': checks } });
  });

  test('--idp-metadata of somebody else', async () => {
    const metadata = rawOf(sample.evidence, 'idp-metadata').replaceAll('acme.1kosmos.net', 'other.example');
    const { code, failed } = await judge([
      inFolder('response.txt'),
      ...sample.flags,
      '--idp-metadata',
      await sample.write('other-idp.xml', metadata),
    ]);
    expect(code).toBe(1);
    expect(failed['response.txt']).toEqual(expect.arrayContaining(['assertion/issuer', 'response/issuer']));
  });
});

test('a changed response fails by its signature', async () => {
  const changed = sample.xml.replace('alice.wong@example.com', 'admin@example.com');
  const file = await sample.write('changed.xml', changed);
  const { code, failed } = await judge([file, ...sample.flags]);
  expect(code).toBe(1);
  expect(failed['changed.xml']).toContain('signature/digest');
});

test('metadata is judged by itself, on either side', async () => {
  const sp = await sample.write('sp.xml', rawOf(sample.evidence, 'sp-metadata'));
  const { code, report } = await judge([inFolder('idp.xml'), sp, '--now', sampleNow]);
  expect(code).toBe(0);
  const judged = report.cases.map(
    ({ findings }) => findings.filter(({ outcome }) => outcome === 'pass').length,
  );
  expect(Math.min(...judged)).toBeGreaterThan(3);
});

describe('a saved bundle', () => {
  test('gives the same findings each time, as a folder and as its file, byte for byte', async () => {
    const folderFirst = await judge([inFolder('bundle')]);
    const again = await judge([inFolder('bundle')]);
    const file = await judge([inFolder(join('bundle', 'evidence.json'))]);
    const findings = JSON.stringify(folderFirst.report.cases[0]?.findings);
    expect(folderFirst.code).toBe(0);
    expect(JSON.stringify(again.report.cases[0]?.findings)).toBe(findings);
    expect(JSON.stringify(file.report.cases[0]?.findings)).toBe(findings);
  });

  test('is judged at its own moment unless another is named', async () => {
    const late = await judge([inFolder('bundle'), '--now', '2026-11-21T12:00:00Z']);
    expect(late.code).toBe(1);
    expect(Object.values(late.failed).flat()).toContain('conditions/not-on-or-after');
  });
});

test('the console tells what to mend, and in which field', async () => {
  const { code, stdout } = await runCli([
    'check',
    inFolder('response.txt'),
    ...sample.flags,
    '--sp-entity-id',
    'https://sp.example',
  ]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/FAILED/);
  expect(stdout).toContain('conditions/audience');
  expect(stdout).toContain('https://sp.example');
  expect(stdout).toMatch(/AdminX/);
});

test('a certificate that has expired is a finding with the day, and the field to change', async () => {
  const { change } = expired;
  if (change.on !== 'idp-metadata') throw new Error('The mutation changes something else.');
  const login = makeGenuineLogin({
    now: Date.parse(sampleNow),
    keys: await makeSelftestKeys(Date.parse(sampleNow)),
    initiatedBy: 'sp',
  });
  const file = await sample.write(
    'expired.xml',
    change.apply(rawOf(login.evidence, 'idp-metadata'), login.context),
  );
  const { stdout, stderr } = await runCli(['check', file, '--now', sampleNow]);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/metadata\/idp-certificate-current[\s\S]*2026-11-20[\s\S]*AdminX/);
});

describe('waivers of the configuration', () => {
  const waiver = { check: 'conditions/audience', reason: 'known', owner: 'qa', until: '2026-12-31' };
  const wrong = ['response.txt', '--sp-entity-id', 'https://sp.example', '--profile', 'saml-app'];
  const write = (name: string, waivers: readonly object[]) =>
    sample.write(
      name,
      `export default { integrations: { '1kosmos-aws-iam': {} }, waivers: ${JSON.stringify(waivers)} };`,
    );
  const judgeWith = async (waivers: readonly object[]) => {
    const config = await write(`w${waivers.length}-${JSON.stringify(waivers).length}.config.ts`, waivers);
    const [file = '', ...rest] = wrong;
    return judge([inFolder(file), ...sample.flags, ...rest, '--config', config]);
  };

  test('count in check as they do in run, and are shown', async () => {
    const { code, report } = await judgeWith([waiver]);
    const finding = report.cases[0]?.findings.find(({ check }) => check === waiver.check);
    expect(finding).toMatchObject({ outcome: 'fail', waiver: { reason: 'known', owner: 'qa' } });
    expect({ code, summary: report.cases[0]?.summary }).toEqual({
      code: 0,
      summary: expect.stringContaining('waived: conditions/audience'),
    });
  });

  test.each([
    ['has ended', { until: '2026-11-20' }],
    ['is for an integration', { integration: '1kosmos-aws-iam' }],
    ['is for another check', { check: 'subject/recipient' }],
  ])('do not count when one %s', async (_what, change) => {
    const { code, failed } = await judgeWith([{ ...waiver, ...change }]);
    expect({ code, failed }).toEqual({ code: 1, failed: { 'response.txt': ['conditions/audience'] } });
  });

  test('are taken from the folder’s own configuration without being asked', async () => {
    await mkdir(inFolder('project'));
    await write(join('project', 'countersign.config.ts'), [waiver]);
    const [file = '', ...rest] = wrong;
    const { code } = await runCli(['check', inFolder(file), ...sample.flags, ...rest], {
      cwd: inFolder('project'),
    });
    expect(code).toBe(0);
  });
});
