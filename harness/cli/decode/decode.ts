import { layOut } from '../../../reports/html/xml-layout.ts';
import { visible, visibleLine } from '../../../reports/text.ts';
import { readInput } from '../read-input.ts';
import type { Described } from './described.ts';
import { recognise } from './recognise.ts';

export interface DecodeOptions {
  readonly json: boolean;
  /** Print the whole document too. */
  readonly xml: boolean;
}

/** Prints what a saved message says. It judges nothing: `check` does. Always 0 when the message could be read. */
export async function decode(file: string, options: DecodeOptions): Promise<number> {
  // A reader that stops at what is no UTF-8 would hide what there is: replaced characters show where it was.
  const messages = recognise(new TextDecoder().decode(await readInput(file)));
  process.stdout.write(
    options.json
      ? `${JSON.stringify(messages, null, 2)}\n`
      : messages.map((one) => print(one, options)).join('\n'),
  );
  return 0;
}

function print({ kind, from, parts, document }: Described, { xml }: DecodeOptions): string {
  const width = Math.max(0, ...parts.flatMap(({ rows }) => rows.map(([name]) => Math.min(name.length, 40))));
  const lines = parts.flatMap(({ title, rows }) => [
    '',
    title,
    ...rows.map(([name, value]) => `  ${visibleLine(name).padEnd(width)}  ${visibleLine(value)}`),
  ]);
  const shown = document !== undefined && (xml || parts.length === 0) ? ['', visible(indent(document))] : [];
  return `${[`${kind} (${from})`, ...lines, ...shown].join('\n')}\n`;
}

function indent(xml: string): string {
  return layOut(xml)
    .lines.map(({ start, end, depth }) => '  '.repeat(depth) + xml.slice(start, end))
    .join('\n');
}
