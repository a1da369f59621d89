import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paced } from '../../stack/pace.test-helper.ts';
import { contextOf } from './context.ts';
import { evaluateTrust } from './evaluate.ts';
import { globOf, matchesGlob } from './glob.ts';
import { readJson } from './json.ts';
import { operators } from './operators.ts';
import { readPolicy } from './read-policy.ts';

const provider = 'arn:aws:iam::123456789012:saml-provider/1Kosmos';
const other = 'arn:aws:iam::123456789012:saml-provider/Other';
const actionNames = ['sts:AssumeRoleWithSAML', 'sts:TagSession', 'sts:SetSourceIdentity'];
const keyNames = ['saml:aud', 'saml:sub', 'saml:eduPersonAffiliation', 'aws:RequestTag/Team'];

const value = fc.constantFrom(
  '',
  'a',
  'A',
  'ab',
  'b',
  '*',
  'a*',
  '1',
  '2026-11-21',
  'true',
  '10.0.0.1',
  'arn:aws:iam::1:role/a',
);
const operator = fc
  .record({
    set: fc.constantFrom('', 'ForAnyValue:', 'ForAllValues:'),
    name: fc.constantFrom(...Object.keys(operators)),
    ifExists: fc.constantFrom('', 'IfExists'),
  })
  .map(({ set, name, ifExists }) => `${set}${name}${ifExists}`);
const anyOperator = fc.oneof(operator, fc.constant('Null'));
const conditions = fc.dictionary(
  anyOperator,
  fc.dictionary(fc.constantFrom(...keyNames), fc.oneof(value, fc.array(value, { maxLength: 3 })), {
    maxKeys: 2,
  }),
  { maxKeys: 2 },
);
const principal = fc.constantFrom<object>(
  { Principal: { Federated: provider } },
  { Principal: { Federated: [other, provider] } },
  { Principal: { Federated: other } },
  { Principal: '*' },
  { Principal: { AWS: '123456789012' } },
  { NotPrincipal: { Federated: other } },
);
const action = fc.constantFrom<object>(
  ...actionNames.map((name) => ({ Action: name })),
  { Action: ['sts:TagSession', 'sts:AssumeRoleWithSAML'] },
  { Action: 'sts:*' },
  { NotAction: 'sts:TagSession' },
);
const statement: fc.Arbitrary<object> = fc
  .record({ Effect: fc.constantFrom('Allow', 'Deny'), principal, action, Condition: conditions })
  .map(({ principal: who, action: what, ...rest }) => ({ ...rest, ...who, ...what }));
const context = fc.dictionary(
  fc.constantFrom(...keyNames),
  fc.oneof(value, fc.array(value, { maxLength: 3 })),
);
const wanted = fc.constantFrom(...actionNames);

function outcome(
  statements: readonly object[],
  keys: Record<string, string | string[]>,
  asked: string,
): string {
  const reading = readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }), 'trust');
  if ('fault' in reading) throw new Error(reading.fault.says);
  return evaluateTrust(reading.policy, { action: asked, provider, context: contextOf(keys) }).outcome;
}

const some = fc.array(statement, { minLength: 1, maxLength: 5 });

describe('whatever the policy and the request', () => {
  it('an explicit Deny always wins, wherever it stands', () => {
    fc.assert(
      fc.property(some, fc.nat(), context, wanted, (statements, at, keys, asked) => {
        const deny = { Effect: 'Deny', Principal: { Federated: provider }, Action: asked };
        const place = at % (statements.length + 1);
        expect(outcome(statements.toSpliced(place, 0, deny), keys, asked)).toBe('explicitly-denied');
      }),
    );
  });

  it('a statement that denies by itself denies in any company', () => {
    fc.assert(
      fc.property(some, statement, context, wanted, (statements, extra, keys, asked) => {
        fc.pre(outcome([extra], keys, asked) === 'explicitly-denied');
        expect(outcome([...statements, extra], keys, asked)).toBe('explicitly-denied');
      }),
    );
  });

  it('adding an Allow never removes access', () => {
    fc.assert(
      fc.property(some, statement, fc.nat(), context, wanted, (statements, extra, at, keys, asked) => {
        const allow = { ...extra, Effect: 'Allow' };
        const before = outcome(statements, keys, asked);
        const after = outcome(statements.toSpliced(at % (statements.length + 1), 0, allow), keys, asked);
        if (before === 'allowed') expect(after).toBe('allowed');
        if (before === 'explicitly-denied') expect(after).toBe('explicitly-denied');
      }),
    );
  });

  it('adding a Deny never gives access', () => {
    fc.assert(
      fc.property(some, statement, context, wanted, (statements, extra, keys, asked) => {
        fc.pre(outcome(statements, keys, asked) !== 'allowed');
        expect(outcome([...statements, { ...extra, Effect: 'Deny' }], keys, asked)).not.toBe('allowed');
      }),
    );
  });

  it('the order of the statements does not matter', () => {
    fc.assert(
      fc.property(some, context, wanted, (statements, keys, asked) => {
        expect(outcome(statements.toReversed(), keys, asked)).toBe(outcome(statements, keys, asked));
      }),
    );
  });

  it('the case of keys and actions does not matter', () => {
    fc.assert(
      fc.property(some, context, wanted, (statements, keys, asked) => {
        const upper = Object.fromEntries(
          Object.entries(keys).map(([key, held]) => [key.toUpperCase(), held]),
        );
        expect(outcome(statements, upper, asked.toUpperCase())).toBe(outcome(statements, keys, asked));
      }),
    );
  });

  it('a further condition never widens a statement', () => {
    fc.assert(
      fc.property(conditions, conditions, context, (first, second, keys) => {
        const allow = { Effect: 'Allow', Principal: { Federated: provider }, Action: 'sts:*' };
        const both = outcome([{ ...allow, Condition: { ...first, ...second } }], keys, 'sts:TagSession');
        if (both === 'allowed')
          expect(outcome([{ ...allow, Condition: second }], keys, 'sts:TagSession')).toBe('allowed');
      }),
    );
  });
});

