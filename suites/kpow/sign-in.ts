import type { LoginDriver } from '../../harness/flows/ports.ts';
import { portalScreens } from './screens.ts';

export interface SignInPlan {
  readonly userName: string;
  readonly password: string;
  /** Display name of the application whose tile is chosen afterwards; left out where the portal goes on by itself. */
  readonly tile?: string;
}

/** Signs in to the access portal by name and password. */
export function createPasswordDriver({ userName, password, tile }: SignInPlan): LoginDriver {
  return async (page, { photograph }) => {
    await page.locator(portalScreens.userName).fill(userName);
    await page.locator(portalScreens.next).click();
    await page.locator(portalScreens.password).fill(password);
    await photograph(page, 'The page that asks for the password');
    await page.locator(portalScreens.signIn).click();
    if (tile === undefined) return undefined;
    const chosen = page.locator(`[data-application="${tile}"]`);
    const refused = page.locator(`${portalScreens.home}, ${portalScreens.problem}`).first();
    await refused.waitFor();
    if ((await chosen.count()) === 0) return undefined;
    await photograph(page, 'The access portal with its tiles');
    await chosen.click();
    return undefined;
  };
}
