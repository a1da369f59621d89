import { findCutPages, mergeRoles, readRoles } from '../../aws/account.ts';
import type { RoleFacts } from '../../aws/account-facts.ts';
import { parseProviderArn, parseRoleArn } from '../../aws/arn.ts';
import { type Partition, partitionOf } from '../../aws/partitions.ts';
import { isSamlRole } from '../../aws/predict.ts';
import { CountersignError } from '../../model/error.ts';
import { faultAt, type InputText } from './input.ts';

/** The roles of one or several accounts, as the files tell. */
export interface GivenRoles {
  readonly roles: readonly RoleFacts[];
  /** Ids of the accounts whose roles are known. */
  readonly accounts: readonly string[];
  readonly partition: Partition;
  /** True when AWS cut a list, so that a role that is not there may exist all the same. */
  readonly truncated: boolean;
  readonly notes: readonly string[];
}

const next =
  'Write it with "aws iam get-account-authorization-details --filter Role" or "aws iam list-roles", as JSON.';

/**
 * Reads what AWS prints about roles and puts it together by ARN. A trust policy that cannot be read is a note, since
 * the prediction says the same of its role; anything else is an error.
 * @throws CountersignError `file`, `usage`
 */
export function readAccounts(inputs: readonly InputText[]): GivenRoles {
  const readings = inputs.map((input) => ({ input, ...readRoles(input.text) }));
  const cut = findCutPages(readings);
  const notes: string[] = [];
  for (const reading of readings) {
    const { input, faults } = reading;
    for (const { says, place } of faults) {
      if (!place.pointer.endsWith('/AssumeRolePolicyDocument')) throw faultAt(input.name, place, says, next);
      notes.push(`${input.name}:${place.line}:${place.column}: ${says}`);
    }
    if (cut.includes(reading))
      notes.push(
        `AWS cut the list in "${input.name}" (IsTruncated) and no last page is given: roles that are not in it are not predicted.`,
      );
  }
  const roles = readings.reduce<readonly RoleFacts[]>((all, one) => mergeRoles(all, one.roles), []);
  const arns = roles.flatMap(({ arn }) => parseRoleArn(arn) ?? []);
  const partitions = [...new Set(arns.map(({ partition }) => partition))];
  const partition = partitionOf(partitions[0] ?? 'aws');
  if (partition === undefined || partitions.length > 1)
    throw new CountersignError(
      'usage',
      `The accounts belong to several partitions of AWS: ${partitions.join(', ')}.`,
      'Predict one partition at a time: an identity provider is set up for each by itself.',
    );
  return {
    roles,
    partition,
    accounts: [...new Set(arns.map(({ account }) => account))],
    truncated: cut.length > 0,
    notes,
  };
}

/** ARNs of the SAML providers that trust policies name. */
export function trustedProviders(roles: readonly RoleFacts[]): readonly string[] {
  const named = roles
    .flatMap(({ trust }) => ('policy' in trust ? trust.policy.statements : []))
    .flatMap(({ principal }) => principal?.federated ?? []);
  return [...new Set(named)].filter((arn) => parseProviderArn(arn) !== undefined);
}

/** Roles that a SAML login could ever reach, or that an assertion names; the roles of services are left out. */
export function chooseRoles(
  roles: readonly RoleFacts[],
  listed: ReadonlySet<string>,
): { readonly shown: readonly RoleFacts[]; readonly leftOut: readonly RoleFacts[] } {
  const isShown = (role: RoleFacts) => isSamlRole(role) || listed.has(role.arn);
  return { shown: roles.filter(isShown), leftOut: roles.filter((role) => !isShown(role)) };
}
