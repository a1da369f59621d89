import { visible, visibleLine } from './text.ts';

/** One suite of the document, with its counts. */
export interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly xml: string;
}

export interface SuiteParts extends Omit<Suite, 'xml'> {
  readonly name: string;
  readonly startedAt: string;
  readonly ms: number;
  readonly skipped?: number;
  /** XML of its test cases. */
  readonly body: string;
}

export function writeSuite(suite: SuiteParts): Suite {
  const { name, startedAt, ms, tests, failures, errors, skipped = 0, body } = suite;
  const xml = `  <testsuite name="${attribute(name)}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}" time="${toSeconds(ms)}" timestamp="${attribute(startedAt)}">
${body}
  </testsuite>`;
  return { tests, failures, errors, xml };
}

/** Milliseconds as seconds, for `time`. */
export function toSeconds(ms: number): string {
  return (Number.isFinite(ms) ? Math.max(ms, 0) / 1000 : 0).toFixed(3);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 does not know are shown as their code points, so that the document stays well-formed. */
export function text(value: string): string {
  return visible(value).replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

/** As `text`, on one line. */
export function attribute(value: string): string {
  return text(visibleLine(value));
}
