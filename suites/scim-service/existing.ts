import type { ExistingScimService } from '../../harness/config/scim-service-schema.ts';
import { CountersignError } from '../../harness/model/error.ts';

export interface ScimAddress {
  readonly baseUrl: string;
  readonly token: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the existing service is, and whether it may be tried.
 * @throws CountersignError `config` where a variable is not set, the address is none, or nobody allowed changes there
 */
export function existingEndpoint(existing: ExistingScimService, environment: Environment): ScimAddress {
  const baseUrl = read(environment, existing.baseUrlVariable, 'the base URL of the SCIM service');
  const token = read(environment, existing.tokenVariable, 'an access token of the SCIM service');
  const url = parseUrl(baseUrl, existing.baseUrlVariable);
  if (isLoopback(url)) return { baseUrl, token };
  if (url.protocol !== 'https:')
    throw new CountersignError(
      'config',
      `The variable ${existing.baseUrlVariable} names ${url.origin}, where the token would travel unencrypted.`,
      'Name an https address; http is taken on this machine only.',
    );
  if (existing.allowChanges) return { baseUrl, token };
  throw new CountersignError(
    'config',
    `The cases make, change and remove people and groups at ${url.origin}, and nobody has allowed that.`,
    'Use a directory that is there for tests, then set allowChanges: true and allowedBy below scim-service.existing in the configuration.',
  );
}

/** The cases whose names a configuration may list as known differences. @throws CountersignError `config` */
export function refuseUnknownDifferences(
  { differences }: ExistingScimService,
  known: readonly string[],
): void {
  const unknown = Object.keys(differences).filter((id) => !known.includes(id));
  if (unknown.length === 0) return;
  throw new CountersignError(
    'config',
    `scim-service.existing.differences names ${unknown.join(', ')}, and there is no such case.`,
    'See "countersign list cases" for the ids.',
  );
}

function read(environment: Environment, variable: string, what: string): string {
  const value = environment[variable];
  if (value !== undefined && value !== '') return value;
  throw new CountersignError(
    'config',
    `The environment variable ${variable} is not set; it must hold ${what}.`,
    'Set it in the shell that starts the run, or name another variable below scim-service.existing.',
  );
}

function parseUrl(text: string, variable: string): URL {
  try {
    const url = new URL(text);
    if (url.protocol === 'https:' || url.protocol === 'http:') return url;
  } catch {
    // Told below, as for any other address that is none.
  }
  throw new CountersignError(
    'config',
    `The variable ${variable} does not hold an http or https address.`,
    'Copy the SCIM endpoint from IAM Identity Center → Settings → Automatic provisioning.',
  );
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
