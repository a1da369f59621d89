import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { writeJson } from './json.ts';
import schema from './results.schema.json' with { type: 'json' };
import { sampleReport } from './sample.test-data.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const ajv = new Ajv2020({ allErrors: true, strict: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const parsed = (): Json => JSON.parse(writeJson(sampleReport()));

test('a report fits its schema', () => {
  validate(parsed());
  expect(validate.errors).toBeNull();
});

test('an interrupted and an empty report fit the schema', () => {
  const empty = { ...sampleReport(), cases: [], verdict: 'inconclusive', incomplete: 'Interrupted.' };
  expect(validate(empty)).toBe(true);
});

test('the document is the report, byte for byte the same each time', () => {
  expect(JSON.parse(writeJson(sampleReport()))).toEqual(sampleReport());
  expect(writeJson(sampleReport())).toBe(writeJson(sampleReport()));
});

interface Place {
  readonly path: string;
  readonly holder: { [key: string]: Json };
  readonly key: string;
}

/** Every value of the document, with its path and what holds it. An array holds its entries by their numbers. */
function* places(node: Json, path = ''): Generator<Place> {
  if (node === null || typeof node !== 'object') return;
  const holder = node as { [key: string]: Json }; // an array is read and written by string keys here
  for (const key of Object.keys(holder)) {
    yield { path: `${path}/${key}`, holder, key };
    yield* places(holder[key] ?? null, `${path}/${key}`);
  }
}

/** Changes the document at one place after the other, and gives the paths where it stays valid. */
function survivors(change: (place: Place) => { undo: () => void } | undefined): string[] {
  const document = parsed();
  return [...places(document)].flatMap((place) => {
    const changed = change(place);
    if (changed === undefined) return [];
    const valid = validate(document);
    changed.undo();
    return valid ? [place.path] : [];
  });
}

function put({ holder, key }: Place, value: Json) {
  const kept = holder[key] ?? null;
  holder[key] = value;
  return { undo: () => void Object.assign(holder, { [key]: kept }) };
}

const optional =
  /\/(url|expected|observed|where|fix|waiver|line|column|snippet|brokeOff|refusals|integration|allowed|auditReason|advisory|message|relayState|copies|leadsTo)$/;

test('a document that lacks any required field is refused', () => {
  const alive = survivors(({ holder, key }) => {
    if (Array.isArray(holder)) return undefined;
    const kept = holder[key] ?? null;
    delete holder[key];
    return { undo: () => void Object.assign(holder, { [key]: kept }) };
  });
  expect(alive.filter((path) => !optional.test(path))).toEqual([]);
  expect(alive.length).toBeGreaterThan(0);
});

test('a value of another type is refused everywhere', () => {
  expect(survivors((place) => put(place, true))).toEqual([]);
});

test('an unknown field is refused in every object', () => {
  const alive = survivors(({ holder }) => {
    if (Array.isArray(holder)) return undefined;
    holder.unknown = 'x';
    return { undo: () => void delete holder.unknown };
  });
  expect(alive).toEqual([]);
});

test.each([
  ['another schema version', { schema: 'countersign/report/2' }],
  ['an unknown verdict', { verdict: 'green' }],
  ['a moment without a zone', { startedAt: '2030-01-31T09:00:00' }],
  ['a moment that does not exist', { startedAt: '2030-13-31T09:00:00Z' }],
  [
    'a negative count',
    { totals: { ...sampleReport().totals, cases: { pass: -1, fail: 0, inconclusive: 0 } } },
  ],
  ['an empty reason for being incomplete', { incomplete: '' }],
])('%s is refused', (_, change) => {
  expect(validate({ ...sampleReport(), ...change })).toBe(false);
});
