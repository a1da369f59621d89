import { X509Certificate } from 'node:crypto';
import { importMetadata, type Provider } from '../sp/providers.ts';
import { noRbac, type Rbac, readRbac } from './rbac.ts';

/** Variables that set Kpow up, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the variables say, once everything that they name was read. */
export interface Settings {
  readonly acsUrl: URL;
  /** Metadata of the identity provider, with the certificate of SAML_CERT in place of its own where there is one. */
  readonly metadata: string;
  readonly provider: Provider;
  /** Issuer of the requests. */
  readonly relyingParty: string;
  readonly sessionMs: number;
  /** Address to go to after a login; the first page unless given. */
  readonly landing?: string;
  readonly debug: boolean;
  readonly rbac: Rbac;
  /** What works, and is worth a word to whoever set it up. */
  readonly warnings: readonly string[];
}

/** The audience of the vendor's guide. It is only a name here: the service provider is Kpow, not AWS. */
export const audience = 'urn:amazon:webservices';

/** Reads a file by the path that a variable has. @throws when it cannot be read */
export type ReadFile = (path: string) => string;

/** Why Kpow does not start: each sentence names the variable, what was found and what to do. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`Kpow does not start.\n${problems.map((one) => `  - ${one}`).join('\n')}`);
    this.problems = problems;
  }
}

const example = 'https://kpow.example.com/saml';

/** Reads the variables of the vendor's guide, and what they name. @throws StartRefused with all that is wrong */
export function readEnvironment(environment: Environment, readFile: ReadFile): Settings {
  const problems: string[] = [];
  const warnings: string[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problems.push((error as Error).message);
      return undefined;
    }
  };
  const kind = environment.AUTH_PROVIDER_TYPE;
  if (kind === undefined)
    warnings.push('AUTH_PROVIDER_TYPE is not set: Kpow itself asks nobody to sign in then. Set it to saml.');
  else if (kind !== 'saml')
    problems.push(`AUTH_PROVIDER_TYPE is "${kind}"; expected saml. Set AUTH_PROVIDER_TYPE=saml.`);
  const acsUrl = attempt(() => readAcsUrl(environment));
  const found = attempt(() => readMetadata(environment, readFile));
  const certificate = attempt(() => readCertificate(environment, readFile));
  const sessionMs = attempt(() => readSession(environment));
  const rbac = attempt(() => readAccessFile(environment, readFile));
  if (problems.length > 0 || acsUrl === undefined || found === undefined) throw new StartRefused(problems);
  const metadata = certificate === undefined ? found : withCertificate(found, certificate);
  const published = importMetadata(found).signing.map(({ der }) => der);
  if (certificate !== undefined && !published.includes(certificate))
    warnings.push('SAML_CERT is none of the certificates of SAML_METADATA_FILE; it alone is trusted.');
  const landing = environment.AUTH_LANDING_URI;
  return {
    acsUrl,
    metadata,
    provider: importMetadata(metadata),
    relyingParty: environment.SAML_RELYING_PARTY_IDENTIFIER || audience,
    sessionMs: sessionMs ?? 3_600_000,
    ...(landing === undefined || landing === '' ? {} : { landing }),
    debug: environment.DEBUG_AUTH === 'true' || environment.DEBUG_SAML === 'true',
    rbac: rbac ?? noRbac,
    warnings,
  };
}

function readAcsUrl(environment: Environment): URL {
  const text = environment.SAML_ACS_URL ?? '';
  const next = `Set it to the Application ACS URL of IAM Identity Center, for example ${example}.`;
  if (text === '') throw new Error(`SAML_ACS_URL is not set${alike(environment)}. ${next}`);
  const url = URL.parse(text);
  if (url === null || !/^https?:\/\//i.test(text))
    throw new Error(`SAML_ACS_URL is "${text}"; expected an absolute https or http address. ${next}`);
  if (url.hash !== '' || url.search !== '')
    throw new Error(`SAML_ACS_URL is "${text}"; expected no query and no fragment. ${next}`);
  if (url.pathname === '/')
    throw new Error(`SAML_ACS_URL is "${text}"; expected the path of Kpow's consumer service. ${next}`);
  return url;
}

/** A misspelt name is the likeliest reason for one that is missing. */
function alike(environment: Environment): string {
  const others = Object.keys(environment).filter((name) => name.startsWith('SAML_'));
  return others.length === 0 ? '' : `; set are ${others.join(', ')}`;
}

function readMetadata(environment: Environment, readFile: ReadFile): string {
  const path = environment.SAML_METADATA_FILE ?? '';
  const next = 'Download the IAM Identity Center SAML metadata file, and name its path there.';
  if (path === '') throw new Error(`SAML_METADATA_FILE is not set${alike(environment)}. ${next}`);
  const text = readNamed('SAML_METADATA_FILE', path, readFile, next);
  try {
    importMetadata(text);
    return text;
  } catch (error) {
    throw new Error(
      `SAML_METADATA_FILE names "${path}", which is no metadata of an identity provider. ${(error as Error).message} ${next}`,
    );
  }
}

function readCertificate(environment: Environment, readFile: ReadFile): string | undefined {
  const path = environment.SAML_CERT ?? '';
  if (path === '') return undefined;
  const next =
    'Download the IAM Identity Center certificate as .pem, or leave SAML_CERT out: the metadata has it.';
  const text = readNamed('SAML_CERT', path, readFile, next);
  try {
    if (!text.includes('-----BEGIN CERTIFICATE-----')) throw new Error('no PEM');
    return new X509Certificate(text).raw.toString('base64');
  } catch {
    throw new Error(`SAML_CERT names "${path}", which is no certificate in PEM form. ${next}`);
  }
}

function readSession(environment: Environment): number {
  const text = environment.SAML_SESSION_S ?? '3600';
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds > 0) return seconds * 1000;
  throw new Error(
    `SAML_SESSION_S is "${text}"; expected a whole number of seconds above 0. Leave it out for 3600.`,
  );
}

function readAccessFile(environment: Environment, readFile: ReadFile): Rbac {
  const path = environment.RBAC_CONFIGURATION_FILE ?? '';
  if (path === '') return noRbac;
  const next = 'Mend the file, or leave RBAC_CONFIGURATION_FILE out.';
  const text = readNamed('RBAC_CONFIGURATION_FILE', path, readFile, next);
  try {
    return readRbac(text);
  } catch (error) {
    throw new Error(
      `RBAC_CONFIGURATION_FILE names "${path}", which does not fit:\n${(error as Error).message}\n${next}`,
    );
  }
}

function readNamed(variable: string, path: string, readFile: ReadFile, next: string): string {
  try {
    return readFile(path);
  } catch {
    throw new Error(`${variable} names "${path}", which cannot be read. ${next}`);
  }
}

/** That SAML_CERT replaces what the metadata has, rather than being added, is assumed. */
function withCertificate(metadata: string, der: string): string {
  return metadata.replace(
    /(<(?:[\w-]+:)?X509Certificate\b[^>]*>)[^<]*(<\/)/g,
    (_all, open: string, close: string) => open + der + close,
  );
}
