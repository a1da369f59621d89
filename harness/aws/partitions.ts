/** A part of AWS with its own accounts, ARNs and sign-in host; nothing is shared between two of them. */
export type PartitionId = 'aws' | 'aws-cn' | 'aws-us-gov';

export interface Partition {
  /** Second field of its ARNs. */
  readonly id: PartitionId;
  readonly title: string;
  /** Host of the global sign-in page; a region's host puts `<region>.` in front. */
  readonly signInHost: string;
  /** What its regions begin with; `undefined` for the partition that has all the others. */
  readonly regionPrefix: string | undefined;
  /** What the names of AWS's SAML attributes begin with. */
  readonly attributePrefixes: readonly string[];
  /** Entity IDs of AWS sign-in as a service provider. */
  readonly entityIds: readonly string[];
  /** Region-less STS endpoint, or the one of its first region. */
  readonly stsUrl: string;
}

const attributePath = '/SAML/Attributes/';

/**
 * The partitions with a public sign-in page. Sign-in hosts and attribute hosts: IAM User Guide,
 * "Configuring SAML assertions". The entity IDs outside `aws` are those of AWS's own SP metadata files, as
 * IdP integrations quote them; whether the China prefix is http or https is not confirmed, so both are known.
 */
export const partitions: readonly Partition[] = [
  {
    id: 'aws',
    title: 'AWS',
    signInHost: 'signin.aws.amazon.com',
    regionPrefix: undefined,
    attributePrefixes: [`https://aws.amazon.com${attributePath}`],
    entityIds: ['urn:amazon:webservices'],
    stsUrl: 'https://sts.amazonaws.com/',
  },
  {
    id: 'aws-cn',
    title: 'AWS China',
    signInHost: 'signin.amazonaws.cn',
    regionPrefix: 'cn-',
    attributePrefixes: [
      `https://www.amazonaws.cn${attributePath}`,
      `http://www.amazonaws.cn${attributePath}`,
      `https://aws.amazon.com${attributePath}`,
    ],
    entityIds: [
      'urn:amazon:webservices:cn-north-1',
      'urn:amazon:webservices:cn-northwest-1',
      'urn:amazon:webservices',
    ],
    stsUrl: 'https://sts.cn-north-1.amazonaws.com.cn/',
  },
  {
    id: 'aws-us-gov',
    title: 'AWS GovCloud (US)',
    signInHost: 'signin.amazonaws-us-gov.com',
    regionPrefix: 'us-gov-',
    attributePrefixes: [`https://aws.amazon.com${attributePath}`],
    entityIds: ['urn:amazon:webservices:govcloud', 'urn:amazon:webservices'],
    stsUrl: 'https://sts.us-gov-west-1.amazonaws.com/',
  },
];

/** The partition with this id, exact in case; `undefined` for any other text. */
export function partitionOf(id: string): Partition | undefined {
  return partitions.find((partition) => partition.id === id);
}

/** The partition that a region such as `us-gov-west-1` belongs to; `undefined` when it is no region name. */
export function partitionOfRegion(region: string): Partition | undefined {
  if (!/^[a-z]{2}(-gov)?-[a-z]+-\d$/.test(region)) return undefined;
  const special = partitions.find(({ regionPrefix }) => regionPrefix && region.startsWith(regionPrefix));
  return special ?? partitions[0];
}
