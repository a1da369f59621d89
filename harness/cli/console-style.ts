/** How text may look on a stream: colours only on a terminal, and never with NO_COLOR set. */
export function consoleStyle(stream: NodeJS.WriteStream): { colour: boolean; width: number } {
  const wanted = process.env.NO_COLOR === undefined || process.env.NO_COLOR === '';
  return { colour: stream.isTTY === true && wanted, width: stream.columns || 100 };
}
