import { expect } from 'playwright/test';
import { loadConfig } from '../../harness/config/load-config.ts';
import { attachProof } from '../support/attach-proof.ts';
import { proveCase } from '../support/prove-case.ts';
import { casesFor } from './cases-for.ts';
import { settings, test } from './fixtures.ts';
import integration from './integration.ts';
import { liveChange } from './live-mutation.ts';
import { tryService } from './try-service.ts';

const isWanted = (id: string) => settings.cases.length === 0 || settings.cases.includes(id);
const { integrations } = await loadConfig(settings.root, settings.config);
const config = integrations['scim-service'];
const change = await liveChange(settings.mutation);

// A real service is asked one thing at a time.
if (config?.existing !== undefined) test.describe.configure({ mode: 'default' });

for (const one of (config === undefined ? [] : casesFor(config)).filter(({ id }) => isWanted(id)))
  test(
    one.title,
    { annotation: { type: 'case', description: `${integration.id}/${one.id}` } },
    async ({ rollout, trial, trying }, info) => {
      const { profile, waivers } = rollout;
      const startedAt = performance.now();
      const evidence = change(await trying.track(tryService(one, trial)));
      const durationMs = Math.round(performance.now() - startedAt);
      const proven = { integration: integration.id, case: one, profile, evidence, pictures: {}, waivers };
      const report = await proveCase(
        { ...proven, durationMs, ...(settings.mutation === undefined ? {} : { strict: { but: [] } }) },
        settings.runFolder,
      );
      attachProof(info, report, settings.runFolder);
      expect(report.verdict, report.summary).toBe('pass');
    },
  );
