import type { ApplicationHome, SamlApplication } from '../../harness/aws/mapping-expressions-records.ts';
import type { ServiceProviderPort } from '../../harness/flows/ports.ts';
import { members } from './arrange.ts';
import type { AppCase } from './cases.ts';
import type { Controls } from './parties.ts';
import { people } from './people.ts';

/** Long enough for the session of the application to end, and short enough for that of the portal to go on. */
const laterMs = 2 * 3_600_000;

/**
 * After the first page was read, the person leaves groups at the identity provider, the session of the application ends,
 * and they open it once more: the portal still knows them, and the application is told their roles anew.
 */
export function withLaterLogin(
  sp: ServiceProviderPort,
  one: AppCase,
  { idp, kpow }: Controls,
  { groups }: SamlApplication,
): ServiceProviderPort {
  return {
    ...sp,
    readHome: async (page) => {
      const home = await sp.readHome(page);
      for (const group of one.leaves) await members(group, ...membersWithout(group, one))(idp);
      for (const control of [idp, kpow]) await control?.send('PUT', '/clock', { offsetMs: laterMs });
      await page.goto(sp.startUrl);
      await page.locator(sp.screens.home).first().waitFor();
      const again = await sp.readHome(page);
      const later: NonNullable<ApplicationHome['later']> = {
        wanted: groups
          .filter(({ name }) => !one.leaves.includes(name))
          .map(({ sent }) => sent)
          .sort(),
        shown: again.accounts.flatMap(({ roles }) => roles),
      };
      return { ...home, later };
    },
  };
}

function membersWithout(group: string, { person }: AppCase): readonly string[] {
  return Object.values(people)
    .filter(({ groups }) => groups.some((name) => name === group))
    .map(({ userName }) => userName)
    .filter((userName) => userName !== people[person].userName);
}
