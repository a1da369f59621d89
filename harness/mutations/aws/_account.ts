import type { AccountRecord, SamlProviderRecord } from '../../model/aws-records.ts';
import { EditError } from '../kit/edit.ts';

/** A statement of a trust policy, as the genuine account writes it. */
export interface TrustStatement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Principal?: unknown;
  readonly NotPrincipal?: unknown;
  readonly Action: string | readonly string[];
  readonly Condition?: unknown;
}

/** The account with this change of the provider in use. */
export function changeProvider(
  account: AccountRecord,
  change: (provider: SamlProviderRecord) => SamlProviderRecord,
): AccountRecord {
  const isUsed = ({ arn }: SamlProviderRecord) => account.inUse.includes(arn);
  return { ...account, providers: account.providers.map((one) => (isUsed(one) ? change(one) : one)) };
}

/** The account with another trust policy of its first role, as text. */
export function changeTrustText(account: AccountRecord, change: (policy: string) => string): AccountRecord {
  const [first, ...others] = account.roles;
  if (first === undefined) throw new EditError('The account has no role.');
  return { ...account, roles: [{ ...first, trustPolicy: change(first.trustPolicy) }, ...others] };
}

/** The same by statements: what is made of the one that lets people in. */
export function changeTrust(
  account: AccountRecord,
  change: (statement: TrustStatement) => readonly TrustStatement[],
): AccountRecord {
  return changeTrustText(account, (text) => {
    // Written by the kit, so that its form holds.
    const policy = JSON.parse(text) as { readonly Statement: readonly TrustStatement[] };
    return JSON.stringify({ ...policy, Statement: policy.Statement.flatMap(change) }, null, 2);
  });
}
