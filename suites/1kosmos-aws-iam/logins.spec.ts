import { expect } from 'playwright/test';
import { attachProof } from '../support/attach-proof.ts';
import { proveCase } from '../support/prove-case.ts';
import { settings, test } from './fixtures.ts';
import integration from './integration.ts';
import { makeLogin } from './make-login.ts';

const isWanted = (id: string) => settings.cases.length === 0 || settings.cases.includes(id);
// Mutations are switched on in the logins of 1kosmos-identity-center only.
const wanted = settings.mutation === undefined ? integration.cases.filter(({ id }) => isWanted(id)) : [];

for (const one of wanted)
  test(
    one.title,
    { annotation: { type: 'case', description: `${integration.id}/${one.id}` } },
    async ({ rollout: { bench, parties, profile, waivers } }, info) => {
      const startedAt = performance.now();
      const { evidence, pictures } = await makeLogin(one, bench, parties);
      const report = await proveCase(
        {
          integration: integration.id,
          case: one,
          profile,
          evidence,
          pictures,
          durationMs: Math.round(performance.now() - startedAt),
          waivers,
        },
        settings.runFolder,
      );
      attachProof(info, report, settings.runFolder);
      expect(report.verdict, report.summary).toBe('pass');
    },
  );
