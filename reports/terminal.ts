const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const;

export type Hue = keyof typeof codes;

/** Gives a text colour, or leaves it alone where colours are not wanted. */
export type Paint = (text: string, ...hues: readonly Hue[]) => string;

/** @param colour false for text without any escape sequence */
export function painter(colour: boolean): Paint {
  if (!colour) return (text) => text;
  return (text, ...hues) => `\u001b[${hues.map((hue) => codes[hue]).join(';')}m${text}\u001b[0m`;
}

/** Breaks a text into lines of at most `width` columns; later lines stand under the first's text. A long word is cut. */
export function wrap(text: string, width: number, indent: string, paint?: Paint): readonly string[] {
  const head = paint === undefined ? indent : paint(indent, 'dim');
  const lines = fill([{ text, paint: plain }], roomOf(width, indent));
  return lines.map((line, index) => (index === 0 ? head : ' '.repeat(indent.length)) + line);
}

/** A stretch of a line in one look. */
export interface Piece {
  readonly text: string;
  readonly paint: (word: string) => string;
}

/** As `wrap`, for a line whose parts look different. */
export function wrapPieces(pieces: readonly Piece[], width: number, indent: string): readonly string[] {
  return fill(pieces, roomOf(width, indent)).map((line) => indent + line);
}

/** A piece as it is. */
export function plain(text: string): string {
  return text;
}

function roomOf(width: number, indent: string): number {
  return Math.max(width - indent.length, 16);
}

function fill(pieces: readonly Piece[], room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const { text, paint } of pieces)
    for (const word of text.split(' ').flatMap((one) => cut(one, room))) {
      if (length > 0 && length + 1 + word.length > room) {
        lines.push(line);
        line = '';
        length = 0;
      }
      line = length === 0 ? paint(word) : `${line} ${paint(word)}`;
      length += word.length + (length === 0 ? 0 : 1);
    }
  return [...lines, line];
}

function cut(word: string, room: number): readonly string[] {
  if (word.length <= room) return [word];
  const characters = [...word];
  const pieces = Math.ceil(characters.length / room);
  return Array.from({ length: pieces }, (_, index) =>
    characters.slice(index * room, (index + 1) * room).join(''),
  );
}

/** Whether a stream's reader wants colours: a terminal, and nobody said no (https://no-color.org). */
export function wantsColour(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const refused = environment.NO_COLOR !== undefined && environment.NO_COLOR !== '';
  return stream.isTTY === true && !refused && environment.TERM !== 'dumb';
}

/** What the parts of a console summary are written for. */
export interface Page {
  readonly paint: Paint;
  readonly width: number;
}
