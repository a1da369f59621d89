/** The accounts of the rollout, their provider, roles and people. */

export const account = { id: '111122223333', name: 'Production', alias: 'acme-production' };
export const second = { id: '444455556666', name: 'Sandbox', alias: 'acme-sandbox' };

export const providerOf = (accountId: string) => `arn:aws:iam::${accountId}:saml-provider/1Kosmos`;
export const otherProvider = `arn:aws:iam::${account.id}:saml-provider/FormerIdP`;

export const signInUrl = 'https://signin.aws.amazon.com/saml';

const roleArn = (name: string, accountId = account.id) => `arn:aws:iam::${accountId}:role/${name}`;

export const roles = {
  powerUser: roleArn('PowerUser'),
  readOnly: roleArn('teams/ReadOnly'),
  auditor: roleArn('Auditor', second.id),
  /** Trusts another provider only. */
  elsewhere: roleArn('TrustsFormerIdP'),
  /** Its trust policy names another audience. */
  otherAudience: roleArn('OtherAudience'),
  /** Trusts one person by SAML:sub. */
  onlyBob: roleArn('OnlyBob'),
  /** Wants NameIDs that last. */
  persistentOnly: roleArn('PersistentOnly'),
  /** Wants the session tag Department to be Engineering. */
  engineers: roleArn('Engineers'),
  /** Trusts assertions of 1Kosmos by SAML:iss, and of its predecessor only. */
  byIssuer: roleArn('ByIssuer'),
  byFormerIssuer: roleArn('ByFormerIssuer'),
  /** Trusts members of staff by SAML:eduPersonAffiliation. */
  staff: roleArn('Staff'),
  /** Its trust policy has no condition at all. */
  noAudience: roleArn('NoAudience'),
  /** Does not allow sts:SetSourceIdentity. */
  noSourceIdentity: roleArn('NoSourceIdentity'),
} as const;

type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

interface Trust {
  readonly provider?: string;
  readonly actions?: readonly string[];
  readonly condition?: Condition;
}

const everyAction = ['sts:AssumeRoleWithSAML', 'sts:TagSession', 'sts:SetSourceIdentity'];
const rightAudience: Condition = { StringEquals: { 'SAML:aud': signInUrl } };

/** The policy that the vendor's guide asks for, but for what differs. */
export function trustPolicy(accountId: string, trust: Trust = {}): string {
  const { provider = providerOf(accountId), actions = everyAction, condition = rightAudience } = trust;
  return JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Federated: provider }, Action: actions, Condition: condition },
      ],
    },
    null,
    2,
  );
}

const special: Readonly<Record<string, Trust>> = {
  [roles.elsewhere]: { provider: otherProvider },
  [roles.otherAudience]: {
    condition: { StringEquals: { 'SAML:aud': 'https://eu-west-1.signin.aws.amazon.com/saml' } },
  },
  [roles.onlyBob]: {
    condition: { StringEquals: { 'SAML:aud': signInUrl, 'SAML:sub': 'bob.okafor@example.com' } },
  },
  [roles.persistentOnly]: {
    condition: { StringEquals: { 'SAML:aud': signInUrl, 'SAML:sub_type': 'persistent' } },
  },
  [roles.engineers]: {
    condition: { StringEquals: { 'SAML:aud': signInUrl, 'aws:RequestTag/Department': 'Engineering' } },
  },
  [roles.byIssuer]: {
    condition: { StringEquals: { 'SAML:aud': signInUrl }, StringLike: { 'SAML:iss': 'https://*/saml' } },
  },
  [roles.byFormerIssuer]: {
    condition: { StringEquals: { 'SAML:aud': signInUrl, 'SAML:iss': 'https://former-idp.example.com/saml' } },
  },
  [roles.staff]: {
    condition: {
      StringEquals: { 'SAML:aud': signInUrl },
      'ForAnyValue:StringEquals': { 'SAML:eduPersonAffiliation': ['staff', 'faculty'] },
    },
  },
  [roles.noAudience]: { condition: {} },
  [roles.noSourceIdentity]: { actions: ['sts:AssumeRoleWithSAML', 'sts:TagSession'] },
};

/** Longest session of each role, in seconds; AWS's default where none is named. */
const longest: Readonly<Record<string, number>> = { [roles.powerUser]: 14_400, [roles.readOnly]: 43_200 };

export const roleRecords = Object.values(roles).map((arn) => {
  const accountId = arn.split(':')[4] ?? '';
  const [, path = '/', name = ''] = /:role(\/(?:.*\/)?)([^/]+)$/.exec(arn) ?? [];
  return {
    arn,
    name,
    path,
    maxSessionSeconds: longest[arn] ?? 3_600,
    trustPolicy: trustPolicy(accountId, special[arn]),
  };
});

/** A person at the identity provider, with the roles that its assertion is to offer. */
export interface Person {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly department: string;
  /** Value of eduPersonAffiliation. */
  readonly affiliation: string;
  /** Role ARNs. */
  readonly roles: readonly string[];
}

function person(
  firstName: string,
  lastName: string,
  department: string,
  affiliation: string,
  ...granted: string[]
): Person {
  const email = `${firstName}.${lastName}@example.com`.toLowerCase();
  return { email, firstName, lastName, department, affiliation, roles: granted };
}

export const people = {
  alice: person('Alice', 'Wong', 'Engineering', 'staff', roles.powerUser, roles.readOnly),
  bob: person('Bob', 'Okafor', 'Finance', 'staff', roles.readOnly),
  carol: person('Carol', 'Silva', 'Engineering', 'faculty', roles.readOnly, roles.auditor),
  dave: person('Dave', 'Nilsson', 'Sales', 'affiliate'),
} as const satisfies Record<string, Person>;

export type PersonName = keyof typeof people;

/** A Role value: the role and the provider of its account. */
export const pairOf = (role: string, provider = providerOf(role.split(':')[4] ?? '')) =>
  `${role},${provider}`;
