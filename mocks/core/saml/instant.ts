/** Reads an xs:dateTime in UTC with `Z`, as SAML Core 1.3.3 demands; undefined for anything else. Milliseconds. */
export function readInstant(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(text)) return undefined;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return undefined;
  // Date.parse turns 30 February into 1 March.
  return new Date(ms).toISOString().startsWith(text.slice(0, 19)) ? ms : undefined;
}
