import { evaluateTrust } from '../../aws/policy/evaluate.ts';
import type { CheckContext, Fault } from '../../model/check.ts';
import {
  admittingStatements,
  contextFor,
  type Given,
  readableRoles,
  speaksOf,
  statementsFor,
} from './_trust.ts';

/**
 * Roles that let the provider's people in, and do not allow an action that the response makes necessary. Where the
 * login itself is refused, other checks tell why, and only the action itself is asked here.
 */
export function findNotAllowed(
  given: Given,
  action: string,
  { now }: Pick<CheckContext<never>, 'now'>,
): Fault<'missing'>[] {
  return readableRoles(given).flatMap((one) => {
    if (admittingStatements(one).length === 0) return [];
    const request = { provider: one.provider.arn, context: contextFor(given.response, one.provider, now) };
    const ask = (asked: string) =>
      evaluateTrust(one.policy, { ...request, action: asked }).outcome === 'allowed';
    const isNamed = statementsFor(one, 'Allow').some((statement) => speaksOf(statement, action));
    if (ask('sts:AssumeRoleWithSAML') ? ask(action) : isNamed) return [];
    return [
      {
        message: 'missing',
        data: { role: one.role.name },
        expected: action,
        observed: isNamed ? 'denied' : 'not allowed',
        where: one.where,
      },
    ];
  });
}
