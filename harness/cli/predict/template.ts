/** A text with places for a user's fields: `arn:aws:iam::123456789012:role/{roles}`. */
export interface Template {
  readonly parts: readonly ({ readonly text: string } | { readonly field: string })[];
}

export type TemplateReading = { readonly template: Template } | { readonly fault: string };

/** Reads a template; `{{` and `}}` stand for the braces themselves. */
export function readTemplate(text: string): TemplateReading {
  const parts: ({ text: string } | { field: string })[] = [];
  for (const [piece] of text.matchAll(/\{\{|\}\}|\{[^{}]*\}|[{}]|[^{}]+/g)) {
    if (piece === '{' || piece === '}')
      return { fault: `The brace "${piece}" has no partner; write "${piece}${piece}" for the sign itself.` };
    if (piece === '{{' || piece === '}}' || !piece.startsWith('{'))
      parts.push({ text: piece.length === 2 && /[{}]/.test(piece) ? piece.slice(1) : piece });
    else parts.push({ field: piece.slice(1, -1) });
  }
  return { template: { parts } };
}

export function fieldsOf({ parts }: Template): readonly string[] {
  return parts.flatMap((part) => ('field' in part ? [part.field] : []));
}

/**
 * The values that a template gives for one user: one for each value of a field with several (of two such fields, one
 * for each pair), none when a field is empty, as an identity provider leaves out what it has no value for.
 */
export function fillTemplate(
  { parts }: Template,
  fields: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  let values: readonly string[] = [''];
  for (const part of parts) {
    const pieces = 'text' in part ? [part.text] : (fields.get(part.field) ?? []);
    values = values.flatMap((value) => pieces.map((piece) => value + piece));
  }
  return values;
}

/** Fills templates as `fillTemplate` does, and makes a value that many users share only once. */
export function rememberFills(): typeof fillTemplate {
  const known = new Map<Template, Map<string, string>>();
  return (template, fields) => {
    const [field, ...others] = fieldsOf(template);
    if (field === undefined || others.length > 0) return fillTemplate(template, fields);
    const values = known.get(template) ?? new Map<string, string>();
    known.set(template, values);
    return (fields.get(field) ?? []).map((piece) => {
      const before = values.get(piece);
      if (before !== undefined) return before;
      const [value = ''] = fillTemplate(template, new Map([[field, [piece]]]));
      values.set(piece, value);
      return value;
    });
  };
}
