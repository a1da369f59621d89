import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usage } from './options.ts';
import { notTried, open, proved } from './proof.test-data.ts';
import { fillPage } from './write-page.ts';

const page = await readFile(join(import.meta.dirname, '../../docs/refusals-proof.md'), 'utf8');
const bare = 'Before.\n<!-- table of the last run -->\nold\n<!-- end of the table -->\nAfter.\n';

describe('the page about the proof', () => {
  it('gets the table between its marks, again and again', () => {
    const once = fillPage(bare, [proved, open], 300);
    expect(once).toMatch(/^Before\.\n/);
    expect(once).toMatch(/\nAfter\.\n$/);
    expect(once).not.toContain('old');
    expect(fillPage(once, [proved, open], 300)).toBe(once);
  });

  it('shows each pair, and each explanation with the place in the code', () => {
    const text = fillPage(bare, [proved, open, notTried], 300);
    expect(text).toContain('300 attacks, tried with Node');
    expect(text).toContain(
      '| `some-library` | 1.0.0 | 1.0.1 | CVE-2099-1 | takes anything | `wrapping/xsw1`, `wrapping/xsw2` | `parser/doctype` | 0 unexplained, 1 explained |',
    );
    expect(text).toContain('1 unexplained: `time/expired`, 0 explained');
    expect(text).toContain('not tried: 1.0.0: Node 99 cannot start it');
    expect(text).toContain(
      '### some-library 1.0.1\n\n- `time/expired`: It reads no times. (`some-library/index.js:7`)',
    );
  });

  it('must have the marks', () => {
    expect(() => fillPage('No marks.', [proved], 1)).toThrow(/no place for the table/);
    expect(fillPage(page, [proved], 1)).toContain('wrapping/xsw1');
  });

  it('names each option, and none that there is not', () => {
    const named = new Set([...page.matchAll(/^\| `(--[a-z-]+)/gm)].map(([, option]) => option));
    const options = [...usage.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option);
    expect([...named].sort()).toEqual(options.filter((option) => option !== '--help').sort());
  });
});
