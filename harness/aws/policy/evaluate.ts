import type { PolicyAssumptionId } from './assumptions.ts';
import { type ConditionFailure, conditionHolds, describeFailure } from './conditions.ts';
import type { ConditionContext } from './context.ts';
import { matchesGlob } from './glob.ts';
import { matchPrincipal, principalText } from './principal.ts';
import type { PolicyDocument, PolicyPlace, Statement } from './types.ts';

/** What is asked of a trust policy. */
export interface TrustRequest {
  /** For example `sts:AssumeRoleWithSAML`; compared without regard to case. */
  readonly action: string;
  /** ARN of the SAML provider that vouches for the caller. */
  readonly provider: string;
  readonly context: ConditionContext;
}

export interface StatementRef {
  /** Counted from 0. */
  readonly index: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly place: PolicyPlace;
}

/** What keeps an Allow statement from applying; the first of principal, action and conditions. */
export type Obstacle =
  | { readonly kind: 'principal' | 'action'; readonly expected: readonly string[]; readonly observed: string }
  | ({ readonly kind: 'condition' } & ConditionFailure);

export type TrustVerdict = {
  /** Ids of the assumptions that the answer stands on; mostly empty. */
  readonly assumptions: readonly PolicyAssumptionId[];
} & (
  | { readonly outcome: 'allowed' | 'explicitly-denied'; readonly statement: StatementRef }
  | {
      readonly outcome: 'implicitly-denied';
      /** The Allow statement that came nearest, and what was in its way; absent when there is no Allow at all. */
      readonly nearest?: { readonly statement: StatementRef; readonly obstacle: Obstacle };
    }
);

/**
 * Decides one action by a trust policy: a Deny that applies wins, then an Allow that applies, else it is denied.
 * Source: IAM User Guide, "Policy evaluation logic".
 */
export function evaluateTrust(policy: PolicyDocument, request: TrustRequest): TrustVerdict {
  const action = request.action.toLowerCase();
  const applies = (statement: Statement) => obstacleKind(statement, action, request) === undefined;
  const decisive =
    policy.statements.find((statement) => statement.effect === 'Deny' && applies(statement)) ??
    policy.statements.find((statement) => statement.effect === 'Allow' && applies(statement));
  if (decisive === undefined) return denyImplicitly(policy, action, request);
  const outcome = decisive.effect === 'Deny' ? 'explicitly-denied' : 'allowed';
  return { outcome, statement: refer(decisive), assumptions: assumptionsOf(decisive, request) };
}

/** Whether some Allow statement could ever let a SAML provider in: a cheap test of what a role is for. */
export function mentionsAction(policy: PolicyDocument, action: string): boolean {
  return policy.statements.some(
    (statement) => statement.effect === 'Allow' && actionMatches(statement, action.toLowerCase()),
  );
}

function denyImplicitly(policy: PolicyDocument, action: string, request: TrustRequest): TrustVerdict {
  const nearness = { principal: 1, action: 2, condition: 3 };
  let nearest: { statement: Statement; rank: number } | undefined;
  for (const statement of policy.statements) {
    if (statement.effect === 'Deny') continue;
    const kind = obstacleKind(statement, action, request);
    const rank =
      kind === 'principal' && !actionMatches(statement, action) ? 0 : nearness[kind ?? 'condition'];
    if (nearest === undefined || rank > nearest.rank) nearest = { statement, rank };
  }
  if (nearest === undefined) return { outcome: 'implicitly-denied', assumptions: [] };
  const { statement } = nearest;
  return {
    outcome: 'implicitly-denied',
    nearest: { statement: refer(statement), obstacle: obstacleOf(statement, action, request) },
    assumptions: assumptionsOf(statement, request),
  };
}

function obstacleKind(
  statement: Statement,
  action: string,
  { provider, context }: TrustRequest,
): Obstacle['kind'] | undefined {
  if (statement.principal === undefined || !matchPrincipal(statement.principal, provider).matches)
    return 'principal';
  if (!actionMatches(statement, action)) return 'action';
  return statement.conditions.every((condition) => conditionHolds(condition, context))
    ? undefined
    : 'condition';
}

function obstacleOf(statement: Statement, action: string, request: TrustRequest): Obstacle {
  const kind = obstacleKind(statement, action, request);
  const failed = statement.conditions.find((condition) => !conditionHolds(condition, request.context));
  if (kind === 'condition' && failed !== undefined)
    return { kind, ...describeFailure(failed, request.context) };
  if (kind === 'action') {
    const expected = statement.action.texts.map((text) => (statement.action.negated ? `not ${text}` : text));
    return { kind, expected, observed: request.action };
  }
  const expected = statement.principal === undefined ? [] : principalText(statement.principal);
  return { kind: 'principal', expected, observed: `Federated ${request.provider}` };
}

function actionMatches({ action }: Statement, wanted: string): boolean {
  return action.globs.some((glob) => matchesGlob(wanted, glob)) !== action.negated;
}

function refer({ index, sid, effect, place }: Statement): StatementRef {
  return { index, effect, place, ...(sid === undefined ? {} : { sid }) };
}

function assumptionsOf(
  statement: Statement,
  { provider, context }: TrustRequest,
): readonly PolicyAssumptionId[] {
  const found: PolicyAssumptionId[] = [];
  const { principal } = statement;
  if (principal !== undefined && matchPrincipal(principal, provider).byWildcard)
    found.push('everyone-includes-federated');
  if (principal?.negated) found.push('not-principal-evaluated');
  const isList = (lookup: string) => (context(lookup)?.length ?? 0) > 1;
  if (
    statement.conditions.some(
      ({ quantifier, test, lookup }) => quantifier === 'plain' && test !== 'Null' && isList(lookup),
    )
  )
    found.push('list-without-set-operator');
  const variables = statement.conditions
    .flatMap(({ values }) => values.flatMap(({ parts }) => parts ?? []))
    .flatMap((part) => (part.kind === 'variable' ? [part.lookup] : []));
  if (variables.some(isList)) found.push('variable-of-list');
  if (variables.some((lookup) => context(lookup)?.some((value) => /[*?]/.test(value))))
    found.push('variable-brings-no-wildcard');
  return found;
}
