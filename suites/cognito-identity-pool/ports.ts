import type { BrowserContext, Page } from 'playwright';
import type { IdentityProviderPort, ServiceProviderPort } from '../../harness/flows/ports.ts';
import { createAuthenticatorClient } from '../../mocks/authenticator/client.ts';
import { createIdentityPoolClient } from '../../mocks/aws/cognito-identity-pool/client.ts';
import type { Bench } from '../support/bench.ts';
import { kosmosPort, whoami } from '../support/kosmos.ts';
import type { Controls, Names } from './parties.ts';
import { account } from './world.ts';

const screens = {
  home: '[data-testid=pool-home]',
  destination: '[data-testid=pool-home]',
  refusal: '[data-testid=error-page]',
} as const;

export interface Ports {
  readonly idp: IdentityProviderPort;
  readonly sp: ServiceProviderPort;
  readonly phone: ReturnType<typeof createAuthenticatorClient>;
}

export function connectPorts(controls: Controls, names: Names, bench: Bench): Ports {
  return {
    idp: kosmosPort(controls.idp, names, bench),
    sp: webApplication(controls, names),
    phone: createAuthenticatorClient(controls.authenticator),
  };
}

function webApplication({ app, pools }: Controls, names: Names): ServiceProviderPort {
  return {
    // It publishes none: towards the identity provider it goes by AWS's name.
    metadata: async () => '',
    acsUrl: names.acsUrl,
    startUrl: `${names.appOrigin}/`,
    begin: () => Promise.reject(new Error('The login begins at the identity provider.')),
    screens,
    readHome,
    whoami: (context: BrowserContext) => whoami(app, context, names.appOrigin),
    lastRefusal: createIdentityPoolClient(pools).lastRefusal,
    restart: async () => {
      await app.send('POST', '/restart');
    },
    signOut: async (page) => {
      await page.locator('#sign-out-button').click();
      await page.locator('[data-testid=signed-out]').waitFor();
    },
  };
}

/** Who is signed in, and with which role, as the first page shows it. */
async function readHome(page: Page) {
  const userName = (await page.locator('[data-testid=user-name]').textContent())?.trim() ?? '';
  const role = (await page.locator(screens.home).getAttribute('data-role')) ?? '';
  return { userName, accounts: [{ accountId: account.id, accountName: account.name, roles: [role] }] };
}
