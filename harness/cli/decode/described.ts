/** One line of a description: what it is called in the message, and what it says. */
export type Row = readonly [name: string, value: string];

export interface Part {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** A message, made readable. */
export interface Described {
  /** What the message is, for example `SAML Response`. */
  readonly kind: string;
  /** How it was found in what was given, for example `form field, base64`. */
  readonly from: string;
  readonly parts: readonly Part[];
  /** The whole document laid out, secrets masked; absent where the parts say it all. */
  readonly document?: string;
}

/** Rows of those values that are there. */
export function rowsOf(values: Readonly<Record<string, string | undefined>>): readonly Row[] {
  return Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
}
