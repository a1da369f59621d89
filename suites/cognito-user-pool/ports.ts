import type { IdentityProviderPort, ServiceProviderPort } from '../../harness/flows/ports.ts';
import { idpScreens, whoami } from '../support/kosmos.ts';
import type { Controls, Names } from './parties.ts';
import { appScreens } from './screens.ts';

/** The provider's pages. @param metadata of its SAML side; empty where that is not in use */
export function identityProvider(
  { idp }: Controls,
  { idpHost, startUrl }: Names,
  metadata: () => Promise<string>,
): IdentityProviderPort {
  return {
    metadata,
    startUrl: () => startUrl,
    login: idpScreens.login,
    refusal: idpScreens.refusal,
    hasSession: async (context) => (await whoami(idp, context, `https://${idpHost}/oauth2/`)) !== undefined,
  };
}

/** The application, with the pool between it and the provider. */
export function serviceProvider({ app, pool }: Controls, names: Names, acsUrl: string): ServiceProviderPort {
  return {
    metadata: async () => '',
    acsUrl,
    startUrl: names.startUrl,
    begin: (page) => page.locator(appScreens.signIn).click(),
    screens: appScreens,
    readHome: async (page) => {
      const shown = await page.locator(appScreens.shownName).textContent();
      return { userName: shown?.trim() ?? '', accounts: [] };
    },
    whoami: (context) => whoami(app, context, names.startUrl),
    lastRefusal: async () => {
      const lists = await Promise.all(
        [pool, app].map((one) => one.get<readonly { type: string; reason?: string }[]>('/events')),
      );
      return lists.flatMap((events) => events.findLast(({ type }) => type === 'refused')?.reason ?? [])[0];
    },
    signOut: async (page) => {
      await page.locator(appScreens.signOut).click();
      await page.locator(appScreens.welcome).waitFor();
    },
  };
}
