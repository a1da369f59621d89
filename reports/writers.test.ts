import { createHash } from 'node:crypto';
import { stripVTControlCharacters } from 'node:util';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../harness/model/finding.ts';
import type { Report } from '../harness/model/report.ts';
import { writeConsole } from './console.ts';
import { writeHtml } from './html/write-html.ts';
import { writeJunit } from './junit.ts';
import { writeMarkdown } from './markdown.ts';
import { sampleReport } from './sample.test-data.ts';

const noImages = { loadImage: () => undefined };
const dangerous = '</script><img src=x onerror=alert(1)>\u001b[31m\u0000\ufffe|`*_[x](javascript:y)"\'&';

/** The sample with a hostile string in everything that can come from a target. */
function poisoned(hostile = dangerous): Report {
  const text = JSON.stringify(sampleReport(), (key, value) =>
    ['observed', 'message', 'summary', 'snippet', 'label', 'detail', 'xml', 'title'].includes(key) &&
    typeof value === 'string'
      ? `${value} ${hostile}`
      : value,
  );
  return JSON.parse(text) as Report; // the sample, with other strings
}

test('the console has no escape sequence without colour, and stays within its width', () => {
  const text = writeConsole(poisoned(), { colour: false, width: 80 });
  expect(text).not.toContain('\u001b');
  expect(text).not.toContain('\u0000');
  expect(writeConsole(sampleReport(), { colour: true, width: 80 })).toContain('\u001b[');
  for (const report of [sampleReport(), poisoned(), poisoned('y'.repeat(5_000)), widened()])
    for (const width of [40, 80, 120])
      for (const line of writeConsole(report, { colour: false, width }).split('\n'))
        expect([...line].length, line).toBeLessThanOrEqual(width);
});

/** Names longer than a terminal's line. */
function widened(): Report {
  const long = 'a-very-long-name-'.repeat(12);
  const cases = sampleReport().cases.map((one) => ({
    ...one,
    integration: long,
    findings: one.findings.map((finding) => ({ ...finding, check: `${finding.check}${long}` })),
  }));
  return { ...sampleReport(), cases };
}

test('the console says the same with colours as without', () => {
  const plain = (colour: boolean) =>
    stripVTControlCharacters(writeConsole(sampleReport(), { colour, width: 80 }));
  expect(plain(true)).toBe(plain(false));
});

test('a check that fails twice in a case names the case once, in every summary', () => {
  const sample = sampleReport();
  const twice = (findings: readonly Finding[]) =>
    findings.flatMap((one) => (one.check === 'conditions/audience' ? [one, one] : [one]));
  const report = { ...sample, cases: sample.cases.map((one) => ({ ...one, findings: twice(one.findings) })) };
  const name = '1kosmos-identity-center/success-groups-sp';
  expect(writeConsole(report, { colour: false, width: 120 })).not.toContain(`${name}, ${name}`);
  expect(writeMarkdown(report)).not.toContain(`\`${name}\`, \`${name}\``);
  expect(writeHtml(report, noImages)).toContain('In 1 case: ');
  expect(writeHtml(report, noImages)).toContain('success-groups-sp</a> (2 findings)');
});

test('the HTML page runs nothing that came from a target and loads nothing from elsewhere', () => {
  const html = writeHtml(poisoned(), noImages);
  expect(html).not.toContain('<img src=x');
  expect(html).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)="https?:/);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
  expect(policy?.replaceAll('&#39;', "'")).toContain("default-src 'none'");
});

test('the HTML page’s policy names its one style and its one script, and no other', () => {
  const html = writeHtml(poisoned(), noImages);
  expect(html.match(/<script>/g)).toHaveLength(1);
  expect(html.match(/<style>/g)).toHaveLength(1);
  expect(html).not.toMatch(/\s(?:on[a-z]+|style)="/);
  const digest = (text: string | undefined) =>
    createHash('sha256')
      .update(text ?? '')
      .digest('base64');
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1];
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1];
  expect(html).toContain(`script-src &#39;sha256-${digest(script)}&#39;`);
  expect(html).toContain(`style-src &#39;sha256-${digest(style)}&#39;`);
});

test('a very long value does not make the summaries long', () => {
  const report = poisoned('y'.repeat(200_000));
  expect(writeMarkdown(report).length).toBeLessThanOrEqual(60_000);
  expect(writeMarkdown(report)).toContain('cut short');
});

