import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import type { Report } from '../harness/model/report.ts';
import { writeConsole } from './console.ts';
import { writeHtml } from './html/write-html.ts';
import { writeJunit } from './junit.ts';
import { writeMarkdown } from './markdown.ts';
import { sampleReport } from './sample.test-data.ts';

const noImages = { loadImage: () => undefined };
const hostile = '</script><img src=x onerror=alert(1)>\u001b[31m\u0000\ufffe|`*_[x](javascript:y)"\'&';

/** The sample with a hostile string in everything that can come from a target. */
function poisoned(): Report {
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
  for (const line of writeConsole(sampleReport(), { colour: false, width: 80 }).split('\n'))
    expect([...line].length, line).toBeLessThanOrEqual(80);
});

test('the HTML page runs nothing that came from a target and loads nothing from elsewhere', () => {
  const html = writeHtml(poisoned(), noImages);
  expect(html).not.toContain('<img src=x');
  expect(html).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)="https?:/);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
  expect(policy?.replaceAll('&#39;', "'")).toContain("default-src 'none'");
});

test('JUnit is XML, and its counts are those of the report', () => {
  for (const report of [sampleReport(), poisoned()]) {
    const seen = { cases: 0, failures: 0 };
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name }) => {
      if (name === 'testcase') seen.cases += 1;
      if (name === 'failure') seen.failures += 1;
    });
    parser.write(writeJunit(report)).close();
    expect(seen.cases).toBeGreaterThanOrEqual(report.cases.length);
    expect(seen.failures).toBeGreaterThan(0);
  }
});

test('Markdown shows the verdict and keeps hostile text from becoming markup', () => {
  const text = writeMarkdown(poisoned());
  expect(text).not.toContain('<img src=x');
  expect(text).not.toMatch(/(?<!\\)\[x\]\(javascript:/);
  expect(writeMarkdown(sampleReport()).toLowerCase()).toContain('failed');
});
