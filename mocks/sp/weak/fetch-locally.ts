import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const maxLength = 64 * 1024;
const maxMs = 10_000;

/**
 * Reads an address that a message named, as a careless service provider would: a file, or a page on this machine.
 * Nothing beyond loopback is ever asked. Undefined when there is nothing to read.
 */
export async function fetchLocally(address: string): Promise<string | undefined> {
  const url = URL.parse(address);
  if (url === null) return undefined;
  try {
    if (url.protocol === 'file:') return (await readFile(fileURLToPath(url), 'utf8')).slice(0, maxLength);
    if (url.protocol !== 'http:' || !isLoopback(url.hostname)) return undefined;
    const answer = await fetch(url, { signal: AbortSignal.timeout(maxMs), redirect: 'error' });
    return (await answer.text()).slice(0, maxLength);
  } catch {
    return undefined;
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
