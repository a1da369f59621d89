import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildStsReport, compare, type StsComparison, type StsReport } from './compare-sts.ts';
import { writeJson } from './json.ts';
import type { PredictOptions } from './options.ts';
import { makePredictFiles, makeResponse, now, pairOf, roleArn } from './predict.test-data.ts';
import { makePrediction } from './predict.ts';
import schema from './prediction.schema.json' with { type: 'json' };
import type { PredictionReport } from './report.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const ajv = new Ajv2020({ allErrors: true, strict: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

let folder = '';
let ask: (options: Partial<PredictOptions>) => Promise<PredictionReport>;
let sample: Json;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-predict-schema-'));
  const files = await makePredictFiles(folder);
  const response = makeResponse({
    name: 'alice@example.com',
    roles: [
      pairOf('ReadOnly'),
      'no pair at all',
      `${roleArn('X', '999999999999')},${pairOf('Y').split(',')[1]}`,
    ],
    key: files.key,
  });
  await files.write('alice.txt', response);
  const other = 'arn:aws:iam::999999999999';
  const mapping = { Role: [pairOf('{roles}'), `${other}:role/X,${other}:saml-provider/1Kosmos`] };
  await files.write('more.json', JSON.stringify({ ...mapping, RoleSessionName: '{email}' }));
  const base = {
    here: folder,
    account: ['details.json'],
    providers: [],
    idpMetadata: 'idp.xml',
    format: 'json',
  } as const;
  ask = (options) => makePrediction({ ...base, responses: [], role: [], askSts: false, ...options }, now);
  sample = withSts(await ask({ users: 'users.csv', mapping: 'more.json' }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const documentOf = (report: PredictionReport): Json => JSON.parse([...writeJson(report)].join(''));

/** The document as it would be had STS been asked, with an answer of each kind. */
function withSts(report: PredictionReport): Json {
  const session = 'arn:aws:sts::123456789012:assumed-role/ReadOnly/alice@example.com';
  const [role = '', provider = ''] = pairOf('ReadOnly').split(',');
  const said: Pick<StsComparison, 'foretold' | 'answered'>[] = [
    {
      foretold: { outcome: 'can-assume', assumedRoleArn: session },
      answered: { outcome: 'assumed', assumedRoleArn: session, expiresAt: '2026-11-21T09:00:00.000Z' },
    },
    {
      foretold: { outcome: 'refused', rule: 'trust/assume', code: 'AccessDenied', says: 'It is.' },
      answered: { outcome: 'refused', status: 403, code: 'AccessDenied', message: 'No.' },
    },
    {
      foretold: { outcome: 'not-predicted', why: 'Nobody knows.' },
      answered: { outcome: 'no-answer', why: 'Nobody is there.' },
    },
  ];
  const sts: StsReport = buildStsReport({
    endpoint: 'https://sts.amazonaws.com/',
    host: 'sts.amazonaws.com',
    askedAt: '2026-11-21T08:00:00.000Z',
    comparisons: said.map((one) => {
      const result = compare(one.foretold, one.answered);
      return { user: 'alice@example.com', role, provider, ...one, result };
    }),
  });
  return documentOf({ ...report, sts });
}

describe('documents that are written fit the schema', () => {
  const real = async (options: Partial<PredictOptions>) => {
    validate(documentOf(await ask(options)));
    expect(validate.errors).toBeNull();
  };

  test('from users', () => real({ users: 'users.csv', mapping: 'mapping.json' }));
  test('from users, with roles that are left open', () => real({ users: 'users.csv', mapping: 'more.json' }));
  test('from saved responses', () => real({ responses: ['alice.txt'] }));
  test.each(['refused', 'can-assume', 'not-listed'] as const)('with only what is %s', (only) =>
    real({ users: 'users.csv', mapping: 'mapping.json', only }),
  );
  test('with what STS answered', () => {
    validate(sample);
    expect(validate.errors).toBeNull();
  });
});

interface Place {
  readonly path: string;
  readonly holder: Json[] | { [key: string]: Json };
  readonly key: string;
}

/** Every value of a document, with what holds it; of a long list only the first entries, which are of each kind. */
function* placesIn(value: Json, path = ''): Iterable<Place> {
  if (value === null || typeof value !== 'object') return;
  for (const key of Object.keys(value)) {
    if (Array.isArray(value) && Number(key) > 40) return;
    yield { path: `${path}/${Array.isArray(value) ? '*' : key}`, holder: value, key };
    // Both forms are indexed by these keys.
    yield* placesIn(
      (value as Record<string, Json>)[key] ?? null,
      `${path}/${Array.isArray(value) ? '*' : key}`,
    );
  }
}

/** Paths at which the schema takes the document although it was changed there. */
function survivors(change: (place: Place) => (() => void) | undefined): readonly string[] {
  const document = structuredClone(sample);
  const alive = new Set<string>();
  for (const place of [...placesIn(document)]) {
    const undo = change(place);
    if (undo === undefined) continue;
    if (validate(document)) alive.add(place.path);
    undo();
  }
  return [...alive].sort();
}

function put(place: Place, value: Json): () => void {
  const holder = place.holder as Record<string, Json>; // lists are indexed by the same keys
  const kept = holder[place.key] ?? null;
  holder[place.key] = value;
  return () => {
    holder[place.key] = kept;
  };
}

describe('broken documents are refused', () => {
  test('that lack any required field', () => {
    const alive = survivors(({ holder, key }) => {
      if (Array.isArray(holder)) return undefined;
      const kept = holder[key] ?? null;
      delete holder[key];
      return () => {
        holder[key] = kept;
      };
    });
    // A listed role that nobody predicts has no provider, and an assumption of all cells does not count them.
    expect(alive).toEqual(['/assumptions/*/cells', '/rows/*/provider', '/sts', '/unpredicted/*/role']);
  });

  test('that have a value of another type anywhere', () => {
    expect(survivors((place) => put(place, true))).toEqual([]);
  });

  test('that have an unknown field in any object', () => {
    const alive = survivors(({ holder }) => {
      if (Array.isArray(holder)) return undefined;
      holder.unknown = 'x';
      return () => void delete holder.unknown;
    });
    expect(alive).toEqual([]);
  });

  test('that have an empty text where something is to be read', () => {
    const alive = survivors((place) => {
      const value = (place.holder as Record<string, Json>)[place.key];
      return typeof value === 'string' ? put(place, '') : undefined;
    });
    expect(alive).toEqual(['/sts/comparisons/*/answered/message']);
  });

  test.each<[string, Record<string, Json>]>([
    ['another version', { schema: 'countersign/prediction/2' }],
    ['an unknown verdict', { verdict: 'green' }],
    ['a refusal without a reason', { rows: [{ user: 'a', role: 'b', outcome: 'refused', assumptions: [] }] }],
    [
      'a role that can be assumed for a reason',
      {
        rows: [
          {
            ...{ user: 'a', role: roleArn('A'), outcome: 'can-assume', assumptions: [], reason: 'R1' },
            provider: 'arn:aws:iam::123456789012:saml-provider/P',
          },
        ],
      },
    ],
    [
      'a reason that is written out',
      { rows: [{ user: 'a', role: 'b', outcome: 'refused', assumptions: [], reason: { id: 'R1' } }] },
    ],
    [
      'a provider of a role that is not listed',
      {
        rows: [
          {
            user: 'a',
            role: 'b',
            outcome: 'not-listed',
            assumptions: [],
            provider: 'arn:aws:iam::123456789012:saml-provider/P',
          },
        ],
      },
    ],
    ['a moment without its zone', { users: [{ name: 'a', from: 'b', asOf: '2026-11-21T08:00:00' }] }],
    ['a negative count', { reasons: [{ id: 'R1', rule: 'role/pair', code: 'X', says: 'x', count: -1 }] }],
  ])('that have %s', (_what, change) => {
    expect(validate({ ...(sample as Record<string, Json>), ...change })).toBe(false);
  });

  test.each<[string, Record<string, Json>]>([
    [
      'credentials',
      {
        answered: {
          outcome: 'assumed',
          assumedRoleArn: 'arn:x',
          expiresAt: '2026-11-21T09:00:00Z',
          accessKeyId: 'ASIA',
        },
      },
    ],
    ['agreement without an answer', { answered: { outcome: 'no-answer', why: 'x' }, result: 'agree' }],
    ['agreement without a prediction', { foretold: { outcome: 'not-predicted', why: 'x' }, result: 'agree' }],
    ['nothing compared, though both are there', { result: 'open' }],
  ])('that have, in a comparison, %s', (_what, change) => {
    // The sample is the document that is written, so its parts are known.
    const { sts, ...rest } = structuredClone(sample) as { sts: { comparisons: Record<string, Json>[] } };
    const [first, ...others] = sts.comparisons;
    const document = { ...rest, sts: { ...sts, comparisons: [{ ...first, ...change }, ...others] } };
    expect(validate({ ...rest, sts })).toBe(true);
    expect(validate(document)).toBe(false);
  });
});
