import { expect } from 'playwright/test';
import { settings, test } from './fixtures.ts';
import integration from './integration.ts';
import { proveLogin } from './prove-login.ts';

const isWanted = (id: string) => settings.cases.length === 0 || settings.cases.includes(id);

for (const one of integration.cases.filter(({ id }) => isWanted(id)))
  test(
    one.title,
    { annotation: { type: 'case', description: `${integration.id}/${one.id}` } },
    async ({ rollout }, info) => {
      const { report, pictures } = await proveLogin(one, rollout);
      for (const [name, body] of Object.entries(pictures))
        await info.attach(name, { body: Buffer.from(body), contentType: 'image/png' });
      await info.attach('case.json', {
        body: JSON.stringify(report, null, 1),
        contentType: 'application/json',
      });
      expect(report.verdict, report.summary).toBe('pass');
    },
  );
