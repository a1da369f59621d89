import type { Report } from '../harness/model/report.ts';
import { type HtmlOptions, writeHtml } from './html/write-html.ts';
import { writeJson } from './json.ts';
import { writeJunit } from './junit.ts';
import { writeMarkdown } from './markdown.ts';

/** One form of the report as a file. */
export interface ReportFile {
  /** Relative to the report folder. */
  readonly file: string;
  readonly write: (report: Report, options: HtmlOptions) => string;
}

/** Every file that a run leaves, all made from the one report document. */
export const writers: readonly ReportFile[] = [
  { file: 'results.json', write: writeJson },
  { file: 'report.html', write: writeHtml },
  { file: 'junit.xml', write: writeJunit },
  { file: 'summary.md', write: writeMarkdown },
];

export { type ConsoleOptions, writeConsole } from './console.ts';
export { wantsColour } from './terminal.ts';
export { type HtmlOptions, writeHtml, writeJson, writeJunit, writeMarkdown };
