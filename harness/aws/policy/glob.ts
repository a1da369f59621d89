const anyRun = -1;
const anyOne = -2;

/** A pattern with `*` and `?`: UTF-16 units, and -1 for any run of characters, -2 for any one. */
export type Glob = readonly number[];

/** Reads `*` and `?` as wildcards; everything else stands for itself. */
export function globOf(text: string): Glob {
  return Array.from({ length: text.length }, (_, index) => {
    const code = text.charCodeAt(index);
    if (code === 0x2a) return anyRun;
    return code === 0x3f ? anyOne : code;
  });
}

/** A pattern that matches just this text. */
export function literalGlob(text: string): Glob {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}

/** Whether the whole text matches. Steps are bounded by pattern × text, whatever the pattern. */
export function matchesGlob(text: string, glob: Glob): boolean {
  let inText = 0;
  let inGlob = 0;
  let retryGlob = -1;
  let retryText = 0;
  while (inText < text.length) {
    const wanted = glob[inGlob];
    if (wanted === anyRun) {
      retryGlob = inGlob;
      retryText = inText;
      inGlob += 1;
    } else if (wanted === anyOne || wanted === text.charCodeAt(inText)) {
      inGlob += 1;
      inText += 1;
    } else if (retryGlob >= 0) {
      retryText += 1;
      inText = retryText;
      inGlob = retryGlob + 1;
    } else {
      return false;
    }
  }
  while (glob[inGlob] === anyRun) inGlob += 1;
  return inGlob === glob.length;
}

/** Cuts a pattern at the first colons, into at most `parts` pieces; the last keeps the rest. */
export function splitGlob(glob: Glob, parts: number): readonly Glob[] {
  const pieces: Glob[] = [];
  let start = 0;
  for (let index = 0; index < glob.length && pieces.length < parts - 1; index += 1) {
    if (glob[index] !== 0x3a) continue;
    pieces.push(glob.slice(start, index));
    start = index + 1;
  }
  return [...pieces, glob.slice(start)];
}
