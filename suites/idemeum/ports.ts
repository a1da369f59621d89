import type { Page } from 'playwright';
import type { IdentityProviderPort, ServiceProviderPort } from '../../harness/flows/ports.ts';
import type { PhonePort } from '../../harness/model/phone.ts';
import { createAuthenticatorClient } from '../../mocks/authenticator/client.ts';
import { serviceProvider } from '../1kosmos-identity-center/ports.ts';
import { portalScreens } from '../1kosmos-identity-center/screens.ts';
import type { Bench } from '../support/bench.ts';
import { kosmosPort } from '../support/kosmos.ts';
import type { Controls } from './arrange.ts';
import type { LoginCase } from './cases.ts';
import { applicationId, type Names } from './parties.ts';
import { catalogScreens } from './screens.ts';

/** The parties of one login, as the flow and the phone driver use them. */
export interface Ports {
  readonly idp: IdentityProviderPort;
  readonly sp: ServiceProviderPort;
  readonly phone: PhonePort;
}

export function connectPorts(one: LoginCase, controls: Controls, names: Names, bench: Bench): Ports {
  const portal = serviceProvider(controls.sp, names, bench);
  // The login is that of the other provider double: pages and control are the same, but for where a login starts.
  const login = kosmosPort(controls.idp, names, bench);
  return {
    idp: one.from === 'catalog' ? { ...login, startUrl: () => names.catalog } : login,
    sp: {
      ...portal,
      between: { selector: catalogScreens.catalog, act: (page) => chooseTile(page, names) },
      ...(one.leaving === undefined ? {} : { signOut: (page: Page) => leave(page, one, controls) }),
    },
    phone: createAuthenticatorClient(controls.authenticator),
  };
}

/** Without a tile, the address that it would lead to: whoever knows it must not get further by it. */
async function chooseTile(page: Page, names: Names): Promise<void> {
  const tile = page.locator(catalogScreens.tile(applicationId));
  if ((await tile.count()) > 0) await tile.click();
  else await page.goto(names.launch);
}

/** The person loses access while the portal is open; the page that comes next asks to sign in. */
async function leave(page: Page, one: LoginCase, controls: Controls): Promise<void> {
  for (const arrangement of one.leaving ?? []) await arrangement(controls);
  await page.reload();
  await page.locator(portalScreens.userName).waitFor();
}
