import { describe, expect, it } from 'vitest';
import { painter } from '../../reports/terminal.ts';
import { writeConsole, writeRelease } from './console.ts';
import { libraries } from './libraries.ts';
import { notTried, open, proved } from './proof.test-data.ts';

const plain = painter(false);
const write = (...verdicts: Parameters<typeof writeConsole>[0]) => writeConsole(verdicts, [], plain);

describe('the table in the console', () => {
  it('has a line for each pair, with what found the flaw and how many alarms there are', () => {
    const [head, row, ...rest] = write(proved).split('\n');
    expect(head).toMatch(
      /^ {2}library +flawed +fixed +advisory +flaw found by +alarms on the fixed release$/,
    );
    expect(row).toMatch(
      /^✓ some-library +1\.0\.0 +1\.0\.1 +CVE-2099-1 +wrapping\/xsw1 and 1 more +0 \(1 explained\)$/,
    );
    expect(rest.join('\n')).toContain('1 of 1 flawed releases were found out');
    expect(rest.join('\n')).not.toContain('time/expired');
  });

  it('tells of a pair that is not proved what is missing, and of each alarm what happened', () => {
    const text = write(proved, open);
    expect(text).toMatch(/^✗ some-library +1\.0\.0 +1\.0\.0, xml-library 2\.0\.0 +CVE-2099-1 +none +1$/m);
    expect(text).toContain('No attack shows that the flawed release takes anything.');
    expect(text).toContain('Others felled it alone: parser/doctype');
    expect(text).toContain('fell time/expired: "ann" was logged in.');
    expect(text).toContain('1 unexplained alarm on fixed releases, 1 explained');
  });

  it('says why a release could not be tried', () => {
    const text = write(notTried);
    expect(text).toMatch(/^✗ .*not tried +not tried$/m);
    expect(text).toContain('not tried: 1.0.0: Node 99 cannot start it: no such digest');
  });

  it('names what the data of exceptions has too much', () => {
    const idle = ['No alarm needs the exception of some-library for time/expired.'];
    expect(writeConsole([proved], idle, plain)).toContain(idle[0]);
  });
});

describe('one release in the console', () => {
  const [library] = libraries;
  if (library === undefined) throw new Error('There is no library.');
  const release = { version: '1.0.0', overrides: { 'xml-library': '2.0.0' } };

  it('that could not be tried says why', () => {
    const text = writeRelease({ library, release, tried: 'It is not there.', unfounded: [] }, plain);
    expect(text).toBe(`${library.name} 1.0.0 with xml-library 2.0.0: not tried. It is not there.\n`);
  });
});
