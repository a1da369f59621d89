import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { CountersignError } from '../../model/error.ts';
import { consoleStyle } from '../console-style.ts';
import { summarizeToConsole, writeToConsole } from './console.ts';
import { writeCsv } from './csv.ts';
import { writePage } from './html.ts';
import { writeJson } from './json.ts';
import type { Format, PredictOptions } from './options.ts';
import type { PredictionReport } from './report.ts';

/** A form of the prediction, in pieces: a large table is never one text in memory. */
type Writer = (report: PredictionReport) => Iterable<string>;

/** Writes the prediction where it was asked for; with a file, the summary still goes to standard output. */
export async function writePrediction(
  report: PredictionReport,
  { here, format, output }: Pick<PredictOptions, 'here' | 'format' | 'output'>,
): Promise<void> {
  await writePieces(
    { here, output },
    {
      pieces: (style) => writerOf(format, style)(report),
      summary: (style) => summarizeToConsole(report, style),
    },
  );
}

type Style = ReturnType<typeof consoleStyle>;

/** The same for a document of any kind. */
export async function writePieces(
  { here, output }: { readonly here: string; readonly output?: string | undefined },
  {
    pieces,
    summary,
  }: { readonly pieces: (style: Style) => Iterable<string>; readonly summary: (style: Style) => string },
): Promise<void> {
  const style = consoleStyle(process.stdout);
  if (output === undefined) {
    await pour(pieces(style), process.stdout).catch(allowClosed);
    return;
  }
  await writeFile(resolve(here, output), pieces({ colour: false, width: style.width }));
  process.stdout.write(`${summary(style)}  Written to ${output}.\n`);
}

function writerOf(format: Format, style: ReturnType<typeof consoleStyle>): Writer {
  const writers: Readonly<Record<Format, Writer>> = {
    console: (report) => writeToConsole(report, style),
    json: writeJson,
    csv: writeCsv,
    html: writePage,
  };
  return writers[format];
}

/** In one step: whoever ends this process leaves the file before it, never half of one. */
async function writeFile(path: string, pieces: Iterable<string>): Promise<void> {
  const part = `${path}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = createWriteStream(part);
    await pour(pieces, file);
    file.end();
    await once(file, 'close');
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    const { message } = error as NodeJS.ErrnoException; // files fail with nothing else
    throw new CountersignError(
      'file',
      `"${path}" cannot be written: ${message}.`,
      'Name a file in a folder that you may write to.',
      { cause: error },
    );
  }
}

async function pour(pieces: Iterable<string>, to: Writable): Promise<void> {
  const failed = new Promise<never>((_resolve, reject) => to.once('error', reject));
  failed.catch(() => undefined);
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < 65_536) continue;
    if (!to.write(waiting)) await Promise.race([once(to, 'drain'), failed]);
    waiting = '';
  }
  await Promise.race([new Promise<void>((done) => to.write(waiting, () => done())), failed]);
}

/** A reader that has seen enough, such as "head", ends nothing but the output. */
function allowClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
