import type { BrowserContext, Page } from 'playwright';
import type { IdentityProviderPort, ServiceProviderPort } from '../../harness/flows/ports.ts';
import type { ControlClient } from '../../harness/model/double.ts';
import type { AccountAccess } from '../../harness/model/records.ts';
import type { Bench } from '../support/bench.ts';
import { whoami } from '../support/kosmos.ts';
import { existingPort } from './existing-port.ts';
import type { Controls, Names, Parties } from './parties.ts';
import { kpowScreens, portalScreens } from './screens.ts';

/** The parties of one login, as the flow uses them. */
export interface Ports {
  readonly idp: IdentityProviderPort;
  readonly sp: ServiceProviderPort;
}

export function connectPorts(controls: Controls, { names, existing }: Parties, bench: Bench): Ports {
  return {
    idp: accessPortal(controls.idp, names, bench),
    sp:
      existing === undefined || controls.kpow !== undefined
        ? kpowPort(controls, names)
        : existingPort(existing, names, bench),
  };
}

function accessPortal(control: ControlClient, names: Names, bench: Bench): IdentityProviderPort {
  return {
    metadata: () => bench.fetchText(names.idpMetadata),
    startUrl: () => names.portal,
    login: portalScreens.userName,
    refusal: `${portalScreens.refusal}, ${portalScreens.nothing}, ${portalScreens.problem}`,
    hasSession: async (context) => (await whoami(control, context, names.portal)) !== undefined,
  };
}

function kpowPort({ kpow }: Controls, names: Names): ServiceProviderPort {
  if (kpow === undefined) throw new Error('The stack runs without Kpow.');
  return {
    // It publishes none: its values are typed by hand.
    metadata: async () => '',
    acsUrl: names.acsUrl,
    startUrl: names.startUrl,
    // Its first page sends everybody on to the identity provider.
    begin: async () => undefined,
    screens: kpowScreens,
    readHome: (page) => readKpow(page, names),
    whoami: (context) => whoIs(kpow, context, names),
    lastRefusal: async () => {
      const audit = await kpow.get<readonly { accepted: boolean; reason?: string }[]>('/audit');
      const log = await kpow.get<readonly { type: string; reason?: string }[]>('/events');
      const missed = log.findLast(({ type }) => type === 'not-found')?.reason;
      return audit.findLast(({ accepted }) => !accepted)?.reason ?? missed;
    },
    restart: () => kpow.send('POST', '/restart'),
    signOut: async (page) => {
      await page.locator('#sign-out-button').click();
      await page.getByText('You are signed out').waitFor();
    },
  };
}

async function whoIs(kpow: ControlClient, context: BrowserContext, names: Names) {
  const cookies = await context.cookies(names.appOrigin);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const { nameId } = await kpow.send<{ nameId: string | null }>('POST', '/whoami', { cookie });
  return nameId ?? undefined;
}

/** Who is signed in, and with which roles, as the first page shows it. */
async function readKpow(
  page: Page,
  names: Names,
): Promise<{ userName: string; accounts: readonly AccountAccess[]; sessionEnd?: string }> {
  const home = page.locator(kpowScreens.home);
  const userName = (await page.locator('[data-testid=user-name]').textContent())?.trim() ?? '';
  const roles = await home
    .locator('[data-role]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-role') ?? ''));
  const sessionEnd = await home.getAttribute('data-session-end');
  return {
    userName,
    accounts: [{ accountId: names.appHost, accountName: names.displayName, roles: [...roles].sort() }],
    ...(sessionEnd === null ? {} : { sessionEnd }),
  };
}
