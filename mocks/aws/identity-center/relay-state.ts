import { createHmac, timingSafeEqual } from 'node:crypto';

/** One account's role, as a deep link into the portal names it. */
export interface DeepLink {
  readonly accountId: string;
  readonly roleName: string;
}

/** Makes and recognises RelayState values: opaque, HMAC-protected, 65 bytes (Bindings 3.4.3 allows 80). */
export interface RelayStates {
  readonly seal: (handle: string) => string;
  /** The handle inside; undefined when it was not made here or was changed. */
  readonly open: (relayState: string) => string | undefined;
}

/** Characters of a handle: 192 bits as base64url. */
const handleLength = 32;

export function createRelayStates(secret: string): RelayStates {
  const seal = (handle: string) => {
    const short = handle.slice(0, handleLength);
    const mac = createHmac('sha256', secret).update(short).digest().subarray(0, 24).toString('base64url');
    return `${short}.${mac}`;
  };
  return {
    seal,
    open: (relayState) => {
      const handle = relayState.slice(0, handleLength);
      const wanted = Buffer.from(seal(handle));
      const given = Buffer.from(relayState);
      const isOurs = wanted.length === given.length && timingSafeEqual(wanted, given);
      return isOurs ? handle : undefined;
    },
  };
}

/**
 * Reads the part of a deep link after the portal's address: `#/console?account_id=…&role_name=…`, or the same as a
 * path (`/console?…`). Undefined for anything else, so that nothing else is ever redirected to.
 */
export function readDestination(text: string): DeepLink | undefined {
  const match = /^(?:#\/|\/)?console\?([^#]*)$/.exec(text);
  if (match === null) return undefined;
  const query = new URLSearchParams(match[1]);
  const accountId = query.get('account_id') ?? '';
  const roleName = query.get('role_name') ?? '';
  if (!/^\d{12}$/.test(accountId) || !/^[\w+=,.@-]{1,32}$/.test(roleName)) return undefined;
  return { accountId, roleName };
}

/** Reads a whole deep link address as an identity provider's default RelayState may carry it; only of this portal. */
export function readDeepLinkUrl(text: string, portalUrl: string): DeepLink | undefined {
  if (!text.startsWith(portalUrl)) return undefined;
  return readDestination(text.slice(portalUrl.length).replace(/^\/(?=#)/, ''));
}

/** The page of that role, below the portal's host. */
export function consolePath({ accountId, roleName }: DeepLink): string {
  return `/start/console?${new URLSearchParams({ account_id: accountId, role_name: roleName })}`;
}
