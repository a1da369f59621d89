import { type ProviderArn, parseArn, parseProviderArn, parseRoleArn, type RoleArn } from './arn.ts';

export type RoleValueFault =
  | 'not-a-pair'
  | 'space-inside'
  | 'no-role'
  | 'no-provider'
  | 'partition-unknown'
  | 'wrong-case'
  | 'partitions-differ'
  | 'accounts-differ';

export interface RolePair {
  readonly role: RoleArn;
  readonly provider: ProviderArn;
  /** Which ARN stood first; AWS takes either order. */
  readonly order: 'role-first' | 'provider-first';
  /** True when white space round an ARN was left out of account. That AWS does so is an assumption. */
  readonly trimmed: boolean;
}

/** One value of the Role attribute: the pair it names, or what keeps it from being one. */
export type RoleValueReading =
  | { readonly value: string; readonly pair: RolePair }
  | { readonly value: string; readonly fault: RoleValueFault; readonly says: string };

/**
 * Reads one value of the Role attribute: the ARNs of a role and of a SAML provider, in either order, with a
 * comma between. Source: IAM User Guide, "Configuring SAML assertions" (role first); the other order is seen to
 * work in tools and fixtures. Faults are data; it never throws.
 */
export function readRoleValue(value: string): RoleValueReading {
  const parts = value.split(',');
  const [first, second] = parts.map((part) => part.trim());
  if (parts.length !== 2 || first === undefined || second === undefined)
    return refuse(
      value,
      'not-a-pair',
      `It has ${parts.length - 1} commas; a role and a provider have one between.`,
    );
  if (/\s/.test(first) || /\s/.test(second))
    return refuse(value, 'space-inside', 'There is white space inside an ARN.');
  const role = parseRoleArn(first) ?? parseRoleArn(second);
  const provider = parseProviderArn(second) ?? parseProviderArn(first);
  if (role === undefined || provider === undefined)
    return refuseParts(value, first, second, role !== undefined);
  if (role.partition !== provider.partition)
    return refuse(
      value,
      'partitions-differ',
      `The role is in ${role.partition}, the provider in ${provider.partition}.`,
    );
  if (role.account !== provider.account)
    return refuse(
      value,
      'accounts-differ',
      `The role is in account ${role.account}, the provider in ${provider.account}.`,
    );
  const order = role.arn === first ? 'role-first' : 'provider-first';
  const trimmed = parts[0] !== first || parts[1] !== second;
  return { value, pair: { role, provider, order, trimmed } };
}

function refuse(value: string, fault: RoleValueFault, says: string): RoleValueReading {
  return { value, fault, says };
}

function refuseParts(value: string, first: string, second: string, hasRole: boolean): RoleValueReading {
  const halves = [first, second];
  const wrongCase = halves.some((half) => readsInLowerCase(half));
  if (wrongCase)
    return refuse(value, 'wrong-case', 'An ARN is right but for its case; ARNs are compared exactly.');
  const partition = halves
    .map((half) => parseArn(half))
    .find((arn) => arn?.service === 'iam' && !['aws', 'aws-cn', 'aws-us-gov'].includes(arn.partition));
  if (partition !== undefined)
    return refuse(value, 'partition-unknown', `“${partition.partition}” is no partition of AWS.`);
  if (hasRole) return refuse(value, 'no-provider', 'Neither part is the ARN of a SAML provider.');
  return refuse(value, 'no-role', 'Neither part is the ARN of an IAM role.');
}

/** Only the words that AWS fixes are lowered; names keep their case. */
function readsInLowerCase(text: string): boolean {
  if (parseRoleArn(text) !== undefined || parseProviderArn(text) !== undefined) return false;
  const lowered = text.replace(/^[^/]*\//, (fixed) => fixed.toLowerCase());
  return parseRoleArn(lowered) !== undefined || parseProviderArn(lowered) !== undefined;
}
