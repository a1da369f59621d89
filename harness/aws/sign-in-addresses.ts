import {
  type Partition,
  type PartitionId,
  partitionOf,
  partitionOfRegion,
  partitions,
} from './partitions.ts';

/** An address that AWS sign-in receives SAML responses at, taken apart. */
export interface SignInAddress {
  readonly url: string;
  readonly partition: PartitionId;
  /** `global` has no region; `provider` is the form that belongs to one IAM SAML provider. */
  readonly kind: 'global' | 'regional' | 'provider';
  readonly region?: string;
  /** The provider's `SAMLProviderUUID`, only for `provider`. */
  readonly providerUuid?: string;
}

const providerUuidPattern = /^[A-Z0-9]{22,64}$/;

/**
 * The ACS address, and so the only right Recipient, for a partition, a region or one provider.
 * Source: IAM User Guide, "Configuring SAML assertions" and "Create a SAML identity provider".
 */
export function signInAddress(partition: Partition, region?: string, providerUuid?: string): string {
  const host = region === undefined ? partition.signInHost : `${region}.${partition.signInHost}`;
  const provider = providerUuid === undefined ? '' : `/acs/${providerUuid}`;
  return `https://${host}/saml${provider}`;
}

const addressPattern = /^https:\/\/(?:([a-z0-9-]+)\.)?(signin\.[a-z.-]+)\/saml(?:\/acs\/([^/]+))?$/;

/** Reads a Recipient or Destination; `undefined` when AWS sign-in has no such address. Compared exactly. */
export function readSignInAddress(url: string): SignInAddress | undefined {
  const [whole, region, host, providerUuid] = addressPattern.exec(url) ?? [];
  const partition =
    whole === undefined ? undefined : partitions.find(({ signInHost }) => signInHost === host);
  if (partition === undefined) return undefined;
  if (region !== undefined && partitionOfRegion(region)?.id !== partition.id) return undefined;
  if (providerUuid === undefined)
    return region === undefined
      ? { url, partition: partition.id, kind: 'global' }
      : { url, partition: partition.id, kind: 'regional', region };
  // The per-provider form is documented with a region only.
  if (region === undefined || !providerUuidPattern.test(providerUuid)) return undefined;
  return { url, partition: partition.id, kind: 'provider', region, providerUuid };
}

/**
 * Whether AWS sign-in accepts the text as its audience: an entity ID of the partition, or one of its sign-in
 * addresses. Source: IAM User Guide, "Configuring SAML assertions".
 */
export function isSignInAudience(text: string, partition: PartitionId): boolean {
  if (partitionOf(partition)?.entityIds.includes(text)) return true;
  return readSignInAddress(text)?.partition === partition;
}
