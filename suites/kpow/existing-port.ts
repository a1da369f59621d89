import type { BrowserContext } from 'playwright';
import type { ExistingApplication } from '../../harness/config/saml-application-schema.ts';
import type { ServiceProviderPort } from '../../harness/flows/ports.ts';
import type { Bench } from '../support/bench.ts';
import { askApplication, type Place } from './oracle.ts';
import type { Names } from './parties.ts';

/** An application of one's own: its pages by selectors, its identity oracle as the configuration names it. */
export function existingPort(own: ExistingApplication, names: Names, bench: Bench): ServiceProviderPort {
  const ask = (context: BrowserContext, place: Place) => askApplication(context, bench.stack, place);
  return {
    metadata: () => (own.metadataUrl === undefined ? Promise.resolve('') : bench.fetchText(own.metadataUrl)),
    acsUrl: own.acsUrl,
    startUrl: own.startUrl,
    begin: async () => undefined,
    screens: { home: own.home, destination: own.home, refusal: own.refusal },
    readHome: async (page) => {
      const [userName = ''] = await ask(page.context(), own.whoami);
      const roles = [...(await ask(page.context(), own.roles))].sort();
      return {
        userName,
        accounts: [{ accountId: names.appHost, accountName: names.displayName, roles }],
      };
    },
    whoami: async (context) => (await ask(context, own.whoami))[0],
    lastRefusal: async () => undefined,
    signOut: () => Promise.reject(new Error('How to sign out of this application is not known.')),
  };
}
