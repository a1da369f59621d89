import { attributeName } from '../../aws/saml-attributes.ts';
import { alice, type GenuineService, names } from './genuine-facts.ts';

/** Names and addresses of a rollout of direct IAM federation in one account. */
export const iamNames = {
  accountId: '111122223333',
  providerArn: 'arn:aws:iam::111122223333:saml-provider/1Kosmos',
  entityId: 'urn:amazon:webservices',
  signInOrigin: 'https://signin.aws.amazon.com',
  signInUrl: 'https://signin.aws.amazon.com/saml',
  consoleOrigin: 'https://console.aws.amazon.com',
  consoleUrl: 'https://console.aws.amazon.com/ec2/home?region=us-east-1',
  stsUrl: 'https://sts.amazonaws.com/',
  launchUrl: `${names.idpOrigin}/saml/launch/aws-iam`,
} as const;

/** The roles that Alice's assertion offers: one with a path, one without. */
export const iamRoles = {
  powerUser: 'arn:aws:iam::111122223333:role/PowerUser',
  readOnly: 'arn:aws:iam::111122223333:role/teams/ReadOnly',
  /** Trusts the provider as well, but is nothing that Alice is to have. */
  auditor: 'arn:aws:iam::111122223333:role/Auditor',
} as const;

export const iamService: GenuineService = {
  application: 'AWS',
  acsUrl: iamNames.signInUrl,
  defaultRelayState: iamNames.consoleUrl,
};

/** What the assertion says beside the roles, in order: attribute name and its values. */
export const iamAttributes: readonly (readonly [name: string, values: readonly string[]])[] = [
  [
    attributeName('role'),
    [iamRoles.powerUser, iamRoles.readOnly].map((role) => `${role},${iamNames.providerArn}`),
  ],
  [attributeName('roleSessionName'), [alice.email]],
  [attributeName('sessionDuration'), ['14400']],
  [attributeName('sourceIdentity'), [alice.email]],
  [attributeName('principalTag', 'Department'), ['Engineering']],
  [attributeName('principalTag', 'CostCenter'), ['4711']],
  [attributeName('transitiveTagKeys'), ['Department']],
];

/** The trust policy of every role of the rollout. */
export const iamTrustPolicy = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'SignInBy1Kosmos',
        Effect: 'Allow',
        Principal: { Federated: iamNames.providerArn },
        Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession', 'sts:SetSourceIdentity'],
        Condition: { StringEquals: { 'SAML:aud': iamNames.signInUrl } },
      },
    ],
  },
  null,
  2,
);
