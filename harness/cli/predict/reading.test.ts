import { describe, expect, test } from 'vitest';
import { attributePrefix } from '../../aws/saml-attributes.ts';
import { CountersignError } from '../../model/error.ts';
import { readCsv } from './csv-reader.ts';
import { mapAttributes, readMapping } from './mapping.ts';
import { fieldsOf, fillTemplate, readTemplate } from './template.ts';
import { readUsers } from './users.ts';

const users = (text: string) => readUsers({ name: 'users', text });
const mapping = (text: string, known: readonly string[] = ['email', 'roles']) =>
  readMapping({ name: 'mapping.json', text }, attributePrefix, known);

/** Message and next step of the error that the call ends with. */
function errorOf(run: () => unknown): { message: string; next: string } {
  try {
    run();
  } catch (error) {
    if (error instanceof CountersignError) return { message: error.message, next: error.next };
    throw error;
  }
  throw new Error('There was no error.');
}

describe('CSV', () => {
  const rowsOf = (text: string) => {
    const reading = readCsv(text);
    return 'rows' in reading ? reading.rows.map((row) => row.map(({ value }) => value)) : reading.problem;
  };

  test.each([
    ['', []],
    ['a', [['a']]],
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,\r\n',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['a\n\n\nb', [['a'], ['b']]],
    ['"a,""b""\nc",d', [['a,"b"\nc', 'd']]],
    ['"",x', [['', 'x']]],
  ])('%j is read by RFC 4180', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  test.each([
    ['a,b\n"1,2', { line: 2, column: 1, says: 'A quoted value is not closed.' }],
    ['a\n1"2', { line: 2, column: 2, says: 'A quote stands inside a value that does not begin with one.' }],
    [
      '"a\nb" x',
      { line: 2, column: 3, says: 'After the closing quote of a value comes a comma or a new line.' },
    ],
  ])('%j is refused with its place', (text, problem) => {
    expect(rowsOf(text)).toEqual(problem);
  });

  test('tells the place of a value after one with line breaks', () => {
    const reading = readCsv('"a\nb",c\nd');
    expect('rows' in reading && reading.rows.flat().map(({ line, column }) => [line, column])).toEqual([
      [1, 1],
      [2, 4],
      [3, 1],
    ]);
  });
});

describe('users', () => {
  test('from CSV have a list where values are separated by semicolons, and nothing where there is no value', () => {
    const { users: found, fields } = users('email,team,roles\nann@x.org,,A; B ;\n"bob, b",t,C\n');
    expect(fields).toEqual(['email', 'team', 'roles']);
    expect(found.map(({ name, from }) => [name, from])).toEqual([
      ['ann@x.org', 'users:2'],
      ['bob, b', 'users:3'],
    ]);
    expect(Object.fromEntries(found[0]?.fields ?? [])).toEqual({
      email: ['ann@x.org'],
      team: [],
      roles: ['A', 'B'],
    });
  });

  test('from JSON keep their values exactly', () => {
    const text = '{"users": [{"id": 7, "email": "a@x.org", "roles": [" A;B", true, null], "none": null}]}';
    const [user] = users(text).users;
    expect(user?.name).toBe('a@x.org');
    expect(user?.fields.get('roles')).toEqual([' A;B', 'true']);
    expect(user?.fields.get('id')).toEqual(['7']);
    expect(user?.fields.get('none')).toEqual([]);
  });

  test('are called by the column "user" before any other, else by the first', () => {
    expect(users('email,user\na@x.org,Ann\n').users[0]?.name).toBe('Ann');
    expect(users('login,team\nann,t\n').users[0]?.name).toBe('ann');
  });

  test.each([
    ['', /^users:1:1: There is no user: the file is empty\.$/],
    ['a;b\n1;2\n', /^users:1:1: Columns are separated by commas, not by semicolons\.$/],
    ['a,a\n1,2\n', /^users:1:3: Two columns are called "a"\.$/],
    ['a,\n1,2\n', /^users:1:3: A column has no name\.$/],
    ['a,b\n1\n', /^users:2:1: This line has 1 values, and there are 2 columns\.$/],
    ['a,b\n1,"2\n', /^users:2:3: A quoted value is not closed\.$/],
    ['email,b\n,2\n', /^users:2:1: This user has no email\.$/],
    ['email\nx\ny\nx\n', /^users:4:1: The user "x" was listed before, in line 2\.$/],
    ['[{"email": "a"},\n 3]', /^users:2:2: A user is an object with fields\.$/],
    [
      '[{"email": {"value": "a"}}]',
      /^users:1:12: The field "email" is neither a text nor a list of texts\.$/,
    ],
    ['{"people": []}', /^users:1:1: There is no list of users\.$/],
    ['[{"email": "a",}]', /^users:1:16: It is not JSON: “}” cannot stand here\.$/],
  ])('%j are refused with file, line and column', (text, message) => {
    expect(errorOf(() => users(text)).message).toMatch(message);
  });
});

