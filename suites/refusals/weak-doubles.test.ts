import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Canary, openCanary } from '../../harness/drivers/http/canary.ts';
import type { RefusalTarget } from '../../harness/flows/refusals/target.ts';
import type { AttackNeed } from '../../harness/model/attack.ts';
import type { Mutation } from '../../harness/model/mutation.ts';
import type { RefusalResult } from '../../harness/model/refusal.ts';
import { mutations } from '../../harness/mutations/index.ts';
import { makeRefusalKeys, type RefusalKeys } from './keys.ts';
import { openServiceProviderTarget, type ServiceProviderTarget } from './service-provider.ts';
import { tryAttacks } from './try-attacks.ts';

const attacks = mutations.filter(({ attack }) => attack?.against === 'sp');
const needs = ({ attack }: Mutation) => attack?.needs ?? [];

/** What the generic service provider does not do: such attacks are for other targets. */
const beyond: readonly AttackNeed[] = ['artifact', 'sts', 'identity-pool'];
const isBeyond = (attack: Mutation) => needs(attack).some((need) => beyond.includes(need));
const fitting = attacks.filter((attack) => !isBeyond(attack));

let keys: RefusalKeys;
let canary: Canary;
/** One for each thing that an ordinary response has signed. */
let worlds: Record<'assertion' | 'response', ServiceProviderTarget>;

beforeAll(async () => {
  keys = await makeRefusalKeys(Date.now());
  canary = await openCanary();
  const [assertion, response] = await Promise.all([
    openServiceProviderTarget(keys, 'assertion'),
    openServiceProviderTarget(keys, 'response'),
  ]);
  worlds = { assertion, response };
});
afterAll(() => canary[Symbol.asyncDispose]());

const worldFor = (attack: Mutation) =>
  needs(attack).includes('signed-response') ? worlds.response : worlds.assertion;

async function tryOn(target: RefusalTarget, list: readonly Mutation[]): Promise<readonly RefusalResult[]> {
  return (await tryAttacks({ target, attacks: list, keys, canary })).results;
}

/** What has another outcome than it must have, with the reason. */
function others(results: readonly RefusalResult[], outcome: RefusalResult['outcome']): readonly string[] {
  return results
    .filter((one) => one.outcome !== outcome)
    .map((one) => `${one.attack} ${one.outcome}: ${one.says}`);
}

describe('on a double that lacks exactly what it exploits, an attack works', () => {
  test.each(fitting.map((attack) => [attack.id, attack] as const))(
    '%s',
    async (_id, attack) => {
      const { target, weaken } = worldFor(attack);
      await weaken(attack.attack?.weakness ?? []);
      try {
        const [result] = await tryOn(target, [attack]);
        expect(result?.outcome, `${result?.says} ${result?.auditReason ?? ''}`).toBe(
          attack.attack?.advisory === undefined ? 'fell' : 'warned',
        );
      } finally {
        await weaken([]);
      }
      // What is measured by the time of an answer is slow on purpose, and measured several times.
    },
    120_000,
  );
});

describe('the strict double', () => {
  test.each(['assertion', 'response'] as const)(
    'holds against all, with its signed %s',
    async (signed) => {
      const list = fitting.filter((attack) => worldFor(attack) === worlds[signed]);
      expect(list.length).toBeGreaterThan(0);
      expect(others(await tryOn(worlds[signed].target, list), 'held')).toEqual([]);
    },
    120_000,
  );

  test('is not what an attack is about that needs another kind of target, and the result says so', async () => {
    const list = attacks.filter(isBeyond);
    const results = await tryOn(worlds.assertion.target, list);
    expect(others(results, 'not-applicable')).toEqual([]);
    for (const { says } of results) expect(says).toMatch(/what the attack is about/);
  });
});

describe('nothing follows from a refusal', () => {
  test('of a target that refuses everything', async () => {
    const { target } = await openServiceProviderTarget({ ...keys, idp: keys.stranger });
    const results = await tryOn(target, attacks);
    expect(others(results, 'inconclusive')).toEqual([]);
    expect(results).toHaveLength(attacks.length);
  });

  test('of a target that is down', async () => {
    const send = async () => {
      throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:9') });
    };
    const results = await tryOn({ ...worlds.assertion.target, send }, attacks);
    expect(others(results, 'inconclusive')).toEqual([]);
    expect(results[0]?.says).toContain('ECONNREFUSED');
  });
});

test('every attack on a service provider names what a target lacks that falls for it', () => {
  expect(attacks.filter(({ attack }) => attack?.weakness.length === 0)).toEqual([]);
});