describe('whatever the values', () => {
  const holds = (name: string, policy: string | readonly string[], observed?: readonly string[]) =>
    outcome(
      [{ Effect: 'Allow', Principal: '*', Action: 'sts:*', Condition: { [name]: { 'saml:x': policy } } }],
      observed === undefined ? {} : { 'saml:x': [...observed] },
      'sts:TagSession',
    ) === 'allowed';
  const values = fc.array(value, { minLength: 1, maxLength: 4 });
  const name = fc.constantFrom(...Object.keys(operators));

  it('ForAllValues holds on a missing key and an empty list, ForAnyValue on neither', () => {
    fc.assert(
      fc.property(name, values, fc.constantFrom(undefined, [], ['']), (test, policy, observed) => {
        expect(holds(`ForAllValues:${test}`, policy, observed)).toBe(true);
        expect(holds(`ForAnyValue:${test}`, policy, observed)).toBe(false);
      }),
    );
  });

  it('IfExists changes nothing for a key that is there, and holds for one that is not', () => {
    fc.assert(
      fc.property(name, values, values, (test, policy, observed) => {
        expect(holds(`${test}IfExists`, policy, observed)).toBe(holds(test, policy, observed));
        expect(holds(`${test}IfExists`, policy)).toBe(true);
      }),
    );
  });

  it.each([
    ['StringEquals', 'StringNotEquals'],
    ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
    ['StringLike', 'StringNotLike'],
    ['NumericEquals', 'NumericNotEquals'],
    ['DateEquals', 'DateNotEquals'],
    ['IpAddress', 'NotIpAddress'],
    ['ArnLike', 'ArnNotLike'],
    ['ArnEquals', 'ArnNotEquals'],
  ])('%s and %s are opposites, for a missing key too', (positive, negative) => {
    fc.assert(
      fc.property(values, fc.option(value, { nil: undefined }), (policy, observed) => {
        const seen = observed === undefined ? undefined : [observed];
        expect(holds(negative, policy, seen)).toBe(!holds(positive, policy, seen));
      }),
    );
  });

  it('StringEquals regards case, its IgnoreCase form does not', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{1,8}$/), (text) => {
        const swapped = [...text]
          .map((one) => (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase()))
          .join('');
        expect(holds('StringEquals', text, [swapped])).toBe(false);
        expect(holds('StringEqualsIgnoreCase', text, [swapped])).toBe(true);
      }),
    );
  });

  it('wildcards match as the same regular expression does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?'), maxLength: 8 });
    fc.assert(
      fc.property(text, pattern, (observed, glob) => {
        const source = glob.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
        expect(matchesGlob(observed, globOf(glob))).toBe(new RegExp(`^${source}$`, 's').test(observed));
      }),
      { numRuns: 2000 },
    );
  });

  it('a pattern full of stars ends soon', async () => {
    const { result, paces } = await paced(() =>
      matchesGlob('a'.repeat(20_000), globOf(`${'*a'.repeat(200)}b`)),
    );
    expect(result).toBe(false);
    expect(paces).toBeLessThan(40);
  });
});

describe('whatever the document', () => {
  it('reading never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          some.map((list) => JSON.stringify(list)),
        ),
        (text) => {
          const reading = readPolicy(text, 'trust', { as: 'new' });
          expect('fault' in reading || reading.policy.statements.length > 0).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('JSON is read if and only if the platform reads it', () => {
    const nearly = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '\\', '0', ' '))
      .map(
        ([text, at, extra]) =>
          text.slice(0, at % (text.length + 1)) + extra + text.slice(at % (text.length + 1)),
      );
    fc.assert(
      fc.property(fc.oneof(fc.json(), nearly), (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect('root' in readJson(text)).toBe(isJson);
      }),
      { numRuns: 1000 },
    );
  });
});