test('JUnit is XML, and its counts are those of the report', () => {
  for (const report of [sampleReport(), poisoned()]) {
    const seen = { testcase: 0, failure: 0, error: 0 };
    const declared: Record<string, string>[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'testcase' || name === 'failure' || name === 'error') seen[name] += 1;
      if (name.startsWith('testsuite')) declared.push(attributes as Record<string, string>); // without namespaces
    });
    parser.write(writeJunit(report)).close();
    const { fail, inconclusive } = report.totals.cases;
    const attacks = (report.refusals ?? []).flatMap(({ results }) => results.map(({ outcome }) => outcome));
    const of = (outcome: string) => attacks.filter((one) => one === outcome).length;
    expect(seen).toEqual({
      testcase: report.cases.length + attacks.length,
      failure: fail + of('fell'),
      error: inconclusive + of('inconclusive'),
    });
    const [whole, ...suites] = declared;
    for (const [key, amount] of [
      ['tests', seen.testcase],
      ['failures', seen.failure],
      ['errors', seen.error],
    ] as const) {
      expect(Number(whole?.[key])).toBe(amount);
      expect(suites.reduce((so, suite) => so + Number(suite[key]), 0)).toBe(amount);
    }
  }
});

test('JUnit is not green for a run that broke off or judged nothing', () => {
  expect(writeJunit({ ...sampleReport(), incomplete: 'Interrupted.' })).toContain('type="incomplete"');
  expect(writeJunit({ ...sampleReport(), cases: [], refusals: [] })).toContain('errors="1"');
});

test('Markdown shows the verdict and keeps hostile text from becoming markup', () => {
  const text = writeMarkdown(poisoned());
  expect(text).not.toContain('<img src=x');
  expect(text).not.toMatch(/(?<!\\)\[x\]\(javascript:/);
  expect(writeMarkdown(sampleReport()).toLowerCase()).toContain('failed');
});

describe('attacks', () => {
  const report = { ...sampleReport(), cases: [], verdict: 'fail' as const };
  const forms = {
    console: writeConsole(report, { colour: false, width: 100 }).replace(/\s+/g, ' '),
    HTML: writeHtml(report).replace(/&#39;|&quot;/g, '"'),
    JUnit: writeJunit(report).replace(/&quot;/g, '"'),
    Markdown: writeMarkdown(report).replace(/\\/g, '').replaceAll('&#64;', '@'),
  };

  test.each(Object.entries(forms))(
    '%s names the fall, who got in, what it means and what to do',
    (_form, text) => {
      expect(text).toContain('signature/wrapped-before-original');
      expect(text).toContain('The victim "bob@example.com" was logged in.');
      expect(text).toContain('The target verifies one assertion and reads names from another part.');
      expect(text).toContain('Read names and attributes only from the bytes that were verified.');
      expect(text).toContain('CVE-2025-47949');
    },
  );

  test.each(Object.entries(forms))('%s says who allowed it and what has no verdict', (_form, text) => {
    expect(text).toContain(
      'Hostile tests were allowed by Dana Fox, payroll owner, in countersign.config.ts.',
    );
    expect(text).toContain('connect ECONNREFUSED');
    expect(text).toContain('The browser cannot send binding/by-put');
  });

  test.each(Object.entries(forms))(
    '%s does not speak of cases where only attacks were made',
    (_form, text) => {
      expect(text).not.toMatch(/No case was judged|No real system was put to the test/);
    },
  );

  test.each(Object.entries(forms))('%s warns of what the standard lets a target take', (_form, text) => {
    expect(text).toContain('time/issue-instant-old');
    expect(text).toContain('SAML sets no age: each target decides how old a message may be.');
    expect(text).toContain('Refuse messages that are older than some minutes.');
    expect(text).toMatch(/warning/i);
  });

  test('a warning is neither a failure nor an error of JUnit', () => {
    const warned = /<testcase[^>]*time\/issue-instant-old[\s\S]*?<\/testcase>/.exec(writeJunit(report))?.[0];
    expect(warned).toContain('<system-err>Warning:');
    expect(warned).not.toMatch(/<(failure|error|skipped)/);
  });

  test('the head says how many attacks a target fell for', () => {
    expect(forms.console).toContain('Payroll (staging) fell for 1 of 5 attacks.');
    expect(forms.JUnit).toContain('failures="1" errors="1" skipped="1"');
  });
});
