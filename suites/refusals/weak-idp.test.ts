import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Canary, openCanary } from '../../harness/drivers/http/canary.ts';
import type { IdpTarget } from '../../harness/flows/refusals/idp/idp-target.ts';
import type { Mutation } from '../../harness/model/mutation.ts';
import type { RefusalResult } from '../../harness/model/refusal.ts';
import { mutations } from '../../harness/mutations/index.ts';
import { type IdpDoubleTarget, openIdpTarget } from './idp.ts';
import { makeRefusalKeys, type RefusalKeys } from './keys.ts';
import { tryIdpAttacks } from './try-attacks.ts';

const attacks = mutations.filter(({ attack }) => attack?.against === 'idp');
const wantsSignature = ({ attack }: Mutation) => attack?.needs?.includes('signed-requests') === true;

let keys: RefusalKeys;
let canary: Canary;
/** One for requests as anybody writes them, and one that demands signed requests. */
let worlds: Record<'plain' | 'signed', IdpDoubleTarget>;

beforeAll(async () => {
  keys = await makeRefusalKeys(Date.now());
  canary = await openCanary();
  const now = Date.now();
  const [plain, signed] = await Promise.all([openIdpTarget(now, false), openIdpTarget(now, true)]);
  worlds = { plain, signed };
});
afterAll(() => canary[Symbol.asyncDispose]());

async function tryOn(target: IdpTarget, list: readonly Mutation[]): Promise<readonly RefusalResult[]> {
  return (await tryIdpAttacks({ target, attacks: list, keys, canary })).results;
}

/** What has another outcome than it must have, with the reason. */
function others(results: readonly RefusalResult[], outcome: RefusalResult['outcome']): readonly string[] {
  return results
    .filter((one) => one.outcome !== outcome)
    .map((one) => `${one.attack} ${one.outcome}: ${one.says}`);
}

describe('on a provider that lacks exactly what it exploits, an attack works', () => {
  test.each(attacks.map((attack) => [attack.id, attack] as const))(
    '%s',
    async (_id, attack) => {
      const { target, weaken } = wantsSignature(attack) ? worlds.signed : worlds.plain;
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

describe('the strict provider', () => {
  test('holds against all that need no signed requests', async () => {
    const list = attacks.filter((attack) => !wantsSignature(attack));
    expect(others(await tryOn(worlds.plain.target, list), 'held')).toEqual([]);
  });

  test('holds against all where it demands signed requests', async () => {
    expect(others(await tryOn(worlds.signed.target, attacks), 'held')).toEqual([]);
  });
});

describe('nothing follows from a refusal', () => {
  test('of a provider that refuses everything', async () => {
    const { target, client } = await openIdpTarget(Date.now(), false);
    await client.deleteApplication('refusals');
    const results = await tryOn(target, attacks);
    expect(others(results, 'inconclusive')).toEqual([]);
    expect(results[0]?.says).toContain('does not lead to the login page');
  });

  test('of a provider that is down', async () => {
    const send = async () => {
      throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:9') });
    };
    const results = await tryOn({ ...worlds.plain.target, send }, attacks);
    expect(others(results, 'inconclusive')).toEqual([]);
    expect(results[0]?.says).toContain('ECONNREFUSED');
  });
});
