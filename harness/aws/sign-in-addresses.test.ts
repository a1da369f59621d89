import { describe, expect, it } from 'vitest';
import { partitionOf, partitionOfRegion, partitions } from './partitions.ts';
import { isSignInAudience, readSignInAddress, signInAddress } from './sign-in-addresses.ts';

const uuid = 'EXAMPLE1KOSMOSUUID12345678';

describe('partitions', () => {
  it.each([
    ['us-east-1', 'aws'],
    ['ap-southeast-4', 'aws'],
    ['cn-northwest-1', 'aws-cn'],
    ['us-gov-east-1', 'aws-us-gov'],
    ['US-EAST-1', undefined],
    ['useast1', undefined],
  ])('%s belongs to %s', (region, partition) => {
    expect(partitionOfRegion(region)?.id).toBe(partition);
  });

  it('are named exactly', () => {
    expect(partitionOf('aws-cn')?.signInHost).toBe('signin.amazonaws.cn');
    expect(partitionOf('AWS')).toBeUndefined();
  });
});

describe('sign-in addresses', () => {
  it.each([
    ['https://signin.aws.amazon.com/saml', { partition: 'aws', kind: 'global' }],
    [
      'https://eu-west-1.signin.aws.amazon.com/saml',
      { partition: 'aws', kind: 'regional', region: 'eu-west-1' },
    ],
    [
      `https://eu-west-1.signin.aws.amazon.com/saml/acs/${uuid}`,
      { kind: 'provider', region: 'eu-west-1', providerUuid: uuid },
    ],
    ['https://signin.amazonaws-us-gov.com/saml', { partition: 'aws-us-gov', kind: 'global' }],
    ['https://us-gov-east-1.signin.amazonaws-us-gov.com/saml', { partition: 'aws-us-gov', kind: 'regional' }],
    ['https://signin.amazonaws.cn/saml', { partition: 'aws-cn', kind: 'global' }],
  ])('reads %s', (url, expected) => {
    expect(readSignInAddress(url)).toMatchObject(expected);
  });

  it.each([
    'http://signin.aws.amazon.com/saml',
    'https://signin.aws.amazon.com/saml/',
    'https://signin.aws.amazon.com/SAML',
    'https://signin.aws.amazon.com/saml?x=1',
    'https://signin.aws.amazon.com:443/saml',
    'https://signin.aws.amazon.com/static/saml',
    `https://signin.aws.amazon.com/saml/acs/${uuid}`,
    'https://us-east-1.signin.aws.amazon.com/saml/acs/short',
    'https://cn-north-1.signin.aws.amazon.com/saml',
    'https://signinXaws.amazon.com/saml',
    'https://evil.signin.aws.amazon.com/saml',
    '',
  ])('does not read %j', (url) => {
    expect(readSignInAddress(url)).toBeUndefined();
  });

  it('reads back each address that it makes', () => {
    for (const partition of partitions) {
      const region = partition.regionPrefix ? `${partition.regionPrefix}north-1` : 'us-east-1';
      expect(readSignInAddress(signInAddress(partition))).toMatchObject({
        partition: partition.id,
        kind: 'global',
      });
      expect(readSignInAddress(signInAddress(partition, region))).toMatchObject({ kind: 'regional', region });
      expect(readSignInAddress(signInAddress(partition, region, uuid))).toMatchObject({ providerUuid: uuid });
    }
  });
});

describe('audiences', () => {
  it.each([
    ['urn:amazon:webservices', 'aws', true],
    ['https://signin.aws.amazon.com/saml', 'aws', true],
    ['urn:amazon:webservices:govcloud', 'aws-us-gov', true],
    ['urn:amazon:webservices:govcloud', 'aws', false],
    ['https://signin.amazonaws.cn/saml', 'aws', false],
    ['URN:amazon:webservices', 'aws', false],
  ] as const)('%s in %s: %s', (text, partition, expected) => {
    expect(isSignInAudience(text, partition)).toBe(expected);
  });
});
