import type { Page } from 'playwright';

const attempts = 3;

/**
 * Opens an address. A browser breaks off what it is doing when the machine's own networks change, as they do when a container
 * or a VPN comes up elsewhere on it: that says nothing about the party behind the address, so it is asked again.
 */
export async function openPage(page: Page, url: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await page.goto(url);
      return;
    } catch (error) {
      const isOurs = (error as Error).message.includes('ERR_NETWORK_CHANGED');
      if (!isOurs || attempt === attempts) throw error;
    }
  }
}
