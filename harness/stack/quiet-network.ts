import { readFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** Linux's own list: unlike Node's it tells that an address is still tentative. */
const linuxAddresses = '/proc/net/if_inet6';

/**
 * Waits until the machine's addresses have been the same for a while. A browser breaks off every request under way when
 * they change (`ERR_NETWORK_CHANGED`), and those of a new container's interface settle seconds after it has started.
 * @param read what the addresses are now
 * @returns false when they were still changing after `limitMs`
 */
export async function waitForQuietNetwork(
  read: () => Promise<string> = readAddresses,
  { quietMs = 2_500, limitMs = 20_000, everyMs = 250 } = {},
): Promise<boolean> {
  let known = await read();
  let sameFor = 0;
  for (let waited = 0; waited < limitMs; waited += everyMs) {
    if (sameFor >= quietMs) return true;
    await pause(everyMs);
    const now = await read();
    sameFor = now === known ? sameFor + everyMs : 0;
    known = now;
  }
  return sameFor >= quietMs;
}

async function readAddresses(): Promise<string> {
  const linux = await readFile(linuxAddresses, 'utf8').catch(() => '');
  return JSON.stringify(networkInterfaces()) + linux;
}
