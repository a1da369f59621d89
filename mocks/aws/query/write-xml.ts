/** What an element of an answer holds: text, child elements in order, or nothing. Undefined leaves it out. */
export type Content = string | number | undefined | Fields | readonly Content[];
export interface Fields {
  readonly [element: string]: Content;
}

/** One element; a list becomes `<member>` children, as in every AWS Query service. */
export function writeElement(name: string, content: Content): string {
  if (content === undefined) return '';
  return `<${name}>${writeContent(content)}</${name}>`;
}

function writeContent(content: Exclude<Content, undefined>): string {
  if (typeof content === 'string' || typeof content === 'number') return escapeXml(String(content));
  if (isList(content)) return content.map((item) => writeElement('member', item)).join('');
  return Object.entries(content)
    .map(([name, value]) => writeElement(name, value))
    .join('');
}

function isList(content: Fields | readonly Content[]): content is readonly Content[] {
  return Array.isArray(content);
}

/**
 * Carriage returns are written as references: a parser would make line feeds of them. What XML cannot hold at all,
 * such as a control character that an error text quotes, becomes U+FFFD.
 */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r/g, '&#13;');
}

/** AWS's instants: UTC, whole seconds, `Z` (observed in recorded STS answers). */
export function writeInstant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
