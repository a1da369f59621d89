import type { SpecRef } from '../model/spec.ts';

/** References to the pages that most of the area rests on. @param says the sentence relied on, in our words */
export const refs = {
  assertions: page('aws-iam', 'Configure SAML assertions for the authentication response'),
  troubleshooting: page('aws-iam', 'Troubleshoot SAML federation with IAM'),
  tags: page('aws-iam', 'Pass session tags in AWS STS'),
  trust: page('aws-iam', 'Create a role for SAML 2.0 federation'),
  conditionKeys: page('aws-iam', 'IAM and AWS STS condition context keys'),
  provider: page('aws-iam', 'Create a SAML identity provider in IAM'),
  quotas: page('aws-iam', 'IAM and AWS STS quotas'),
  sourceIdentity: page('aws-iam', 'Monitor and control actions taken with assumed roles'),
  api: page('aws-sts', 'AssumeRoleWithSAML'),
  tag: page('aws-sts', 'Tag'),
} as const;

function page(document: 'aws-iam' | 'aws-sts', section: string) {
  return (says: string): SpecRef => ({ document, section, says });
}
