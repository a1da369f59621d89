import { describe, expect, it } from 'vitest';
import type { Evidence } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import { verdictOf } from './verdict.ts';

const evidence: Evidence = {
  schema: 'countersign/evidence/1',
  flow: 'sp-initiated',
  targets: [],
  capturedAt: '2026-03-14T09:26:53.000Z',
  clockSkewMs: 0,
  artifacts: { response: { state: 'missing', why: 'It did not come.' } },
  steps: [],
  screenshots: [],
  notes: [],
};
const waiver = { reason: 'Agreed.', owner: 'Ann', until: '2027-01-01' };

function finding(check: string, outcome: Finding['outcome'], parts: Partial<Finding> = {}): Finding {
  const words = { title: 'T', message: 'M', refs: [] };
  return { check, outcome, severity: 'error', judges: 'idp', ...words, ...parts };
}

const pass = finding('a/pass', 'pass');
const expectFailed = [{ check: 'a/arranged', reason: 'The case arranges it.' }];
const verdict = (findings: readonly Finding[], expected: typeof expectFailed = [], seen = evidence) =>
  verdictOf(seen, findings, expected);

describe('verdictOf', () => {
  it('passes when everything that could be judged holds', () => {
    expect(verdict([pass, finding('a/none', 'not-applicable')])).toEqual({
      verdict: 'pass',
      summary: '1 check holds.',
    });
  });

  it('fails on a finding of severity error, and counts a check once', () => {
    expect(verdict([pass, finding('a/x', 'fail'), finding('a/x', 'fail')])).toEqual({
      verdict: 'fail',
      summary: '1 check does not hold: a/x.',
    });
  });

  it.each(['warning', 'info'] as const)('is not turned red by a %s', (severity) => {
    const { verdict: given, summary } = verdict([pass, finding('a/x', 'fail', { severity })]);
    expect(given).toBe('pass');
    expect(summary).toContain('a/x');
  });

  it('is not turned red by what was waived, and says so', () => {
    expect(verdict([pass, finding('a/x', 'fail', { waiver })])).toEqual({
      verdict: 'pass',
      summary: '1 check holds; waived: a/x.',
    });
  });

  it('passes when just the arranged failure came', () => {
    expect(verdict([pass, finding('a/arranged', 'fail')], expectFailed).verdict).toBe('pass');
  });

  it('counts an arranged failure of any severity as come', () => {
    const arranged = finding('a/arranged', 'fail', { severity: 'warning' });
    expect(verdict([pass, arranged], expectFailed).verdict).toBe('pass');
  });

  it.each(['pass', 'not-applicable'] as const)(
    'fails when the arranged failure did not come: %s',
    (outcome) => {
      expect(verdict([pass, finding('a/arranged', outcome)], expectFailed)).toEqual({
        verdict: 'fail',
        summary: 'a/arranged had to fail, and did not.',
      });
    },
  );

  it('fails when the arranged failure is of a check that did not run at all', () => {
    expect(verdict([pass], expectFailed).verdict).toBe('fail');
  });

  it('is inconclusive when the arranged failure could not be judged', () => {
    const { verdict: given } = verdict([pass, finding('a/arranged', 'not-seen')], expectFailed);
    expect(given).toBe('inconclusive');
  });

  it('fails on another failure beside the arranged one', () => {
    const findings = [finding('a/arranged', 'fail'), finding('a/x', 'fail')];
    expect(verdict(findings, expectFailed).summary).toBe('1 check does not hold: a/x.');
  });

  it('is inconclusive when the journey broke off, even where an arranged failure did not come', () => {
    const broken = { ...evidence, brokeOff: { step: 'Arrive', why: 'No page came.' } };
    expect(verdict([pass], expectFailed, broken)).toEqual({
      verdict: 'inconclusive',
      summary: 'The journey broke off at "Arrive": No page came.',
    });
    expect(verdict([finding('a/x', 'fail')], [], broken).verdict).toBe('fail');
  });

  it('is inconclusive on a defect of ours', () => {
    expect(verdict([pass, finding('a/x', 'error')]).verdict).toBe('inconclusive');
  });

  it.each([[[]], [[finding('a/x', 'not-applicable'), finding('a/y', 'not-seen')]]])(
    'is inconclusive when nothing was judged',
    (findings) => {
      expect(verdict(findings)).toEqual({ verdict: 'inconclusive', summary: 'Nothing could be judged.' });
    },
  );

  it('is inconclusive when something that counts was looked for and not seen', () => {
    const where = { artifact: 'response', path: '/' } as const;
    expect(verdict([pass, finding('a/x', 'not-seen', { where })])).toEqual({
      verdict: 'inconclusive',
      summary: '1 check could not be judged for want of response.',
    });
    expect(verdict([pass, finding('a/x', 'not-seen', { where, severity: 'info' })]).verdict).toBe('pass');
  });

  it('passes when an artifact was never looked for', () => {
    const where = { artifact: 'phone', path: '/' } as const;
    expect(verdict([pass, finding('a/x', 'not-seen', { where })]).verdict).toBe('pass');
  });
});
