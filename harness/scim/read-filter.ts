/** One comparison of a filter. */
export interface FilterTerm {
  /** Lower-case, without the schema and what AWS's page leaves out: `manager` for `manager.value`. */
  readonly attribute: string;
  readonly value: string;
}

const term = /^([A-Za-z][\w:.$-]*)\s+eq\s+("(?:[^"\\]|\\.)*")/i;

/** The comparisons of a filter that only joins `eq` by `and`; undefined for any other filter. */
export function readFilter(text: string): readonly FilterTerm[] | undefined {
  const terms: FilterTerm[] = [];
  let rest = text.trim();
  for (;;) {
    const found = term.exec(rest);
    const [whole = '', attribute = '', literal = ''] = found ?? [];
    const value = unquote(literal);
    if (found === null || value === undefined) return undefined;
    terms.push({ attribute: shorten(attribute), value });
    rest = rest.slice(whole.length);
    if (rest.trim() === '') return terms;
    const and = /^\s+and\s+/i.exec(rest);
    if (and === null) return undefined;
    rest = rest.slice(and[0].length);
  }
}

function shorten(attribute: string): string {
  return attribute
    .toLowerCase()
    .replace(/^urn:.*:user[:.]/, '')
    .replace(/^manager\.value$/, 'manager')
    .replace(/^(member|members\.value)$/, 'members')
    .replace(/^groups$/, 'groups.value');
}

function unquote(literal: string): string | undefined {
  try {
    return String(JSON.parse(literal));
  } catch {
    return undefined;
  }
}
