import { type PartitionId, partitionOf } from './partitions.ts';

/** The six parts of an Amazon Resource Name, as written. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

export interface RoleArn {
  readonly arn: string;
  readonly partition: PartitionId;
  /** Twelve digits. */
  readonly account: string;
  /** `/` or `/team/`: begins and ends with a slash. */
  readonly path: string;
  readonly name: string;
}

export interface ProviderArn {
  readonly arn: string;
  readonly partition: PartitionId;
  readonly account: string;
  readonly name: string;
}

const accountPattern = /^\d{12}$/;
const roleNamePattern = /^[\w+=,.@-]{1,64}$/;
const rolePathPattern = /^\/(?:[\x21-\x7e]+\/)?$/;
const providerNamePattern = /^[\w.-]{1,128}$/;

/** Splits an ARN; `undefined` when it has fewer than six parts or does not begin with `arn:`. Nothing is trimmed. */
export function parseArn(text: string): Arn | undefined {
  const [scheme, partition, service, region, account, ...rest] = text.split(':');
  if (scheme !== 'arn' || rest.length === 0) return undefined;
  if (partition === undefined || service === undefined || region === undefined || account === undefined)
    return undefined;
  return { partition, service, region, account, resource: rest.join(':') };
}

/** Reads the ARN of an IAM role, its path included; `undefined` when it is none. Exact in case, as IAM is. */
export function parseRoleArn(text: string): RoleArn | undefined {
  const found = iamResource(text, 'role/');
  if (found === undefined) return undefined;
  const slash = found.rest.lastIndexOf('/');
  const name = found.rest.slice(slash + 1);
  const path = `/${found.rest.slice(0, slash + 1)}`;
  if (!roleNamePattern.test(name) || !rolePathPattern.test(path) || path.length > 512) return undefined;
  return { arn: text, partition: found.partition, account: found.account, path, name };
}

/** Reads the ARN of an IAM SAML provider; `undefined` when it is none. */
export function parseProviderArn(text: string): ProviderArn | undefined {
  const found = iamResource(text, 'saml-provider/');
  if (found === undefined || !providerNamePattern.test(found.rest)) return undefined;
  return { arn: text, partition: found.partition, account: found.account, name: found.rest };
}

/**
 * ARN of the session that an assumed role gives. The role's path is not part of it.
 * Source: IAM User Guide, "IAM identifiers".
 */
export function assumedRoleArn(role: RoleArn, sessionName: string): string {
  return `arn:${role.partition}:sts::${role.account}:assumed-role/${role.name}/${sessionName}`;
}

function iamResource(text: string, kind: string) {
  const arn = parseArn(text);
  if (arn === undefined || arn.service !== 'iam' || arn.region !== '') return undefined;
  const partition = partitionOf(arn.partition);
  if (partition === undefined || !accountPattern.test(arn.account)) return undefined;
  if (!arn.resource.startsWith(kind)) return undefined;
  return { partition: partition.id, account: arn.account, rest: arn.resource.slice(kind.length) };
}
