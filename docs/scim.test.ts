import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checks } from '../harness/checks/index.ts';
import { parseConfig } from '../harness/config/load-config.ts';
import { profiles } from '../harness/profiles/index.ts';
import { cases } from '../suites/scim-service/cases/index.ts';
import { casesFor } from '../suites/scim-service/cases-for.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const pages = { 'scim.md': read('scim.md'), 'idemeum.md': read('idemeum.md') };

it.each(Object.entries(pages))('%s names only checks that there are', (_, page) => {
  const named = [...page.matchAll(/`([a-z-]+\/[a-z-]+)`/g)].map(([, id = '']) => id);
  const ids = [...checks.map(({ id }) => id), 'report/scim-push'];
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
});

it('scim.md shows a configuration that is taken, with a case that there is', () => {
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(pages['scim.md']) ?? [];
  const value = /defineConfig\(([\s\S]*)\);\s*$/.exec(code)?.[1] ?? '';
  const { integrations } = parseConfig(new Function(`return (${value})`)(), 'f.ts');
  const own = integrations['scim-service'];
  if (own?.existing === undefined) throw new Error('The page shows no existing service.');
  expect(cases.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(own.existing.differences)));
  expect(profiles.map(({ id }) => id)).toContain(own.profile);
});

it('scim.md says how many cases there are, and explains every key', () => {
  expect(pages['scim.md']).toContain(`${cases.length} cases make, read, find`);
  for (const key of [
    'product',
    'baseUrlVariable',
    'tokenVariable',
    'allowChanges',
    'allowedBy',
    'differences',
  ])
    expect(pages['scim.md']).toContain(`\`${key}\``);
  expect(casesFor({ profile: 'scim-service', region: 'us-east-1', existing: undefined })).toBe(cases);
});
