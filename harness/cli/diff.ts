import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareReports, type Difference } from '../../reports/difference.ts';
import { writeDifference, writeDifferenceMarkdown } from '../../reports/write-difference.ts';
import { CountersignError } from '../model/error.ts';
import type { Report } from '../model/report.ts';
import type { ExitCode } from './exit-code.ts';

export interface DiffOptions {
  readonly format: 'console' | 'json' | 'markdown';
}

const schema: Report['schema'] = 'countersign/report/1';

/**
 * Compares two runs by what fails in them. 1 for new failures only, so that a release is held back by what it brought; 3 when
 * nothing is new but the second run does not know enough to say so.
 */
export async function diff(oldFile: string, newFile: string, { format }: DiffOptions): Promise<ExitCode> {
  const [before, after] = await Promise.all([readReport(oldFile), readReport(newFile)]);
  const difference = compareReports(before, after);
  process.stdout.write(show(difference, format));
  if (difference.fresh.length > 0) return 1;
  const isPartial = after.incomplete !== undefined || difference.unknown.length > 0;
  return isPartial || difference.gone.length > 0 ? 3 : 0;
}

function show(difference: Difference, format: DiffOptions['format']): string {
  if (format === 'json') return `${JSON.stringify(difference, null, 2)}\n`;
  return format === 'markdown' ? writeDifferenceMarkdown(difference) : writeDifference(difference);
}

/** A results.json, or the folder that it lies in. */
async function readReport(named: string): Promise<Report> {
  const text = await readFile(named, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EISDIR') return readFile(join(named, 'results.json'), 'utf8').catch(() => undefined);
    return undefined;
  });
  if (text === undefined)
    throw new CountersignError(
      'file',
      `"${named}" cannot be read as a report.`,
      'Name a results.json, or the report folder that has one.',
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (!isReport(value))
    throw new CountersignError(
      'file',
      `"${named}" is no report of the schema ${schema}.`,
      'Name the results.json of a run of this version of countersign.',
    );
  return value;
}

/** The rest is what the schema says: this tool wrote it. */
function isReport(value: unknown): value is Report {
  const shape = value as Partial<Report> | null | undefined;
  return typeof shape === 'object' && shape?.schema === schema && Array.isArray(shape.cases);
}
