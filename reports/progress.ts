import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type {
  FullConfig,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
} from 'playwright/types/testReporter';
import type { CaseReport } from '../harness/model/report.ts';
import { type Hue, type Paint, painter, wantsColour, wrap } from './terminal.ts';
import { count, showDuration, visible, visibleLine } from './text.ts';

/** Where progress is told: standard error, or what a test gives in its place. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface ProgressOptions {
  readonly stream?: ProgressStream;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

type Ending = 'passed' | 'failed' | 'inconclusive' | 'left out';

const looks: Readonly<Record<Ending, { readonly mark: string; readonly hue: Hue }>> = {
  passed: { mark: '✓', hue: 'green' },
  failed: { mark: '✗', hue: 'red' },
  inconclusive: { mark: '?', hue: 'yellow' },
  'left out': { mark: '–', hue: 'dim' },
};
const shownLines = 6;
const eraseLine = '\r\u001b[2K';

/** Tells on standard error how the runner gets on: a line for each case that ended, a live count on a terminal. */
export default class ProgressReporter implements Reporter {
  readonly #stream: ProgressStream;
  readonly #paint: Paint;
  readonly #live: boolean;
  readonly #running = new Set<TestCase>();
  readonly #counts: Record<Ending, number> = { passed: 0, failed: 0, inconclusive: 0, 'left out': 0 };
  #total = 0;

  constructor({ stream = process.stderr, environment = process.env }: ProgressOptions = {}) {
    this.#stream = stream;
    this.#paint = painter(wantsColour(stream, environment));
    this.#live = stream.isTTY === true && environment.TERM !== 'dumb';
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#total = suite.allTests().length;
    const cases = count(this.#total, 'case');
    this.#tell([`Running ${cases}, ${count(Math.min(config.workers, this.#total), 'browser')} at a time.`]);
  }

  onTestBegin(test: TestCase): void {
    this.#running.add(test);
    this.#tell([]);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const report = result.status === 'passed' ? undefined : attachedReport(result);
    const ending = endingOf(result, report);
    this.#running.delete(test);
    this.#counts[ending] += 1;
    const { mark, hue } = looks[ending];
    const place = `${String(this.#done()).padStart(String(this.#total).length)}/${this.#total}`;
    const time = ending === 'left out' ? 'not finished' : showDuration(result.duration);
    const line = `${this.#paint(mark, hue)} ${place} ${visibleLine(`${integrationOf(test)}: ${test.title}`)} ${this.#paint(`(${time})`, 'dim')}`;
    const why = ending === 'failed' || ending === 'inconclusive' ? explain(test, result, report) : [];
    this.#tell([line, ...why.flatMap((text) => wrap(text, this.#width(), '    '))]);
  }

  /** A fault outside of every case, such as a suite that cannot be loaded. */
  onError(error: TestError): void {
    const [first = 'The runner failed without a reason.', ...rest] = firstLines(error);
    this.#tell([
      `${this.#paint(looks.failed.mark, 'red')} ${first}`,
      ...rest.flatMap((text) => wrap(text, this.#width(), '    ')),
    ]);
  }

  onStdOut(chunk: string | Buffer): void {
    this.#tell([visible(String(chunk)).trimEnd()]);
  }

  onStdErr(chunk: string | Buffer): void {
    this.onStdOut(chunk);
  }

  onEnd(): void {
    this.#running.clear();
    this.#tell([]);
  }

  /** So that the runner adds no reporter of its own. */
  printsToStdio(): boolean {
    return true;
  }

  #done(): number {
    return Object.values(this.#counts).reduce((so, amount) => so + amount, 0);
  }

  /** A terminal that does not know its width says 0. */
  #width(): number {
    return Math.max(this.#stream.columns || 100, 40);
  }

  /** Writes lines above the live count, and the count anew. */
  #tell(lines: readonly string[]): void {
    const written = lines.map((line) => `${line}\n`).join('');
    const text = this.#live ? `${eraseLine}${written}${this.#count()}` : written;
    if (text !== '') this.#stream.write(text);
  }

  #count(): string {
    if (this.#running.size === 0) return '';
    const failed = this.#counts.failed === 0 ? '' : `, ${this.#counts.failed} failed`;
    const titles = [...this.#running].map(({ title }) => visibleLine(title)).join(' · ');
    const text = `${this.#done()} of ${this.#total} done${failed}. Now: ${titles}`;
    // A count that fills the last column would wrap, and the part on the first line could not be erased.
    const characters = [...text];
    const room = this.#width() - 1;
    return this.#paint(characters.length > room ? `${characters.slice(0, room - 1).join('')}…` : text, 'dim');
  }
}

function integrationOf(test: TestCase): string {
  return idOf(test)?.split('/')[0] ?? test.parent.project()?.name ?? '';
}

/** `integration/case`. */
function idOf({ annotations }: TestCase): string | undefined {
  return annotations.find(({ type }) => type === 'case')?.description;
}

/** The case's report, which the suites attach as soon as the case is judged. */
function attachedReport({ attachments }: TestResult): CaseReport | undefined {
  const attached = attachments.find(({ name }) => name === 'case.json');
  try {
    const body = attached?.path === undefined ? attached?.body : readFileSync(attached.path);
    return body && (JSON.parse(body.toString('utf8')) as CaseReport); // written by our own suites
  } catch {
    return undefined; // the worker ended while it wrote
  }
}

function endingOf({ status }: TestResult, report: CaseReport | undefined): Ending {
  if (status === 'passed') return 'passed';
  if (status === 'skipped' || status === 'interrupted') return 'left out';
  return report?.verdict === 'inconclusive' ? 'inconclusive' : 'failed';
}

/** Why a case did not pass: the judge's sentence; the first lines of the error where it never came to be judged. */
function explain(test: TestCase, result: TestResult, report: CaseReport | undefined): readonly string[] {
  const judged = report !== undefined && report.verdict !== 'pass';
  const reasons = judged ? [visibleLine(report.summary)] : result.errors.flatMap(firstLines);
  return [...(idOf(test) === undefined ? [] : [visibleLine(`Case ${idOf(test)}`)]), ...reasons];
}

function firstLines({ message, value }: TestError): readonly string[] {
  // The runner colours its messages.
  return stripVTControlCharacters(message ?? value ?? '')
    .split(/\r\n|[\r\n]/)
    .filter((line) => line.trim() !== '')
    .slice(0, shownLines)
    .map((line) => visibleLine(line.trim()));
}
