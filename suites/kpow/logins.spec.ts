import { expect } from 'playwright/test';
import { loadConfig } from '../../harness/config/load-config.ts';
import { attachProof } from '../support/attach-proof.ts';
import { casesFor } from './cases-for.ts';
import { refuseContainers } from './existing.ts';
import { settings, test } from './fixtures.ts';
import integration from './integration.ts';
import { proveLogin } from './prove-login.ts';

const isWanted = (id: string) => settings.cases.length === 0 || settings.cases.includes(id);
const { integrations } = await loadConfig(settings.root, settings.config);
const existing = integrations.kpow?.application.existing;
refuseContainers(existing, settings.containers);

for (const one of casesFor(existing).filter(({ id }) => isWanted(id)))
  test(
    one.title,
    { annotation: { type: 'case', description: `${integration.id}/${one.id}` } },
    async ({ rollout }, info) => {
      const report = await proveLogin(one, rollout);
      attachProof(info, report, settings.runFolder);
      expect(report.verdict, report.summary).toBe('pass');
    },
  );
