import type { Page } from 'playwright';
import type { IdentityProviderPort, ServiceProviderPort } from '../../harness/flows/ports.ts';
import { createAuthenticatorClient } from '../../mocks/authenticator/client.ts';
import { createSignInClient } from '../../mocks/aws/sign-in/client.ts';
import type { Bench } from '../support/bench.ts';
import { kosmosPort } from '../support/kosmos.ts';
import type { Controls, Names } from './parties.ts';
import { account, second, signInUrl } from './world.ts';

const screens = {
  home: '[data-testid=console]',
  destination: '[data-testid=console]',
  refusal: '[data-testid=error-page]',
} as const;
const picker = '[data-testid=role-picker]';

export interface Ports {
  readonly idp: IdentityProviderPort;
  readonly sp: ServiceProviderPort;
  readonly phone: ReturnType<typeof createAuthenticatorClient>;
}

/** @param chosen ARN of the role that the person picks where the page lets them choose */
export function connectPorts(
  controls: Controls,
  names: Names,
  bench: Bench,
  chosen: string | undefined,
): Ports {
  return {
    idp: kosmosPort(controls.idp, names, bench),
    sp: signIn(controls, names, bench, chosen),
    phone: createAuthenticatorClient(controls.authenticator),
  };
}

function signIn(
  controls: Controls,
  names: Names,
  bench: Bench,
  chosen: string | undefined,
): ServiceProviderPort {
  const client = createSignInClient(controls.signIn);
  return {
    metadata: () => bench.fetchText(`${names.signInOrigin}/static/saml-metadata.xml`),
    acsUrl: signInUrl,
    startUrl: `${names.consoleOrigin}/console/home?region=us-east-1`,
    begin: () =>
      Promise.reject(new Error('AWS sign-in sends no AuthnRequest: there is nothing to begin here.')),
    between: {
      selector: picker,
      act: async (page) => {
        await page.locator(`${picker} input[value="${chosen ?? ''}"]`).check();
        await page.locator('#signin_button').click();
      },
    },
    screens,
    readHome: readConsole,
    whoami: async (context) => {
      const cookies = await context.cookies(names.consoleOrigin);
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      return (await client.whoami(cookie))?.subject;
    },
    lastRefusal: client.lastRefusal,
    restart: async () => {
      await client.restart();
    },
    signOut: async (page) => {
      await page.locator('#sign-out-button').click();
    },
  };
}

/** The console names one account and one role: those that were taken on. */
async function readConsole(page: Page) {
  const shown = await page.evaluate(
    (home) => ({ ...document.querySelector<HTMLElement>(home)?.dataset }),
    screens.home,
  );
  const { consoleAccount: accountId = '', consoleRole = '', consoleSession: userName = '' } = shown;
  const accountName = [account, second].find(({ id }) => id === accountId)?.name ?? '';
  return { userName, accounts: [{ accountId, accountName, roles: [consoleRole] }] };
}
