import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checks } from '../harness/checks/index.ts';
import { parseConfig } from '../harness/config/load-config.ts';
import { stepUp } from '../harness/config/step-up-schema.ts';
import { placeholders } from '../suites/cognito-user-pool/step-up/rollout-of.ts';

const page = readFileSync(new URL('step-up.md', import.meta.url), 'utf8');

it('names only checks that there are', () => {
  const named = [...page.matchAll(/`(step-up\/[a-z-]+)`/g)].map(([, id = '']) => id);
  const ids = checks.map(({ id }) => id);
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
});

it('shows a configuration that is taken', () => {
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
  const value = /defineConfig\(([\s\S]*)\);\s*$/.exec(code)?.[1] ?? '';
  const config = parseConfig(new Function(`return (${value})`)(), 'f.ts');
  const { functions } = config.integrations['cognito-user-pool']?.stepUp ?? {};
  expect(functions?.CreateAuthChallenge?.timeoutMs).toBe(10_000);
});

it('explains every key, and every word in braces', () => {
  const rows = [...page.matchAll(/^\| `(\w+)`/gm)].map(([, key]) => key);
  expect(Object.keys(stepUp.shape).filter((key) => !rows.includes(key))).toEqual([]);
  expect(Object.keys(placeholders).filter((word) => !page.includes(`\`{${word}}\``))).toEqual([]);
});
