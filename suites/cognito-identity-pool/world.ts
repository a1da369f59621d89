/** The account of the rollout: its provider, its roles, and the people. */

export const account = { id: '111122223333', name: 'Production' };
export const provider = `arn:aws:iam::${account.id}:saml-provider/1Kosmos`;
export const signInUrl = 'https://signin.aws.amazon.com/saml';
export const entityId = 'urn:amazon:webservices';

const roleArn = (name: string) => `arn:aws:iam::${account.id}:role/${name}`;

export const roles = {
  member: roleArn('Member'),
  engineer: roleArn('teams/Engineer'),
  auditor: roleArn('Auditor'),
  guest: roleArn('Guest'),
  /** Trusts another identity pool. */
  otherPool: roleArn('OtherPool'),
  /** Trusts guests only. */
  guestsOnly: roleArn('GuestsOnly'),
  /** Does not allow sts:TagSession. */
  untagged: roleArn('NoTags'),
  /** Made for direct federation: trusts the SAML provider, and no identity pool. */
  direct: roleArn('DirectFederation'),
} as const;

const enters = ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'];
const otherPoolId = 'us-east-1:99999999-8888-7777-6666-555555555555';

interface Trust {
  readonly aud?: string;
  readonly amr?: string;
  readonly actions?: readonly string[];
}

/** The trust policy of the developer guide, but for what differs. */
function poolTrust(poolId: string, { aud = poolId, amr = 'authenticated', actions = enters }: Trust = {}) {
  return {
    Effect: 'Allow',
    Principal: { Federated: 'cognito-identity.amazonaws.com' },
    Action: actions,
    Condition: {
      StringEquals: { 'cognito-identity.amazonaws.com:aud': aud },
      'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': amr },
    },
  };
}

const directTrust = {
  Effect: 'Allow',
  Principal: { Federated: provider },
  Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
  Condition: { StringEquals: { 'SAML:aud': signInUrl } },
};

/** Every role of the account, with the trust policy that it has for this pool. */
export function roleRecords(poolId: string) {
  const special: Readonly<Record<string, object>> = {
    [roles.guest]: poolTrust(poolId, { amr: 'unauthenticated' }),
    [roles.otherPool]: poolTrust(poolId, { aud: otherPoolId }),
    [roles.guestsOnly]: poolTrust(poolId, { amr: 'unauthenticated' }),
    [roles.untagged]: poolTrust(poolId, { actions: ['sts:AssumeRoleWithWebIdentity'] }),
    [roles.direct]: directTrust,
  };
  return Object.values(roles).map((arn) => {
    const [, path = '/', name = ''] = /:role(\/(?:.*\/)?)([^/]+)$/.exec(arn) ?? [];
    const statement = special[arn] ?? poolTrust(poolId);
    return {
      arn,
      name,
      path,
      maxSessionSeconds: 3_600,
      trustPolicy: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2),
    };
  });
}

/** A person at the identity provider. */
export interface Person {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly department: string;
  readonly costCenter: string;
}

function person(firstName: string, lastName: string, department: string, costCenter: string): Person {
  const email = `${firstName}.${lastName}@example.com`.toLowerCase();
  return { email, firstName, lastName, department, costCenter };
}

export const people = {
  alice: person('Alice', 'Wong', 'Engineering', '4711'),
  bob: person('Bob', 'Okafor', 'Finance', '0815'),
} as const satisfies Record<string, Person>;

export type PersonName = keyof typeof people;

/** A Role value: the role and the provider of its account. */
export const pairOf = (role: string, by = provider) => `${role},${by}`;

/** Names of the claims that the identity provider sends beside AWS's own. */
export const claims = {
  department: 'department',
  costCenter: 'costCenter',
  email: 'http://schemas.xmlsoap.org/claims/EmailAddress',
} as const;
