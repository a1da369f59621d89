import type { PolicyAssumptionId } from './assumptions.ts';
import { type ConditionFailure, conditionHolds, describeFailure } from './conditions.ts';
import type { ConditionContext } from './context.ts';
import { matchesGlob } from './glob.ts';
import { matchPrincipal, principalText } from './principal.ts';
import type { Condition, PolicyDocument, PolicyPlace, Statement } from './types.ts';

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
  const met = policy.statements.map((statement) => ({
    statement,
    barrier: findBarrier(statement, action, request),
  }));
  const applies = (effect: Statement['effect']) =>
    met.find(({ statement, barrier }) => barrier === undefined && statement.effect === effect)?.statement;
  const decisive = applies('Deny') ?? applies('Allow');
  if (decisive === undefined) return denyImplicitly(met, action, request);
  const outcome = decisive.effect === 'Deny' ? 'explicitly-denied' : 'allowed';
  return { outcome, statement: refer(decisive), assumptions: assumptionsOf(decisive, request) };
}

/** Whether some Allow statement could ever let a SAML provider in: a cheap test of what a role is for. */
export function mentionsAction(policy: PolicyDocument, action: string): boolean {
  return policy.statements.some(
    (statement) => statement.effect === 'Allow' && actionMatches(statement, action.toLowerCase()),
  );
}

/** What keeps a statement from applying; the first of principal, action and conditions. */
type Barrier =
  | { readonly kind: 'principal' | 'action' }
  | { readonly kind: 'condition'; readonly failed: Condition };

interface MetStatement {
  readonly statement: Statement;
  readonly barrier: Barrier | undefined;
}

const nearness = { principal: 1, action: 2, condition: 3 } as const;

function denyImplicitly(met: readonly MetStatement[], action: string, request: TrustRequest): TrustVerdict {
  let nearest: { statement: Statement; barrier: Barrier; rank: number } | undefined;
  for (const { statement, barrier } of met) {
    if (statement.effect === 'Deny' || barrier === undefined) continue;
    const isFar = barrier.kind === 'principal' && !actionMatches(statement, action);
    const rank = isFar ? 0 : nearness[barrier.kind];
    if (nearest === undefined || rank > nearest.rank) nearest = { statement, barrier, rank };
  }
  if (nearest === undefined) return { outcome: 'implicitly-denied', assumptions: [] };
  const { statement, barrier } = nearest;
  return {
    outcome: 'implicitly-denied',
    nearest: { statement: refer(statement), obstacle: describeBarrier(statement, barrier, request) },
    assumptions: assumptionsOf(statement, request),
  };
}

function findBarrier(
  statement: Statement,
  action: string,
  { provider, context }: TrustRequest,
): Barrier | undefined {
  if (statement.principal === undefined || !matchPrincipal(statement.principal, provider).matches)
    return { kind: 'principal' };
  if (!actionMatches(statement, action)) return { kind: 'action' };
  const failed = statement.conditions.find((condition) => !conditionHolds(condition, context));
  return failed === undefined ? undefined : { kind: 'condition', failed };
}

function describeBarrier(statement: Statement, barrier: Barrier, request: TrustRequest): Obstacle {
  if (barrier.kind === 'condition')
    return { kind: barrier.kind, ...describeFailure(barrier.failed, request.context) };
  if (barrier.kind === 'action') {
    const expected = statement.action.texts.map((text) => (statement.action.negated ? `not ${text}` : text));
    return { kind: barrier.kind, expected, observed: request.action };
  }
  const expected = statement.principal === undefined ? [] : principalText(statement.principal);
  return { kind: barrier.kind, expected, observed: `Federated ${request.provider}` };
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
  const hasVariable = (test: (lookup: string) => boolean | undefined) =>
    statement.conditions.some(({ values }) =>
      values.some(({ parts }) => parts?.some((part) => part.kind === 'variable' && test(part.lookup))),
    );
  if (hasVariable(isList)) found.push('variable-of-list');
  if (hasVariable((lookup) => context(lookup)?.some((value) => /[*?]/.test(value))))
    found.push('variable-brings-no-wildcard');
  return found;
}
