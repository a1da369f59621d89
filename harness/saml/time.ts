/** A moment as xs:dateTime wrote it. */
export interface Instant {
  /** Milliseconds since 1970; finer fractions are cut off. */
  readonly ms: number;
  /** True when it ends in `Z`, as SAML Core 1.3.3 demands. */
  readonly utc: boolean;
  readonly fractionDigits: number;
}

const dateTime = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,32}))?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * Reads an xs:dateTime (XML Schema 2, 3.2.7), strictly: four-digit year, no white space, no impossible day.
 * Without a zone it is taken as UTC, with `utc` false. `undefined` when it is not one.
 */
export function parseInstant(text: string | undefined): Instant | undefined {
  const match = text === undefined ? null : dateTime.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (hour === undefined || minute === undefined || second === undefined) return undefined;
  const fraction = match[7] ?? '';
  const endOfDay = hour === 24 && minute === 0 && second === 0 && /^0*$/.test(fraction);
  if ((hour > 23 && !endOfDay) || minute > 59 || second > 59) return undefined;
  if (year === 0 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  const offset = zoneMinutes(match[8]);
  if (offset === undefined) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute - offset, second, Number(fraction.padEnd(3, '0').slice(0, 3)));
  return { ms: date.getTime(), utc: match[8] === 'Z', fractionDigits: fraction.length };
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function zoneMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
