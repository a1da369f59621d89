import { type Partition, type PartitionId, partitions } from '../../../harness/aws/partitions.ts';
import { readSignInAddress, type SignInAddress } from '../../../harness/aws/sign-in-addresses.ts';

/** Regions whose sign-in and console hosts the double answers to, beside the global ones. */
export interface SignInRegions {
  readonly regions: readonly string[];
}

const consoleHosts: Readonly<Record<PartitionId, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};
/** Where the console opens when neither address nor RelayState names a region. */
const homeRegions: Readonly<Record<PartitionId, string>> = {
  aws: 'us-east-1',
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
};

/** Every host name: sign-in and console of each partition, global and regional. */
export function hostsOf({ regions }: SignInRegions): readonly string[] {
  return partitions.flatMap((partition) => {
    const inside = [...regions, homeRegions[partition.id]].filter((region) => isWithin(region, partition));
    return [partition.signInHost, consoleHosts[partition.id]].flatMap((host) => [
      host,
      ...[...new Set(inside)].map((region) => `${region}.${host}`),
    ]);
  });
}

function isWithin(region: string, { regionPrefix }: Partition): boolean {
  if (regionPrefix !== undefined) return region.startsWith(regionPrefix);
  return !partitions.some((other) => other.regionPrefix && region.startsWith(other.regionPrefix));
}

export function isConsoleHost(host: string): boolean {
  return Object.values(consoleHosts).some((one) => host === one || host.endsWith(`.${one}`));
}

/** The ACS address that was posted to; undefined for another path of the host. */
export function addressOf(url: URL): SignInAddress | undefined {
  return readSignInAddress(`${url.origin}${url.pathname}`);
}

/** The console's home page, where a login without RelayState leads. */
export function consoleHome({ partition, region }: Pick<SignInAddress, 'partition' | 'region'>): URL {
  const home = region ?? homeRegions[partition];
  return new URL(`https://${home}.${consoleHosts[partition]}/console/home?region=${home}`);
}

/** Region that an address of the console is about. */
export function regionOf(url: URL): string | undefined {
  return url.searchParams.get('region') ?? /^([a-z]{2}(?:-gov)?-[a-z]+-\d)\./.exec(url.hostname)?.[1];
}

/**
 * Where RelayState leads: to a page of the partition's console, by https (IAM User Guide, "Configuring SAML
 * assertions": the console destination). What AWS does with any other value is not documented; here it leads home,
 * so that nobody is sent elsewhere by a stranger's link.
 */
export function readDestination(relayState: string | undefined, address: SignInAddress): URL | undefined {
  if (relayState === undefined || !URL.canParse(relayState)) return undefined;
  const url = new URL(relayState);
  const host = consoleHosts[address.partition];
  const isOurs = url.hostname === host || url.hostname.endsWith(`.${host}`);
  const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return isOurs && isPlain ? url : undefined;
}
