import type { ConditionContext } from './context.ts';
import { type Glob, globOf, literalGlob } from './glob.ts';

type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** `${*}`, `${?}`, `${$}`: the character itself. */
  | { readonly kind: 'character'; readonly text: string }
  | { readonly kind: 'variable'; readonly lookup: string; readonly fallback: string | undefined };

/** A value in a policy's condition, ready to be compared. */
export interface PolicyValue {
  /** As written. */
  readonly text: string;
  /** Present when the value must be filled in for each request. */
  readonly parts?: readonly Part[];
  /** The pattern of a value without variables. */
  readonly glob: Glob;
}

const variablePattern = /\$\{([^{}]*)\}/g;
const fallbackPattern = /^(.*?)\s*,\s*'(.*)'$/s;

/**
 * Reads a condition value. Variables count in version 2012-10-17 only, and only for string, ARN and boolean
 * operators. Source: IAM User Guide, "Policy variables".
 */
export function readValue(text: string, withVariables: boolean): PolicyValue {
  if (!withVariables || !text.includes('${')) return { text, glob: globOf(text) };
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(variablePattern)) {
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push(readVariable(match[1] ?? ''));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return { text, parts, glob: globOf(text) };
}

/** The value with its variables filled in; `undefined` when one of them has no value, so that nothing equals it. */
export function fillText(value: PolicyValue, context: ConditionContext): string | undefined {
  if (value.parts === undefined) return value.text;
  const filled = value.parts.map((part) => fillPart(part, context));
  return filled.includes(undefined) ? undefined : filled.join('');
}

/** The value as a pattern: wildcards count where they are written, never where a variable brings them. */
export function fillGlob(value: PolicyValue, context: ConditionContext): Glob | undefined {
  if (value.parts === undefined) return value.glob;
  const globs: Glob[] = [];
  for (const part of value.parts) {
    const text = fillPart(part, context);
    if (text === undefined) return undefined;
    globs.push(part.kind === 'text' ? globOf(text) : literalGlob(text));
  }
  return globs.flat();
}

function readVariable(inner: string): Part {
  if (inner === '*' || inner === '?' || inner === '$') return { kind: 'character', text: inner };
  const match = fallbackPattern.exec(inner);
  const key = match?.[1] ?? inner;
  return { kind: 'variable', lookup: key.trim().toLowerCase(), fallback: match?.[2] };
}

function fillPart(part: Part, context: ConditionContext): string | undefined {
  if (part.kind !== 'variable') return part.text;
  const found = context(part.lookup);
  // A key with several values has none to fill in: see the assumption `variable-of-list`.
  if (found === undefined || found.length !== 1) return part.fallback;
  return found[0];
}
