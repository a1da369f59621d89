import type { RoleFacts } from './account-facts.ts';
import { parseRoleArn } from './arn.ts';
import { reservedRolePrefix } from './limits.ts';
import type { Statement } from './policy/types.ts';

/**
 * Roles that AWS treats alike: whatever a response gets for one of them by a provider, it gets for all, in the same
 * words. So a response need be judged only once for each class, however many roles an account has.
 *
 * Of a role, the rules look at its ARN, its trust policy, its longest session, and those tags that the policy asks for.
 * Of the ARN only partition and account count, once it is known to be one; a reserved role is refused by its name.
 * @returns a text that is equal for roles of one class; `undefined` for a role that must be judged alone
 */
export function roleClassOf({ arn, trust, tags, maxSessionDurationSeconds }: RoleFacts): string | undefined {
  const role = parseRoleArn(arn);
  if (role === undefined || role.name.startsWith(reservedRolePrefix) || 'fault' in trust) return undefined;
  const asked = lookupsOf(trust.policy.statements);
  return JSON.stringify([
    role.partition,
    role.account,
    maxSessionDurationSeconds,
    tags.filter(({ key }) => asked.has(`aws:resourcetag/${key.toLowerCase()}`)),
    JSON.stringify(trust.policy, withoutPlace),
  ]);
}

/** Keys that the policy compares or fills in, in lower case. */
function lookupsOf(statements: readonly Statement[]): ReadonlySet<string> {
  const conditions = statements.flatMap((statement) => statement.conditions);
  const variables = conditions.flatMap(({ values }) =>
    values.flatMap(({ parts = [] }) =>
      parts.flatMap((part) => (part.kind === 'variable' ? [part.lookup] : [])),
    ),
  );
  return new Set([...conditions.map(({ lookup }) => lookup), ...variables]);
}

/** Where a statement stands in its file does not change what it says. */
function withoutPlace(name: string, value: unknown): unknown {
  return name === 'place' ? undefined : value;
}
