import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cases } from '../../suites/1kosmos-identity-center/cases.ts';
import { makeLogin } from '../../suites/1kosmos-identity-center/make-login.ts';
import { describeParties } from '../../suites/1kosmos-identity-center/parties.ts';
import { startBench } from '../../suites/support/bench.ts';
import { checks } from '../checks/index.ts';
import { configSchema } from '../config/schema.ts';
import { judge } from '../judge/judge.ts';
import { resolveProfile } from '../judge/resolve-profile.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { profiles } from '../profiles/index.ts';
import { paceMs } from '../stack/pace.test-helper.ts';
import { runCli, timeCli } from './cli-tester.ts';
import { rawOf } from './sample-files.ts';

let folder = '';
const inFolder = (name: string) => join(folder, name);
/** What our own recording of the same logins kept, by case. */
const recorded = new Map<string, Evidence>();
const names = ['success-groups-sp', 'success-groups-idp'];

/** A browser whose contexts also save what they did as an HTTP archive, in Playwright's own way. */
function withHar(browser: Browser, path: string): Browser {
  return new Proxy(browser, {
    get: (target, key) => {
      if (key === 'newContext')
        return (options: BrowserContextOptions = {}) =>
          target.newContext({ ...options, recordHar: { path, content: 'embed' } });
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-har-'));
  const config = configSchema.parse({ integrations: { '1kosmos-identity-center': {} } }).integrations;
  const own = config['1kosmos-identity-center'];
  if (own === undefined) throw new Error('The defaults have no such integration.');
  const parties = describeParties(own);
  await using bench = await startBench(parties.parts, { headed: false });
  for (const name of names) {
    const one = cases.find(({ id }) => id === name);
    if (one === undefined) throw new Error(`There is no case ${name}.`);
    const browser = withHar(bench.browser, inFolder(`${name}.har`));
    const { evidence } = await makeLogin(one, { ...bench, browser }, parties);
    recorded.set(name, evidence);
    await writeFile(inFolder(`${name}.xml`), rawOf(evidence, 'idp-metadata'));
  }
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function judgeHar(
  file: string,
  ...args: readonly string[]
): Promise<{ code: number | null; report: Report; stdout: string }> {
  const { code, stdout, stderr } = await runCli(['check', file, ...args, '--json']);
  expect(stderr).toBe('');
  return { code, stdout, report: JSON.parse(stdout) as Report };
}

const keyOf = ({ check, outcome }: Finding) => `${check} ${outcome}`;
const outcomesIn = (report: Report, index = 0) =>
  (report.cases[index]?.findings ?? []).filter(({ outcome }) => /^(pass|fail)$/.test(outcome)).map(keyOf);
const failuresIn = (report: Report) =>
  report.cases.map(({ findings }) =>
    findings.filter(({ outcome }) => outcome === 'fail').map(({ check }) => check),
  );

/** The parts of an HTTP archive that the tests change. */
interface Har {
  log: { entries: HarEntry[] };
}
interface HarEntry {
  startedDateTime: string;
  _resourceType?: string;
  request: {
    method: string;
    url: string;
    headers: { name: string; value: string }[];
    postData?: { mimeType: string; text?: string; params?: { name: string; value: string }[] };
  };
  response: {
    status: number;
    headers: { name: string; value: string }[];
    content: { mimeType: string; text?: string; encoding?: string };
  };
}

const read = async (name: string) => JSON.parse(await readFile(inFolder(`${name}.har`), 'utf8')) as Har;

/** Saves a changed copy of a recorded archive. */
async function rewrite(name: string, as: string, change: (entry: HarEntry) => void): Promise<string> {
  const har = await read(name);
  har.log.entries.forEach(change);
  return save(as, har);
}

async function save(name: string, content: unknown): Promise<string> {
  await writeFile(inFolder(name), typeof content === 'string' ? content : JSON.stringify(content));
  return inFolder(name);
}

describe.each(names)('a HAR of %s, as Playwright records it', (name) => {
  test('is judged as our own recording of the same login is, as far as it shows the same', async () => {
    const { code, report } = await judgeHar(
      inFolder(`${name}.har`),
      '--idp-metadata',
      inFolder(`${name}.xml`),
    );
    const evidence = recorded.get(name);
    if (evidence === undefined) throw new Error('There was no such login.');
    const ours = judge(evidence, { checks, profile: resolveProfile('aws-identity-center', profiles) });
    const theirs = outcomesIn(report);
    expect(theirs.length).toBeGreaterThan(90);
    expect(theirs.filter((one) => !ours.map(keyOf).includes(one))).toEqual([]);
    // What is left out needs something that no archive has, or a value that nobody typed in.
    const beyond = ['phone', 'portal', 'outcome', 'replays', 'setup', 'sp-metadata'];
    const missed = ours.filter(
      ({ check, outcome }) =>
        outcome === 'pass' && !theirs.includes(`${check} pass`) && !check.startsWith('transport/form-'), // the page that posts by itself is gone before Playwright reads it
    );
    for (const { check } of missed) {
      const definition = checks.find(({ id }) => id === check);
      const artifacts = [...(definition?.needs ?? []), ...(definition?.uses ?? [])];
      expect(
        artifacts.filter((one) => beyond.includes(one)),
        check,
      ).not.toEqual([]);
    }
    expect(code).toBe(0);
  });

  test('without metadata has no key to verify with, so nothing is certain', async () => {
    const { code, report } = await judgeHar(inFolder(`${name}.har`));
    expect({ code, failed: failuresIn(report) }).toEqual({ code: 3, failed: [[]] });
    expect(report.notTested.join('\n')).toContain('--idp-metadata');
  });
});

describe('other browsers’ archives of the same login give the same findings', () => {
  const name = 'success-groups-sp';
  let usual: readonly string[] = [];
  const metadata = () => ['--idp-metadata', inFolder(`${name}.xml`)];
  beforeAll(async () => {
    usual = outcomesIn((await judgeHar(inFolder(`${name}.har`), ...metadata())).report);
  });

  const local = (instant: string) =>
    new Date(Date.parse(instant) + 3_600_000).toISOString().replace('Z', '+01:00');
  const base64 = (entry: HarEntry) => {
    const { content } = entry.response;
    if (content.text === undefined || content.encoding === 'base64') return;
    content.text = Buffer.from(content.text).toString('base64');
    content.encoding = 'base64';
  };

  test.each([
    [
      'Firefox: local time, no kinds of resources, headers before a posted body',
      (entry: HarEntry) => {
        entry.startedDateTime = local(entry.startedDateTime);
        delete entry._resourceType;
        const { postData } = entry.request;
        if (postData?.text !== undefined)
          postData.text = `Content-Type: ${postData.mimeType}\r\nContent-Length: ${postData.text.length}\r\n\r\n${postData.text}`;
      },
    ],
    [
      'Chrome: HTTP/2’s own fields, capital letters, posted fields as parameters as sent, bodies in base64',
      (entry: HarEntry) => {
        const { request } = entry;
        request.headers.unshift({ name: ':authority', value: new URL(request.url).host });
        for (const header of request.headers)
          header.name = header.name.replace(/^\w/, (one) => one.toUpperCase());
        base64(entry);
        if (request.postData?.text === undefined) return;
        request.postData.params = request.postData.text.split('&').map((part) => {
          const [field = '', value = ''] = part.split('=');
          return { name: field, value };
        });
        delete request.postData.text;
      },
    ],
    [
      'another tool: posted fields as decoded parameters, no content type among the headers',
      ({ request }: HarEntry) => {
        if (request.postData?.text === undefined || !request.postData.mimeType.includes('form')) return;
        const fields = [...new URLSearchParams(request.postData.text)];
        request.postData.params = fields.map(([field, value]) => ({ name: field, value }));
        delete request.postData.text;
        request.headers = request.headers.filter(({ name: one }) => one.toLowerCase() !== 'content-type');
      },
    ],
  ])('%s', async (_what, change) => {
    const { report } = await judgeHar(await rewrite(name, 'other.har', change), ...metadata());
    expect(outcomesIn(report)).toEqual(usual);
  });

  test('one without cookies, as Chrome saves it by default, fails nothing and passes no check of cookies', async () => {
    const secret = /^(cookie|set-cookie|authorization)$/i;
    const file = await rewrite(name, 'sanitized.har', ({ request, response }) => {
      request.headers = request.headers.filter(({ name: one }) => !secret.test(one));
      response.headers = response.headers.filter(({ name: one }) => !secret.test(one));
    });
    const { report } = await judgeHar(file, ...metadata());
    expect(failuresIn(report)).toEqual([[]]);
    expect(outcomesIn(report).filter((one) => one.includes('cookie'))).toEqual([]);
    expect(usual).toContain('transport/cookie-secure pass');
  });

  test('a post that was not kept is made up for by the page that held the form', async () => {
    const har = await read(name);
    const at = har.log.entries.findIndex(({ request }) => request.postData?.text?.includes('SAMLResponse='));
    const post = har.log.entries[at];
    const page = har.log.entries.slice(0, at).findLast(({ _resourceType }) => _resourceType === 'document');
    if (post === undefined || page === undefined) throw new Error('The response was not posted from a page.');
    const message = new URLSearchParams(post.request.postData?.text).get('SAMLResponse');
    page.response.content.text = `<form method="post"><input type="hidden" name="SAMLResponse" value="${message}"></form>`;
    delete post.request.postData;
    const file = await save('lost.har', har);
    const { report } = await judgeHar(file, ...metadata());
    expect(outcomesIn(report)).toContain('signature/digest pass');
    expect(outcomesIn(report).filter((one) => one.startsWith('transport/relay-state'))).toEqual([]);
  });
});

describe('what is wrong in the traffic is found', () => {
  const name = 'success-groups-sp';
  test.each([
    [
      'a cookie without Secure',
      ({ response }: HarEntry) => {
        for (const header of response.headers) header.value = header.value.replace(/; Secure/i, '');
      },
      'transport/cookie-secure',
    ],
    [
      'a RelayState that came back changed',
      ({ request: { postData } }: HarEntry) => {
        if (postData?.text?.includes('SAMLResponse'))
          postData.text = postData.text.replace('RelayState=', '$&x');
      },
      'transport/relay-state-returned',
    ],
    [
      'a redirect without TLS',
      ({ response }: HarEntry) => {
        for (const header of response.headers)
          if (header.name.toLowerCase() === 'location')
            header.value = header.value.replace('https://', 'http://');
      },
      'transport/downgrade',
    ],
  ])('%s', async (_what, change, check) => {
    const { report } = await judgeHar(
      await rewrite(name, 'wrong.har', change),
      '--idp-metadata',
      inFolder(`${name}.xml`),
    );
    expect(failuresIn(report)[0]).toContain(check);
  });
});

describe('an archive of several logins', () => {
  let file = '';
  beforeAll(async () => {
    const both = await Promise.all(names.map(read));
    const logout = structuredClone(both[0]?.log.entries[0]);
    if (logout === undefined) throw new Error('Nothing was recorded.');
    const message = Buffer.from('<samlp:LogoutResponse xmlns:samlp="x"/>').toString('base64');
    logout.request.url = `https://sp.example/slo?SAMLResponse=${encodeURIComponent(message)}`;
    file = await save('both.har', { log: { entries: [logout, ...both.flatMap(({ log }) => log.entries)] } });
  });

  test('is judged login by login; messages of a logout are none', async () => {
    const { code, report } = await judgeHar(file, '--idp-metadata', inFolder(`${names[0]}.xml`));
    expect({ code, cases: report.cases.map((one) => one.case) }).toEqual({
      code: 0,
      cases: ['both.har, login 1 of 2', 'both.har, login 2 of 2'],
    });
    const asked = report.cases.map(({ messages }) => messages.some(({ artifact }) => artifact === 'request'));
    expect(asked).toEqual([true, false]);
  });

  test('gives just the one that was asked for', async () => {
    const { report } = await judgeHar(file, '--login', '2');
    expect(report.cases.map((one) => one.case)).toEqual(['both.har, login 2 of 2']);
  });

  test.each([
    [() => file, '3', /holds 2 logins: there is no login 3\.\nNext: /],
    [() => inFolder(`${names[0]}.xml`), '2', /is no HTTP archive/],
  ])('has no login that is not there', async (from, login, message) => {
    const { code, stderr } = await runCli(['check', from(), '--login', login]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(message) });
  });
});

test('no cookie, password or token of an archive reaches the report', async () => {
  const secrets = ['s3cret-cookie-1', 's3cret-password-2', 's3cret-token-3', 's3cret-json-4'];
  const [cookie, password, token, inJson] = secrets;
  const file = await rewrite('success-groups-sp', 'secrets.har', ({ request, response }) => {
    request.headers.push({ name: 'Cookie', value: `session=${cookie}` });
    request.headers.push({ name: 'Authorization', value: `Bearer ${token}` });
    response.headers.push({ name: 'Set-Cookie', value: `session=${cookie}; Path=/` });
    if (request.url.includes('?')) request.url += `&access_token=${token}`;
    if (request.postData?.text !== undefined) request.postData.text += `&password=${password}`;
    response.content.text = `${response.content.text ?? ''}<!-- {"password":"${inJson}"} -->`;
  });
  const { stdout, report } = await judgeHar(file);
  expect(report.cases[0]?.sequence.length).toBeGreaterThan(4);
  for (const secret of secrets) expect(stdout).not.toContain(secret);
});

describe('what is no archive that can be read is one sentence and a next step', () => {
  const entry = {
    startedDateTime: '2026-11-21T08:00:00Z',
    request: { method: 'GET', url: 'https://a.example/' },
    response: { status: 200 },
  };
  test.each([
    ['one that breaks off', '{"log":{"entries":[', /is not JSON/],
    ['one without a log', '{"log":null}', /HAR 1\.2.*: log: /],
    ['one without entries', '{"log":{"version":"1.2"}}', /HAR 1\.2.*: log\.entries: /],
    ['one with no entry', '{"log":{"entries":[]}}', /without a single request/],
    [
      'an entry without a request',
      { log: { entries: [entry, { ...entry, request: undefined }] } },
      /log\.entries\.1\.request/,
    ],
    [
      'an entry at no time',
      { log: { entries: [{ ...entry, startedDateTime: 'soon' }] } },
      /log\.entries\.0\.startedDateTime: a time/,
    ],
    ['traffic without SAML', { log: { entries: [entry] } }, /1 requests, and none has a SAMLRequest/],
  ])('%s', async (_what, content, message) => {
    const { code, stdout, stderr } = await runCli(['check', await save('broken.har', content)]);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(message),
    });
    expect(stderr).toMatch(/\nNext: /);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test.each([
    ['60 MB that break off', () => `{"log":{"entries":["${'x'.repeat(60_000_000)}`],
    ['60 MB in one body', () => ({ log: { entries: [{ ...entry, comment: 'x'.repeat(60_000_000) }] } })],
    [
      '30 MB of small entries',
      () => {
        const one = JSON.stringify({ ...entry, comment: 'x'.repeat(500) });
        return `{"log":{"entries":[${`${one},`.repeat(45_000)}${one}]}}`;
      },
    ],
  ])('%s, within a second more than a small one', async (_what, make) => {
    const paces = [paceMs()];
    const small = await timeCli(['check', await save('small.har', { log: { entries: [entry] } })]);
    paces.push(paceMs());
    const large = await timeCli(['check', await save('large.har', make())]);
    paces.push(paceMs());
    expect({ code: large.code, stdout: large.stdout }).toEqual({ code: 2, stdout: '' });
    expect(large.stderr).toMatch(/\nNext: /);
    const pace = paces.reduce((sum, one) => sum + one, 0) / paces.length;
    expect((large.cpuMs - small.cpuMs) / pace).toBeLessThan(25);
  });
});
