import { type JsonNode, type Locate, locator, readJson } from '../../aws/policy/json.ts';
import { readCsv } from './csv-reader.ts';
import { faultAt, type InputText, type Place } from './input.ts';

/** One person of the list. A field has several values in a list, and none where it is empty. */
export interface ListedUser {
  readonly name: string;
  /** `users.csv:3`. */
  readonly from: string;
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

export interface UserList {
  readonly users: readonly ListedUser[];
  /** Every field that some user has. */
  readonly fields: readonly string[];
}

interface Entry {
  readonly place: Place;
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

const next = 'Give one user a line of CSV under a line of column names, or a JSON list of objects.';
/** What a user is called by, the first that there is; else by the first field. */
const naming = ['user', 'email', 'userName', 'username', 'mail', 'id'];

/**
 * Reads users from CSV (a header line; several values in one cell are separated by `;`) or from JSON (a list of
 * objects, or one under `users`). @throws CountersignError `file`
 */
export function readUsers(input: InputText): UserList {
  const entries = /^\s*[[{]/.test(input.text) ? readFromJson(input) : readFromCsv(input);
  const fields = [...new Set(entries.flatMap((entry) => [...entry.fields.keys()]))];
  const key = naming.find((name) => fields.includes(name)) ?? fields[0] ?? '';
  const seen = new Map<string, Place>();
  const users = entries.map(({ place, fields: own }) => {
    const name = own.get(key)?.[0];
    if (name === undefined) throw faultAt(input.name, place, `This user has no ${key}.`, next);
    const before = seen.get(name);
    if (before !== undefined)
      throw faultAt(
        input.name,
        place,
        `The user "${name}" was listed before, in line ${before.line}.`,
        'List each user once, or add a column "user" that tells them apart.',
      );
    seen.set(name, place);
    return { name, from: `${input.name}:${place.line}`, fields: own };
  });
  return { users, fields };
}

function readFromCsv(input: InputText): readonly Entry[] {
  const csv = readCsv(input.text);
  if ('problem' in csv) throw faultAt(input.name, csv.problem, csv.problem.says, next);
  const [header, ...rows] = csv.rows;
  if (header === undefined)
    throw faultAt(input.name, { line: 1, column: 1 }, 'There is no user: the file is empty.', next);
  const names = header.map(({ value }) => value.trim());
  header.forEach((cell, index) => {
    if (cell.value.includes(';') && header.length === 1)
      throw faultAt(input.name, cell, 'Columns are separated by commas, not by semicolons.', next);
    if (names[index] === '') throw faultAt(input.name, cell, 'A column has no name.', next);
    if (names.indexOf(names[index] ?? '') < index)
      throw faultAt(input.name, cell, `Two columns are called "${names[index]}".`, next);
  });
  return rows.map((cells) => {
    const [first] = cells;
    const place = { line: first?.line ?? 1, column: 1 };
    if (cells.length !== names.length) {
      const says = `This line has ${cells.length} values, and there are ${names.length} columns.`;
      throw faultAt(input.name, place, says, 'Put a value that has commas into double quotes.');
    }
    return { place, fields: new Map(names.map((name, index) => [name, splitCell(cells[index]?.value)])) };
  });
}

/** The semicolon and the spaces round it are ours; within a value nothing is trimmed. */
function splitCell(text = ''): readonly string[] {
  if (!text.includes(';')) return text === '' ? [] : [text];
  return text
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

function readFromJson(input: InputText): readonly Entry[] {
  const locate = locator(input.text);
  const reading = readJson(input.text);
  if ('problem' in reading)
    throw faultAt(input.name, locate(reading.problem.at), `It is not JSON: ${reading.problem.says}`, next);
  const { root } = reading;
  const list = root.kind === 'object' ? root.members.find(({ name }) => name === 'users')?.value : root;
  if (list?.kind !== 'array') throw faultAt(input.name, locate(root.at), 'There is no list of users.', next);
  return list.items.map((item) => {
    if (item.kind !== 'object')
      throw faultAt(input.name, locate(item.at), 'A user is an object with fields.', next);
    return {
      place: locate(item.at),
      fields: new Map(
        item.members.map(({ name, value }) => [name, valuesOf(value, name, input.name, locate)]),
      ),
    };
  });
}

function valuesOf(node: JsonNode, field: string, file: string, locate: Locate): readonly string[] {
  if (node.kind === 'null') return [];
  if (node.kind === 'boolean') return [String(node.value)];
  if (node.kind === 'string') return node.value === '' ? [] : [node.value];
  if (node.kind === 'number') return [node.value];
  if (node.kind === 'array' && node.items.every(({ kind }) => kind !== 'array' && kind !== 'object'))
    return node.items.flatMap((item) => valuesOf(item, field, file, locate));
  const says = `The field "${field}" is neither a text nor a list of texts.`;
  throw faultAt(file, locate(node.at), says, 'Write the fields of a user flat, without objects inside.');
}
