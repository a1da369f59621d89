/**
 * Looks a name up by a query that it is pasted into: SQL (`… WHERE name = 'NAME' AND active = 1`), then an LDAP filter
 * (`(mail=NAME)`). Undefined when neither finds anybody.
 */
export function findByQuery(name: string, known: readonly string[]): string | undefined {
  const rows = select(`SELECT name FROM accounts WHERE name = '${name}' AND active = 1`, known);
  if (rows.length > 0) return rows[0];
  return search(`(mail=${name})`, known)[0];
}

/** As much of SQL as one such statement needs: text literals, `=`, AND, OR, comments to the end of the line. */
function select(statement: string, names: readonly string[]): readonly string[] {
  const clause = statement.slice(statement.indexOf('WHERE') + 5);
  const tokens = [...clause.matchAll(/--.*$|'((?:[^']|'')*)'|(\w+)|=/gm)].flatMap((found) =>
    found[0].startsWith('--') ? [] : [{ text: found[1]?.replaceAll("''", "'"), word: found[2] }],
  );
  const alternatives = splitAt(tokens, 'OR').map((part) => splitAt(part, 'AND'));
  return names.filter((row) =>
    alternatives.some((all) =>
      all.every(
        ([left, , right]) =>
          operandOf(left, row) !== undefined && operandOf(left, row) === operandOf(right, row),
      ),
    ),
  );
}

interface Token {
  readonly text: string | undefined;
  readonly word: string | undefined;
}

function splitAt(tokens: readonly Token[], word: string): readonly (readonly Token[])[] {
  return tokens.reduce<Token[][]>(
    (parts, token) => {
      if (token.word?.toUpperCase() === word) parts.push([]);
      else parts.at(-1)?.push(token);
      return parts;
    },
    [[]],
  );
}

function operandOf(token: Token | undefined, row: string): string | undefined {
  if (token?.word === 'name') return row;
  return token?.word === 'active' ? '1' : (token?.text ?? token?.word);
}

/** RFC 4515: an asterisk stands for anything. */
function search(filter: string, names: readonly string[]): readonly string[] {
  const value = /^\(mail=(.*)\)$/s.exec(filter)?.[1] ?? '';
  const pattern = value.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const matches = new RegExp(`^${pattern.join('.*')}$`, 's');
  return names.filter((name) => matches.test(name));
}
