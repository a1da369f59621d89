import type { ConditionContext } from './context.ts';
import { type Glob, matchesGlob, splitGlob } from './glob.ts';
import { readPolicyDate } from './instants.ts';
import { isInRange } from './ip-ranges.ts';
import { fillGlob, fillText, type PolicyValue } from './values.ts';

/** How one value of the request is compared with one value of the policy; negation is applied outside. */
export interface Operator {
  /** True for the `Not` operators: their condition holds when no value of the policy matches. */
  readonly negated: boolean;
  /** Whether policy variables are filled in. */
  readonly variables: boolean;
  readonly matches: (observed: string, value: PolicyValue, context: ConditionContext) => boolean;
}

type Match = Operator['matches'];

const equals: Match = (observed, value, context) => observed === fillText(value, context);
const equalsIgnoringCase: Match = (observed, value, context) =>
  observed.toLowerCase() === fillText(value, context)?.toLowerCase();
const like: Match = (observed, value, context) => {
  const glob = fillGlob(value, context);
  return glob !== undefined && matchesGlob(observed, glob);
};
const arnLike: Match = (observed, value, context) => {
  const glob = fillGlob(value, context);
  return glob !== undefined && matchesArn(observed, glob);
};

/**
 * Every condition operator of IAM but `Null`, by its exact name.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 */
export const operators = {
  StringEquals: positive(equals, true),
  StringNotEquals: negative(equals, true),
  StringEqualsIgnoreCase: positive(equalsIgnoringCase, true),
  StringNotEqualsIgnoreCase: negative(equalsIgnoringCase, true),
  StringLike: positive(like, true),
  StringNotLike: negative(like, true),
  NumericEquals: positive(compared(readNumber, (order) => order === 0)),
  NumericNotEquals: negative(compared(readNumber, (order) => order === 0)),
  NumericLessThan: positive(compared(readNumber, (order) => order < 0)),
  NumericLessThanEquals: positive(compared(readNumber, (order) => order <= 0)),
  NumericGreaterThan: positive(compared(readNumber, (order) => order > 0)),
  NumericGreaterThanEquals: positive(compared(readNumber, (order) => order >= 0)),
  DateEquals: positive(compared(readPolicyDate, (order) => order === 0)),
  DateNotEquals: negative(compared(readPolicyDate, (order) => order === 0)),
  DateLessThan: positive(compared(readPolicyDate, (order) => order < 0)),
  DateLessThanEquals: positive(compared(readPolicyDate, (order) => order <= 0)),
  DateGreaterThan: positive(compared(readPolicyDate, (order) => order > 0)),
  DateGreaterThanEquals: positive(compared(readPolicyDate, (order) => order >= 0)),
  Bool: positive(sameBoolean, true),
  BinaryEquals: positive(sameBytes),
  IpAddress: positive((observed, { text }) => isInRange(observed, text)),
  NotIpAddress: negative((observed, { text }) => isInRange(observed, text)),
  ArnEquals: positive(arnLike, true),
  ArnLike: positive(arnLike, true),
  ArnNotEquals: negative(arnLike, true),
  ArnNotLike: negative(arnLike, true),
} as const satisfies Record<string, Operator>;

export type OperatorName = keyof typeof operators | 'Null';

export function isOperatorName(name: string): name is OperatorName {
  return name === 'Null' || Object.hasOwn(operators, name);
}

function positive(matches: Match, variables = false): Operator {
  return { negated: false, variables, matches };
}

function negative(matches: Match, variables = false): Operator {
  return { negated: true, variables, matches };
}

/** A value that cannot be read as a number or date matches nothing. */
function compared(read: (text: string) => number | undefined, accepts: (order: number) => boolean): Match {
  return (observed, { text }) => {
    const left = read(observed);
    const right = read(text);
    return left !== undefined && right !== undefined && accepts(left - right);
  };
}

function readNumber(text: string): number | undefined {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function sameBoolean(observed: string, value: PolicyValue, context: ConditionContext): boolean {
  const wanted = fillText(value, context)?.toLowerCase();
  return (wanted === 'true' || wanted === 'false') && observed.toLowerCase() === wanted;
}

/** Both sides are base64 of the bytes that are compared. */
function sameBytes(observed: string, { text }: PolicyValue): boolean {
  if (!isBase64(observed) || !isBase64(text)) return false;
  return Buffer.from(observed, 'base64').equals(Buffer.from(text, 'base64'));
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

/** Each of the six parts is matched by itself, so that a `*` never reaches over a colon of the first five. */
function matchesArn(observed: string, glob: Glob): boolean {
  const wanted = splitGlob(glob, 6);
  const [scheme, partition, service, region, account, ...rest] = observed.split(':');
  if (wanted.length !== 6 || rest.length === 0) return false;
  const parts = [scheme, partition, service, region, account, rest.join(':')];
  return parts.every((part, index) => part !== undefined && matchesGlob(part, wanted[index] ?? []));
}
