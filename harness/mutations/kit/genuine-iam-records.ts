import { nameQualifier } from '../../aws/subject.ts';
import type { AccountRecord, RoleRecord, StsRecord } from '../../model/aws-records.ts';
import type { OutcomeRecord, Setup } from '../../model/records.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { alice, type GenuineFacts, instant, names } from './genuine-facts.ts';
import { iamAttributes, iamNames, iamRoles, iamTrustPolicy } from './genuine-iam-facts.ts';

/** The account: its provider, three roles that trust it, and a way in without it. */
export function buildAccount({ keys, now }: GenuineFacts): AccountRecord {
  return {
    partition: 'aws',
    inUse: [iamNames.providerArn],
    providers: [
      {
        arn: iamNames.providerArn,
        entityId: names.idpEntityId,
        certificates: [keys.idp.certificateDer],
        validUntil: instant(now + 100 * 365 * 86_400_000),
        uuid: 'SAMLSPABCDEFGHIJKLMNOPQR',
        privateKeys: 0,
      },
    ],
    roles: [
      role(iamRoles.powerUser, 14_400),
      role(iamRoles.readOnly, 43_200),
      role(iamRoles.auditor, 43_200),
    ],
    fallbackAdministrators: [
      { arn: `arn:aws:iam::${iamNames.accountId}:user/break-glass`, through: [] },
      { arn: `arn:aws:iam::${iamNames.accountId}:role/Admin`, through: [iamNames.providerArn] },
    ],
  };
}

function role(arn: string, maxSessionSeconds: number): RoleRecord {
  const [, path = '/', name = ''] = /:role(\/(?:.*\/)?)([^/]+)$/.exec(arn) ?? [];
  return { arn, name, path, maxSessionSeconds, trustPolicy: iamTrustPolicy };
}

/** The person chose a role on the page; a tool asked STS for credentials with the same response. */
export function buildSts({ at }: GenuineFacts): StsRecord {
  const roleArn = iamRoles.powerUser;
  const principalArn = iamNames.providerArn;
  const page = { how: 'sign-in', url: iamNames.signInUrl } as const;
  const asked = at.issued + 1400;
  return {
    attempts: [
      {
        ...page,
        askedAt: instant(at.issued + 200),
        answer: { outcome: 'role-choice', status: 200, roles: [iamRoles.powerUser, iamRoles.readOnly] },
      },
      {
        ...page,
        askedAt: instant(at.issued + 900),
        roleArn,
        answer: { outcome: 'console', status: 303, location: iamNames.consoleUrl },
      },
      {
        how: 'sts',
        url: iamNames.stsUrl,
        askedAt: instant(asked),
        roleArn,
        principalArn,
        durationSeconds: 3600,
        expected: 'credentials',
        answer: {
          outcome: 'credentials',
          status: 200,
          assumedRoleArn: `arn:aws:sts::${iamNames.accountId}:assumed-role/PowerUser/${alice.email}`,
          expiresAt: instant(asked + 3_600_000),
          subject: alice.userName,
          subjectType: NAMEID.emailAddress,
          issuer: names.idpEntityId,
          audience: iamNames.signInUrl,
          nameQualifier: nameQualifier(names.idpEntityId, iamNames.accountId, '1Kosmos'),
          sourceIdentity: alice.email,
          packedPolicySize: 12,
        },
      },
    ],
  };
}

/** What was typed on both sides. Only what differs from person to person stands in the mapping table. */
export function buildIamSetup({ keys }: GenuineFacts): Setup {
  const agreed = [
    ['user.email', iamAttributes[1]],
    ['user.costCenter', iamAttributes[5]],
  ] as const;
  return {
    initiatedBy: 'idp',
    idp: { entityId: names.idpEntityId, ssoUrl: names.ssoUrl, certificates: [keys.idp.certificateDer] },
    sp: { entityId: iamNames.entityId, acsUrl: iamNames.signInUrl },
    user: alice,
    attributes: agreed.map(([source, attribute]) => ({
      source,
      name: attribute?.[0] ?? '',
      value: attribute?.[1][0] ?? '',
    })),
    access: [{ accountId: iamNames.accountId, accountName: 'Production', roles: ['PowerUser', 'ReadOnly'] }],
    factor: 'live-id',
  };
}

export function buildIamOutcome(): OutcomeRecord {
  return {
    expected: 'signed-in',
    actual: 'signed-in',
    who: alice.userName,
    url: iamNames.consoleUrl,
    pageText: `AWS Management Console\nPowerUser/${alice.email} @ ${iamNames.accountId}`,
    sessionLeft: { idp: true, sp: true },
  };
}
