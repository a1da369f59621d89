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
  const room = Math.max(width - indent.length, 16);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => cut(one, room))) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  const head = paint === undefined ? indent : paint(indent, 'dim');
  return [...lines, line].map((one, index) => (index === 0 ? head : ' '.repeat(indent.length)) + one);
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
