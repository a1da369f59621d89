import { CountersignError } from '../../harness/model/error.ts';

/** True for addresses that never leave this machine, whatever a name server says. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(hostname)
  );
}

export interface Permission {
  readonly allowHostileTests: boolean;
  readonly allowedBy: string | undefined;
  /** Configuration file in which it stands; absent for a target given by hand. */
  readonly file: string | undefined;
}

/**
 * Who allowed hostile messages to these addresses; undefined when they are all on this machine.
 * @throws CountersignError `config` when nobody did
 */
export function requirePermission(
  id: string,
  urls: readonly string[],
  { allowHostileTests, allowedBy, file }: Permission,
): { readonly by: string; readonly file: string } | undefined {
  const away = urls.filter((url) => !isLoopback(url));
  if (away.length === 0) return undefined;
  if (allowHostileTests && allowedBy !== undefined && file !== undefined) return { by: allowedBy, file };
  throw new CountersignError(
    'config',
    `"${id}" is at ${[...new Set(away.map((url) => new URL(url).origin))].join(', ')}, and nobody allowed hostile messages there.`,
    'Ask its owner; then set allowHostileTests: true and allowedBy for it under "refusals" in the configuration file.',
  );
}
