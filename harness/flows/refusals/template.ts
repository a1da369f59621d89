/** A text with places for values, cut up once so that filling it in is quick. */
export interface Template<N extends string> {
  readonly texts: readonly string[];
  /** Name of the place after each text but the last. */
  readonly names: readonly N[];
}

/** Characters that no message has: they stand for places while a text is canonicalized. */
const [open, close] = ['\uE000', '\uE001'];

/** Makes a template of a text in which `place(name)` stands wherever a value goes. */
export function splitTemplate<N extends string>(make: (place: (name: N) => string) => string): Template<N> {
  const parts = make((name) => open + name + close).split(new RegExp(`[${open}${close}]`));
  return {
    texts: parts.filter((_, index) => index % 2 === 0),
    names: parts.filter((_, index) => index % 2 === 1) as N[], // only `place` puts these characters in
  };
}

/** Puts values in as they are: they must need no escaping. */
export function fillTemplate<N extends string>(
  { texts, names }: Template<N>,
  values: Readonly<Record<N, string>>,
): string {
  let text = texts[0] ?? '';
  for (const [index, name] of names.entries()) text += values[name] + (texts[index + 1] ?? '');
  return text;
}
