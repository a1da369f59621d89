import type { DecisionRule, RuleId } from './rules.ts';
import { rules } from './rules.ts';
import type { DecisionCase, Refusal, RefusalReason } from './types.ts';

export interface RefusalDetail extends Pick<RefusalReason, 'expected' | 'observed' | 'trust' | 'place'> {
  /** Our sentence about this case; the rule's own, negated by context, when left out. */
  readonly says: string;
  /** Values for the `{name}` places of AWS's text. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Builds the refusal by one rule. The step's name is filled in by the list of steps. */
export function refuse(given: DecisionCase, id: RuleId, detail: RefusalDetail): Refusal {
  const rule: DecisionRule = rules[id];
  const { says, expected, observed, trust, place } = detail;
  const assumption = rule.basis === 'assumed' || rule.assumed !== undefined;
  return {
    granted: false,
    error: {
      code: rule.code,
      httpStatus: rule.httpStatus,
      message: fillMessage(rule.message, given.requestId, detail.values),
    },
    reason: {
      step: '',
      rule: id,
      says,
      source: rule.source,
      basis: rule.basis,
      assumption,
      ...(rule.assumed === undefined ? {} : { assumed: rule.assumed }),
      expected,
      observed,
      ...(trust === undefined ? {} : { trust }),
      ...(place === undefined ? {} : { place }),
    },
  };
}

function fillMessage(message: string, requestId: string, more: RefusalDetail['values']): string {
  if (!message.includes('{')) return message;
  const values: Readonly<Record<string, string | number>> = { requestId, ...more };
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A value in quotes, or a word for its absence; long ones are cut in the middle. */
export function quoted(value: string | undefined): string {
  if (value === undefined) return 'nothing';
  return value.length <= 200 ? `“${value}”` : `“${value.slice(0, 100)}…${value.slice(-95)}”`;
}

/** Several values: `“a” or “b”`, the first few of a long list. */
export function quotedList(values: readonly string[], conjunction = 'or'): string {
  if (values.length === 0) return 'nothing';
  const shown = values.slice(0, 5).map(quoted);
  const more = values.length > 5 ? ` and ${values.length - 5} more` : '';
  return `${shown.join(` ${conjunction} `)}${more}`;
}

/** A difference of time for people: `6 min 10 s`. */
export function spanText(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}

export function instantText(ms: number | undefined): string {
  // Instants come from the caller; one beyond what a date can hold is shown as a number.
  if (ms === undefined) return 'nothing';
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : `${ms} ms`;
}
