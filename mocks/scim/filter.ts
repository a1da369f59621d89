import type { FilterForm } from './limits.ts';
import { invalid } from './scim-error.ts';

/** A filter that is answered: which form it has, and the value for each of the form's attributes. */
export interface ReadFilter {
  readonly form: string;
  readonly values: readonly string[];
}

const attribute = /^[A-Za-z][\w:.$-]*/;
const equals = /^\s+eq\s+/i;
const text = /^"(?:[^"\\]|\\.)*"/;
const and = /^\s+and\s+/i;

/**
 * Reads `attribute eq "value" [and attribute eq "value"]`, the one grammar that AWS answers ("Filter limitations"), and
 * finds the form that it has. Values are JSON strings (RFC 7644, section 3.4.2.2). All else is refused.
 */
export function readFilter(filter: string, forms: readonly FilterForm[]): ReadFilter {
  const terms = readTerms(filter);
  for (const { id, attributes } of forms) {
    if (attributes.length !== terms.length) continue;
    const values = attributes.map((spellings) => terms.find(({ name }) => spellings.includes(name))?.value);
    const found = values.filter((value) => value !== undefined);
    if (found.length === attributes.length) return { form: id, values: found };
  }
  throw invalid(`Filter on ${terms.map(({ name }) => `"${name}"`).join(' and ')} is not supported`);
}

function readTerms(filter: string): readonly { readonly name: string; readonly value: string }[] {
  const terms: { name: string; value: string }[] = [];
  let rest = filter.trim();
  const take = (pattern: RegExp): string => {
    const found = pattern.exec(rest)?.[0];
    if (found === undefined) throw invalid('Invalid Filter format');
    rest = rest.slice(found.length);
    return found;
  };
  for (;;) {
    const name = take(attribute).toLowerCase();
    take(equals);
    terms.push({ name, value: parseText(take(text)) });
    if (rest === '') return terms;
    take(and);
  }
}

function parseText(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    throw invalid('Invalid Filter format');
  }
}
