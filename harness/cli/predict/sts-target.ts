import { type Partition, partitionOfRegion } from '../../aws/partitions.ts';
import { CountersignError } from '../../model/error.ts';

/** Where STS is asked. */
export interface StsTarget {
  readonly endpoint: string;
  readonly host: string;
  readonly region: string;
}

/**
 * The endpoint that was named, else the region's, else the partition's own. A response is as good as a password for
 * five minutes, so it goes out encrypted or not at all, but for this machine itself.
 * @throws CountersignError `usage`
 */
export function findStsTarget(
  partition: Partition,
  { stsEndpoint, region }: { readonly stsEndpoint?: string; readonly region?: string },
): StsTarget {
  if (region !== undefined && partitionOfRegion(region)?.id !== partition.id)
    throw new CountersignError(
      'usage',
      `"${region}" is no region of ${partition.title}, where the accounts are.`,
      'Write --region as AWS does, for example eu-west-1.',
    );
  const endpoint = stsEndpoint ?? (region === undefined ? partition.stsUrl : regionalUrl(partition, region));
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '')
    throw new CountersignError(
      'usage',
      `"${endpoint}" is no address of an STS endpoint.`,
      'Write --sts-endpoint as https://sts.eu-west-1.amazonaws.com, or http://127.0.0.1:PORT for a double.',
    );
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new CountersignError(
      'usage',
      `--sts-endpoint ${endpoint} would send assertions in the clear to ${url.host}.`,
      'Name it by https. Plain http is for doubles on this machine: 127.0.0.1, [::1] or localhost.',
    );
  return { endpoint: url.href, host: url.host, region: region ?? regionOf(partition) };
}

function regionalUrl({ id }: Partition, region: string): string {
  return `https://sts.${region}.amazonaws.com${id === 'aws-cn' ? '.cn' : ''}/`;
}

/** The client wants one also for the endpoint that has none. */
function regionOf({ stsUrl }: Partition): string {
  return /^https:\/\/sts\.([a-z0-9-]+)\.amazonaws\./.exec(stsUrl)?.[1] ?? 'us-east-1';
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
