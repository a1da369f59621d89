import { afterAll, beforeAll, expect, test } from 'vitest';
import { mutations } from '../../harness/mutations/index.ts';
import type { RunningStack } from '../../harness/stack/start-stack.ts';
import { type Chromium, launchChromium, openBehindFrontDoor } from './browser-run.ts';
import { makeRefusalKeys, type RefusalKeys } from './keys.ts';
import { openServiceProviderTarget, type ServiceProviderTarget } from './service-provider.ts';
import { tryAttacks } from './try-attacks.ts';

let keys: RefusalKeys;
let sp: ServiceProviderTarget;
let stack: RunningStack;
let chromium: Chromium;

beforeAll(async () => {
  keys = await makeRefusalKeys(Date.now());
  sp = await openServiceProviderTarget(keys);
  stack = await openBehindFrontDoor('sp', sp.target);
  chromium = await launchChromium(sp.target.origins, stack.browserArgs);
}, 120_000);
afterAll(async () => {
  await chromium?.[Symbol.asyncDispose]();
  await stack?.[Symbol.asyncDispose]();
});

const csrf = mutations.filter(({ id }) => id.startsWith('binding/login-csrf'));
const outcomes = async () => {
  const { results } = await tryAttacks({
    target: sp.target,
    attacks: csrf,
    keys,
    openBrowser: chromium.open,
  });
  return results.map(({ attack, outcome, says }) => [
    attack,
    outcome,
    outcome === 'held' || outcome === 'fell' ? '' : says,
  ]);
};

test('in Chromium, login CSRF is held against by the strict double', async () => {
  expect(csrf.length).toBeGreaterThan(1);
  expect(await outcomes()).toEqual(csrf.map(({ id }) => [id, 'held', '']));
}, 180_000);

test('and works on the double that takes the answer to another browser’s request', async () => {
  await sp.weaken([...new Set(csrf.flatMap(({ attack }) => attack?.weakness ?? []))]);
  try {
    expect(await outcomes()).toEqual(csrf.map(({ id }) => [id, 'fell', '']));
  } finally {
    await sp.weaken([]);
  }
}, 180_000);
