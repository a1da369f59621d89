import { expect } from 'playwright/test';
import { attachProof } from '../support/attach-proof.ts';
import { proveCase } from '../support/prove-case.ts';
import { settings, test } from './fixtures.ts';
import integration from './integration.ts';
import { findLive, type Live } from './live-switch.ts';
import { makeLogin } from './make-login.ts';

const isWanted = (id: string) => settings.cases.length === 0 || settings.cases.includes(id);
// Hundreds of files that an ordinary run need not load.
const live: Live | 'elsewhere' | undefined =
  settings.mutation === undefined ? undefined : await findLive(settings.mutation);
// All mutations but those of direct federation are switched on in the logins of 1kosmos-identity-center.
const wanted = live === 'elsewhere' ? [] : integration.cases.filter(({ id }) => isWanted(id));

for (const one of wanted)
  test(
    one.title,
    { annotation: { type: 'case', description: `${integration.id}/${one.id}` } },
    async ({ rollout: { bench, parties, profile, waivers } }, info) => {
      const startedAt = performance.now();
      const mutation =
        live === undefined || live === 'elsewhere' ? undefined : await live(one, bench, parties);
      const { evidence, pictures } = await makeLogin(one, bench, parties, mutation);
      const report = await proveCase(
        {
          integration: integration.id,
          case: one,
          profile,
          evidence,
          pictures,
          durationMs: Math.round(performance.now() - startedAt),
          waivers,
          ...(mutation === undefined ? {} : { strict: { but: [] } }),
        },
        settings.runFolder,
      );
      attachProof(info, report, settings.runFolder);
      expect(report.verdict, report.summary).toBe('pass');
    },
  );