describe('a template', () => {
  const fill = (text: string, fields: Record<string, string[]>) => {
    const reading = readTemplate(text);
    return 'template' in reading ? fillTemplate(reading.template, new Map(Object.entries(fields))) : reading;
  };

  test.each([
    ['constant', {}, ['constant']],
    ['', {}, ['']],
    ['{a}', { a: ['1', '2'] }, ['1', '2']],
    ['x-{a}-y', { a: ['1', '2'] }, ['x-1-y', 'x-2-y']],
    ['{a}.{b}', { a: ['1', '2'], b: ['3', '4'] }, ['1.3', '1.4', '2.3', '2.4']],
    ['{a}.{b}', { a: ['1'] }, []],
    ['{{{a}}}', { a: ['1'] }, ['{1}']],
  ])('%j with %j gives %j', (text, fields, values) => {
    expect(fill(text, fields)).toEqual(values);
  });

  test.each(['{a', 'a}', '{a}}'])('%j is refused for its braces', (text) => {
    expect(fill(text, {})).toEqual({ fault: expect.stringMatching(/has no partner/) });
  });

  test('tells the fields that it asks for', () => {
    const reading = readTemplate('{a}{{b}}{c}');
    expect('template' in reading && fieldsOf(reading.template)).toEqual(['a', 'c']);
  });
});

describe('a mapping', () => {
  test('gives AWS’s short names their prefix, and says so; other names stay as they are', () => {
    const read = mapping(
      '{"Role": "{roles}", "PrincipalTag:Team": "x", "role": "y", "SessionDuration": 3600, "NameID": "{email}"}',
    );
    expect(read.attributes.map(({ name }) => name)).toEqual([
      `${attributePrefix}Role`,
      `${attributePrefix}PrincipalTag:Team`,
      'role',
      `${attributePrefix}SessionDuration`,
    ]);
    expect(read.shortNames).toEqual(['Role', 'PrincipalTag:Team', 'SessionDuration']);
    expect(mapAttributes(read, { fields: new Map([['email', ['e']]]) })).toEqual([
      { name: `${attributePrefix}PrincipalTag:Team`, values: ['x'] },
      { name: 'role', values: ['y'] },
      { name: `${attributePrefix}SessionDuration`, values: ['3600'] },
    ]);
  });

  test('has constants for what is no attribute', () => {
    expect(mapping('{"NameID/@Format": "f", "Issuer": "i", "Audience": "a"}')).toMatchObject({
      nameIdFormat: 'f',
      issuer: 'i',
      audience: 'a',
      attributes: [],
    });
  });

  test.each([
    ['[]', /^mapping\.json:1:1: It is no object\.$/, /./],
    ['{"Role": }', /^mapping\.json:1:10: It is not JSON/, /./],
    ['{"Role": {"a": 1}}', /^mapping\.json:1:10: A template is a text\.$/, /./],
    ['{"Role": "{rolls}"}', /^mapping\.json:1:10: No user has a field "rolls"\.$/, /Did you mean roles\?/],
    ['{"Role": "{x9}"}', /No user has a field "x9"/, /Users have email, roles\./],
    ['{"Role": ["a",\n"{b"]}', /^mapping\.json:2:1: The brace "\{" has no partner/, /./],
    ['{"Role": "a",\n "Role": "b"}', /^mapping\.json:2:2: "Role" stands twice\.$/, /list/],
    ['{"NameID": ["a", "b"]}', /^mapping\.json:1:12: NameID has one template\.$/, /./],
    ['{"Issuer": "{email}"}', /^mapping\.json:1:2: Issuer is the same for every user/, /./],
  ])('%j is refused with file, line and column', (text, message, next) => {
    const error = errorOf(() => mapping(text));
    expect(error.message).toMatch(message);
    expect(error.next).toMatch(next);
  });
});
