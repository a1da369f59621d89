import type { Page } from 'playwright';
import type { Interception } from '../../harness/flows/browser-context.ts';
import { readText } from '../../harness/flows/look.ts';
import type { IdentityProviderPort, ServiceProviderPort } from '../../harness/flows/ports.ts';
import type { ControlClient } from '../../harness/model/double.ts';
import type { PhonePort } from '../../harness/model/phone.ts';
import { createAuthenticatorClient } from '../../mocks/authenticator/client.ts';
import type { Bench } from '../support/bench.ts';
import { kosmosPort, whoami } from '../support/kosmos.ts';
import type { Controls } from './arrange.ts';
import type { Names } from './parties.ts';
import { portalScreens } from './screens.ts';

/** The parties of one login, as the flow and the phone driver use them. */
export interface Ports {
  readonly idp: IdentityProviderPort;
  readonly sp: ServiceProviderPort;
  readonly phone: PhonePort;
  readonly tamperRelayState: Interception;
}

export function connectPorts(controls: Controls, names: Names, bench: Bench): Ports {
  return {
    idp: kosmosPort(controls.idp, names, bench),
    sp: serviceProvider(controls.sp, names, bench),
    phone: createAuthenticatorClient(controls.authenticator),
    tamperRelayState: tamperRelayState(names.acsUrl),
  };
}

/** The access portal, whichever identity provider is in front of it. */
export function serviceProvider(
  control: ControlClient,
  names: Pick<Names, 'portal' | 'spMetadata' | 'acsUrl'>,
  bench: Bench,
): ServiceProviderPort {
  return {
    metadata: () => bench.fetchText(names.spMetadata),
    acsUrl: names.acsUrl,
    startUrl: names.portal,
    begin: async (page, userName) => {
      await page.locator(portalScreens.userName).fill(userName);
      await page.locator(portalScreens.next).click();
    },
    screens: portalScreens,
    readHome: readPortal,
    whoami: (context) => whoami(control, context, names.portal),
    lastRefusal: async () => {
      const audit = await control.get<readonly { errorMessage?: string }[]>('/audit');
      return audit.findLast(({ errorMessage }) => errorMessage !== undefined)?.errorMessage;
    },
    restart: () => control.send('POST', '/restart'),
    signOut: async (page) => {
      await page.locator(portalScreens.signOut).click();
      await page.locator(portalScreens.userName).waitFor();
    },
  };
}

async function readPortal(page: Page) {
  const userName = (await readText(page, portalScreens.shownName)) ?? '';
  const accounts = await page.evaluate(
    (account) =>
      [...document.querySelectorAll(account)].map((item) => ({
        accountId: item.getAttribute('data-account-id') ?? '',
        accountName: item.getAttribute('data-account-name') ?? '',
        roles: [...item.querySelectorAll('[data-role-name]')]
          .map((role) => role.getAttribute('data-role-name') ?? '')
          .sort(),
      })),
    portalScreens.account,
  );
  return { userName, accounts };
}

/** A RelayState that no one issued: the last character of a token changed, or a link elsewhere. */
function tamperRelayState(acsUrl: string): Interception {
  return {
    matches: (url, method) => url === acsUrl && (method === 'POST' || method === '*'),
    change: async ({ url, body }) => {
      const fields = new URLSearchParams(body);
      const before = fields.get('RelayState') ?? '';
      const last = before.endsWith('A') ? 'B' : 'A';
      fields.set(
        'RelayState',
        before.startsWith('https://') ? 'https://portal.evil.example/start' : `${before.slice(0, -1)}${last}`,
      );
      return { url, body: fields.toString() };
    },
  };
}
