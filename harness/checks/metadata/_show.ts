const longest = 160;

/** A value from a target in quotes, shortened in the middle when it is long. */
export function quote(value: string): string {
  if (value.length <= longest) return `"${value}"`;
  const half = longest / 2;
  return `"${value.slice(0, half)}…${value.slice(-half)}" (${value.length} characters)`;
}

/** The value in quotes, or `nothing` when it is not there. */
export function quoteOrNothing(value: string | undefined): string {
  return value === undefined ? 'nothing' : quote(value);
}

/** Several values, each in quotes; `nothing` when there are none. */
export function quoteAll(values: readonly string[]): string {
  return values.length === 0 ? 'nothing' : values.map(quote).join(', ');
}

/** An instant as people and SAML write it, to the second. */
export function instant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

/** A length of time in the largest unit that fits. */
export function duration(ms: number): string {
  const units = [
    [86_400_000, 'day'],
    [3_600_000, 'hour'],
    [60_000, 'minute'],
    [1000, 'second'],
  ] as const;
  const [size, name] = units.find(([unit]) => Math.abs(ms) >= unit) ?? [1000, 'second'];
  const count = Math.round(Math.abs(ms) / size);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
