import { SaxesParser } from 'saxes';

/** Largest message that a double reads, in UTF-16 units. */
export const maxXmlLength = 1_000_000;
const maxDepth = 64;

/**
 * Says what keeps a text from being read as XML, or undefined when nothing does.
 * A document type declaration is refused before any entity could be expanded; namespaces are checked.
 */
export function findXmlProblem(text: string): string | undefined {
  if (text.length > maxXmlLength) return `The message is longer than ${maxXmlLength} characters.`;
  let depth = 0;
  let problem: string | undefined;
  const stop = (message: string) => {
    problem ??= message;
    throw new Error(message);
  };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => stop(error.message));
  parser.on('doctype', () => stop('A document type declaration is not allowed.'));
  parser.on('opentag', () => {
    depth += 1;
    if (depth > maxDepth) stop(`Elements are nested more than ${maxDepth} deep.`);
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    return problem ?? (error instanceof Error ? error.message : 'The message is not well-formed.');
  }
  return problem;
}
