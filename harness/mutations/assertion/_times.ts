/** A moment as SAML writes it. `ms` counts from 1970. */
export function instant(ms: number): string {
  return new Date(ms).toISOString();
}

/** One minute, in milliseconds. */
export const minute = 60_000;
