import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { checks } from '../harness/checks/index.ts';
import { parseConfig } from '../harness/config/load-config.ts';
import { samlApplication } from '../harness/config/saml-application-schema.ts';

const page = readFileSync(new URL('custom-application.md', import.meta.url), 'utf8');

it('names only checks that there are', () => {
  const named = [...page.matchAll(/`([a-z-]+\/[a-z-]+)`/g)].map(([, id = '']) => id);
  const ids = checks.map(({ id }) => id);
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
});

it('shows a configuration that is taken', () => {
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
  const value = /defineConfig\(([\s\S]*)\);\s*$/.exec(code)?.[1] ?? '';
  const config = parseConfig(
    new Function('writeFile', `return (${value})`)(() => undefined),
    'f.ts',
  );
  expect(config.integrations.kpow?.application.existing?.product).toBe('Our wiki');
});

it('explains every key of an application', () => {
  const { shape } = samlApplication(z.string());
  const existing = shape.existing.unwrap().shape;
  const rows = [...page.matchAll(/^\| `(\w+)`/gm)].map(([, key]) => key);
  const shown = ['name', 'audience', 'rolesAttribute', ...Object.keys(existing)];
  // Said in the row of another: both are addresses of the application.
  expect(shown.filter((key) => !rows.includes(key))).toEqual(['product', 'acsUrl']);
});
