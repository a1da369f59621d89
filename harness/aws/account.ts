import type { RoleFacts } from './account-facts.ts';
import { type AccountFault, openSource, report, type Source, textOf } from './account-source.ts';
import { parseRoleArn } from './arn.ts';
import { type JsonNode, memberOf, pointerStep } from './policy/json.ts';
import { readPolicy, readPolicyNode } from './policy/read-policy.ts';
import type { PolicyReading } from './policy/types.ts';

export interface RolesReading {
  readonly roles: readonly RoleFacts[];
  readonly faults: readonly AccountFault[];
  /**
   * True when another page follows (`IsTruncated`, `Marker`; `NextToken` of the CLI's `--max-items`), so that roles may
   * be missing.
   */
  readonly truncated: boolean;
  /** Key that the roles stood under; `undefined` when there was none. */
  readonly list: RoleList | undefined;
}

const roleLists = ['RoleDetailList', 'Roles', 'Role'] as const;
export type RoleList = (typeof roleLists)[number];

/**
 * Reads the roles of `aws iam get-account-authorization-details`, and as well of `list-roles` and `get-role`, which
 * also tell MaxSessionDuration. Trust policies may be objects or URL-encoded text. Faults are data; it never throws.
 * Source: IAM service model 2010-05-08, RoleDetail and Role.
 */
export function readRoles(text: string): RolesReading {
  const { source, root } = openSource(text);
  const found = roleLists.find((name) => memberOf(root, name) !== undefined);
  const list = found === undefined ? undefined : memberOf(root, found);
  if (root !== undefined && (found === undefined || list === undefined))
    report(
      source,
      root,
      '',
      'There is no RoleDetailList, Roles or Role: it is not what AWS prints about roles.',
    );
  const items = list === undefined ? [] : list.kind === 'array' ? list.items : [list];
  const roles = items.flatMap((item, index) => {
    const step = list?.kind === 'array' ? pointerStep(index) : '';
    return readRole(item, `/${found}${step}`, source) ?? [];
  });
  const cut = memberOf(root, 'IsTruncated');
  const goesOn = textOf(root, 'Marker') !== undefined || textOf(root, 'NextToken') !== undefined;
  const truncated = (cut?.kind === 'boolean' && cut.value) || goesOn;
  return { roles, faults: source.faults, truncated, list: found };
}

/**
 * The pages after which AWS had more to tell, and no last page is among the others. That none is missing in between
 * cannot be seen: a page does not say which one it follows.
 */
export function findCutPages<T extends RolesReading>(pages: readonly T[]): readonly T[] {
  return pages.filter((page) => {
    if (!page.truncated) return false;
    const accounts = accountsOf(page);
    return !pages.some((other) => !other.truncated && other.list === page.list && isOf(other, accounts));
  });
}

/** A page without roles may be of any account. */
function isOf(page: RolesReading, accounts: ReadonlySet<string>): boolean {
  const own = accountsOf(page);
  return own.size === 0 || accounts.size === 0 || [...own].some((account) => accounts.has(account));
}

function accountsOf({ roles }: RolesReading): ReadonlySet<string> {
  return new Set(roles.flatMap(({ arn }) => parseRoleArn(arn)?.account ?? []));
}

/** Fills in what the first list does not know of a role from the second, by ARN: MaxSessionDuration and tags. */
export function mergeRoles(roles: readonly RoleFacts[], more: readonly RoleFacts[]): readonly RoleFacts[] {
  const byArn = new Map(more.map((role) => [role.arn, role]));
  const known = new Set(roles.map(({ arn }) => arn));
  const merged = roles.map((role) => {
    const other = byArn.get(role.arn);
    return {
      ...role,
      maxSessionDurationSeconds: role.maxSessionDurationSeconds ?? other?.maxSessionDurationSeconds,
      tags: role.tags.length > 0 ? role.tags : (other?.tags ?? []),
    };
  });
  return [...merged, ...more.filter(({ arn }) => !known.has(arn))];
}

function readRole(node: JsonNode, pointer: string, source: Source): RoleFacts | undefined {
  const arn = textOf(node, 'Arn');
  const parsed = arn === undefined ? undefined : parseRoleArn(arn);
  if (arn === undefined || parsed === undefined) {
    report(
      source,
      node,
      pointer,
      `Arn is ${arn === undefined ? 'missing' : `“${arn}”`}, not the ARN of a role.`,
    );
    return undefined;
  }
  const roleId = textOf(node, 'RoleId');
  const document = memberOf(node, 'AssumeRolePolicyDocument');
  if (roleId === undefined || document === undefined) {
    const name = roleId === undefined ? 'RoleId' : 'AssumeRolePolicyDocument';
    report(source, node, pointer, `The role ${parsed.name} has no ${name}.`);
    return undefined;
  }
  const trust = readTrust(document, source);
  if ('fault' in trust) {
    const inner = `${pointer}/AssumeRolePolicyDocument`;
    report(source, document, inner, `The trust policy of ${parsed.name} cannot be read: ${trust.fault.says}`);
  }
  const max = memberOf(node, 'MaxSessionDuration');
  const seconds = max?.kind === 'number' ? Number(max.value) : undefined;
  return { arn, name: parsed.name, roleId, maxSessionDurationSeconds: seconds, trust, tags: readTags(node) };
}

function readTrust(document: JsonNode, source: Source): PolicyReading {
  if (document.kind !== 'string') return readPolicyNode(document, source.locate, 'trust');
  return readPolicy(decoded(document.value), 'trust');
}

/** The API gives the document URL-encoded; plain text is taken as it is. */
function decoded(text: string): string {
  if (text.trimStart().startsWith('{')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readTags(node: JsonNode): RoleFacts['tags'] {
  const tags = memberOf(node, 'Tags');
  if (tags?.kind !== 'array') return [];
  return tags.items.flatMap((tag) => {
    const key = textOf(tag, 'Key');
    const value = textOf(tag, 'Value');
    return key === undefined || value === undefined ? [] : [{ key, value }];
  });
}
