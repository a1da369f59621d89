import type { RoleFacts } from '../../../harness/aws/account-facts.ts';
import { type ProviderArn, parseProviderArn } from '../../../harness/aws/arn.ts';
import type { AwsIds } from './aws-ids.ts';
import { readProviderMetadata } from './provider-metadata.ts';
import type { EncryptionMode, PrivateKey, SamlProvider, Tag } from './types.ts';

/** Everything that IAM keeps of some accounts, for good: nothing of it goes with a restart. */
export interface Accounts {
  /** Account id → alias, the name that the role picker shows. */
  readonly aliases: Map<string, string>;
  /** ARN → provider. */
  readonly providers: Map<string, SamlProvider>;
  /** ARN → role. */
  readonly roles: Map<string, RoleFacts>;
  readonly providersOf: (account: string) => readonly SamlProvider[];
  /** The provider with this UUID at the end of its ACS address. */
  readonly providerByUuid: (uuid: string) => SamlProvider | undefined;
  readonly clear: () => void;
}

export function createAccounts(): Accounts {
  const aliases = new Map<string, string>();
  const providers = new Map<string, SamlProvider>();
  const roles = new Map<string, RoleFacts>();
  return {
    aliases,
    providers,
    roles,
    providersOf: (account) => [...providers.values()].filter((one) => one.account === account),
    providerByUuid: (uuid) => [...providers.values()].find((one) => one.uuid === uuid),
    clear: () => {
      for (const map of [aliases, providers, roles]) map.clear();
    },
  };
}

export interface NewProvider {
  readonly arn: ProviderArn;
  readonly metadata: string | undefined;
  readonly now: number;
  readonly ids: AwsIds;
  readonly uuid?: string | undefined;
  readonly createdAt?: number | undefined;
  readonly validUntil?: number | undefined;
  readonly tags?: readonly Tag[];
  readonly encryptionMode?: EncryptionMode | undefined;
  readonly privateKeys?: readonly PrivateKey[];
}

const hundredYears = 100 * 365.25 * 24 * 3_600_000;

/**
 * Makes a provider; metadata that IAM would not take is refused with a QueryError.
 * ValidUntil is the metadata's own end, else a hundred years on, as in real accounts. That STS asks for it is nowhere
 * documented or seen: it is shown and recorded, and refuses nothing.
 */
export function buildProvider(parts: NewProvider): SamlProvider {
  const { arn, metadata, now, ids } = parts;
  const read = metadata === undefined ? undefined : readProviderMetadata(metadata);
  const createdAt = parts.createdAt ?? now;
  return {
    arn: arn.arn,
    account: arn.account,
    name: arn.name,
    // AWS documents the alphabet and 22 to 64 characters, not how it is made.
    uuid: parts.uuid ?? ids.unique('SAMLSP', 26),
    metadata,
    idps: read?.idps ?? [],
    createdAt,
    validUntil: parts.validUntil ?? read?.validUntil ?? createdAt + hundredYears,
    tags: parts.tags ?? [],
    encryptionMode: parts.encryptionMode,
    privateKeys: parts.privateKeys ?? [],
  };
}

/** Gives it a new metadata document; its UUID, keys and dates stay. */
export function replaceMetadata(provider: SamlProvider, metadata: string): SamlProvider {
  const { idps, validUntil } = readProviderMetadata(metadata);
  return { ...provider, metadata, idps, validUntil: validUntil ?? provider.validUntil };
}

export function providerArn(account: string, name: string, partition: string): ProviderArn | undefined {
  return parseProviderArn(`arn:${partition}:iam::${account}:saml-provider/${name}`);
}
