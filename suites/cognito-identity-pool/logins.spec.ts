import { expect } from 'playwright/test';
import { attachProof } from '../support/attach-proof.ts';
import { cases } from './cases.ts';
import { settings, test } from './fixtures.ts';
import integration from './integration.ts';
import { proveLogin } from './prove-login.ts';

const isWanted = (id: string) => settings.cases.length === 0 || settings.cases.includes(id);
// No mutation of another rollout is switched on here: these cases are about what a pool is given.
const possible = settings.mutation === undefined ? cases : [];

for (const one of possible.filter(({ id }) => isWanted(id)))
  test(
    one.title,
    { annotation: { type: 'case', description: `${integration.id}/${one.id}` } },
    async ({ rollout }, info) => {
      const report = await proveLogin(one, rollout);
      attachProof(info, report, settings.runFolder);
      expect(report.verdict, report.summary).toBe('pass');
    },
  );
