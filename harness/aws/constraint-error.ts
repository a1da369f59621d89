import type { Range } from './limits.ts';

/** One member of a request that breaks its model's constraint. */
export interface ConstraintFault {
  /** Member name in camelCase, for example `roleArn` or `policyArns.1.member.arn`. */
  readonly member: string;
  /** As sent; `undefined` when it was not. */
  readonly value: string | undefined;
  /** True for a secret, which the text leaves out. */
  readonly hidden?: boolean;
  /** What follows `Member must `. */
  readonly must: string;
}

export interface MemberConstraints {
  readonly required?: boolean;
  readonly length?: Range;
  /** Allowed numbers, for members that are integers. */
  readonly range?: Range;
  /** Pattern as AWS prints it, and the expression that decides. */
  readonly pattern?: { readonly text: string; readonly matches: RegExp };
}

/**
 * AWS's text for requests that break the service model: `2 validation errors detected: Value 'x' at 'roleArn'
 * failed to satisfy constraint: Member must …; Value …`. Source: recorded answers of STS and IAM.
 */
export function constraintMessage(faults: readonly ConstraintFault[]): string {
  const noun = faults.length === 1 ? 'error' : 'errors';
  const each = faults.map(({ member, value, hidden, must }) => {
    const shown = value === undefined ? 'null ' : hidden ? '' : `'${value}' `;
    return `Value ${shown}at '${member}' failed to satisfy constraint: Member must ${must}`;
  });
  return `${faults.length} validation ${noun} detected: ${each.join('; ')}`;
}

/** Every constraint that the value breaks, in the order pattern, length, range. */
export function memberFaults(
  member: string,
  value: string | undefined,
  constraints: MemberConstraints,
): readonly ConstraintFault[] {
  if (value === undefined) return constraints.required ? [{ member, value, must: 'not be null' }] : [];
  const faults: ConstraintFault[] = [];
  const add = (must: string) => faults.push({ member, value, must });
  const { pattern, length, range } = constraints;
  if (pattern && !pattern.matches.test(value)) add(`satisfy regular expression pattern: ${pattern.text}`);
  if (length && value.length < length.min) add(`have length greater than or equal to ${length.min}`);
  if (length && value.length > length.max) add(`have length less than or equal to ${length.max}`);
  if (range && Number(value) < range.min) add(`have value greater than or equal to ${range.min}`);
  if (range && Number(value) > range.max) add(`have value less than or equal to ${range.max}`);
  return faults;
}
