import type { Check, Fault } from '../model/check.ts';
import type { Finding, Waiver } from '../model/finding.ts';
import type { ProfileRule } from '../model/profile.ts';
import type { CheckRun } from './run-check.ts';

/**
 * Puts a check's run into words: one finding, or one for each fault. Sources and remedy stand only where somebody has to
 * act: a report holds thousands of findings, and nearly all of them pass.
 */
export function describeRun(
  check: Check,
  run: CheckRun,
  rule: ProfileRule,
  waiver: Waiver | undefined,
): readonly Finding[] {
  const base = { check: check.id, severity: rule.severity, judges: check.judges };
  const { refs, title } = check;
  const fix = rule.fix ?? check.fix;
  switch (run.outcome) {
    case 'pass':
      return [{ ...base, outcome: 'pass', title: title.holds, message: `${title.holds}.`, refs: [] }];
    case 'fail':
      return run.faults.map((fault) => ({
        ...base,
        outcome: 'fail' as const,
        title: title.fails,
        message: fillMessage(check, fault),
        expected: shorten(fault.expected, 400),
        observed: shorten(fault.observed, 400),
        ...(fault.where === undefined ? {} : { where: fault.where }),
        fix,
        refs,
        ...(waiver === undefined ? {} : { waiver }),
      }));
    case 'manual':
      return [{ ...base, outcome: 'manual', title: title.holds, message: run.reason, fix, refs }];
    case 'not-applicable':
      return [{ ...base, outcome: run.outcome, title: title.holds, message: run.reason, refs: [] }];
    case 'not-seen':
    case 'error': {
      const where = run.artifact === undefined ? {} : { where: { artifact: run.artifact, path: '/' } };
      return [{ ...base, outcome: run.outcome, title: title.holds, message: run.reason, ...where, refs: [] }];
    }
  }
}

/** The fault's message with its values in place; a place without a value stays as written. */
export function fillMessage(check: Check, { message, data = {} }: Fault): string {
  const template = check.messages[message] ?? message;
  return template.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(data, name) ? shorten(String(data[name]), 200) : place,
  );
}

/** Long values lose their middle, so that both ends can be compared. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const half = Math.floor((length - 1) / 2);
  return `${text.slice(0, half)}…${text.slice(text.length - half)}`;
}
