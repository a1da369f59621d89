import { reservedRolePrefix } from '../limits.ts';
import { evaluateTrust, type Obstacle, type TrustVerdict } from '../policy/evaluate.ts';
import { quoted, quotedList, refuse } from './refuse.ts';
import type { RuleId } from './rules.ts';
import type { DecisionCase, Refusal, Step } from './types.ts';

/** The actions that a trust policy must allow for this assertion. */
export function actionsNeeded({ claims }: DecisionCase): readonly string[] {
  return [
    'sts:AssumeRoleWithSAML',
    ...((claims?.tags.length ?? 0) > 0 || (claims?.transitiveTagKeys.length ?? 0) > 0
      ? ['sts:TagSession']
      : []),
    ...((claims?.sourceIdentities.length ?? 0) > 0 ? ['sts:SetSourceIdentity'] : []),
  ];
}

/** `undefined` when the role or its policy is not there to be asked. */
export function askTrust(
  { roleFacts, provider, context }: DecisionCase,
  action: string,
): TrustVerdict | undefined {
  if (roleFacts === undefined || provider === undefined || 'fault' in roleFacts.trust) return undefined;
  return evaluateTrust(roleFacts.trust.policy, { action, provider: provider.arn, context });
}

export const checkNameId: Step = (given) => {
  if (given.facts?.nameId !== undefined) return undefined;
  return refuse(given, 'subject/name-id', {
    says: 'The assertion has no Subject with a NameID.',
    expected: 'a NameID',
    observed: 'nothing',
  });
};

export const checkRoleNotReserved: Step = (given) => {
  if (!given.role?.name.startsWith(reservedRolePrefix)) return undefined;
  return refuse(given, 'role/reserved', {
    says: `${given.role.name} belongs to IAM Identity Center, and no one else can assume it.`,
    expected: `a role whose name does not begin with ${reservedRolePrefix}`,
    observed: quoted(given.role.name),
  });
};

export const checkRoleExists: Step = (given) => {
  if (given.roleFacts !== undefined) return undefined;
  const observed = quoted(given.request.roleArn);
  const says = `The account has no role ${observed}; path and name are exact in case.`;
  return refuse(given, 'role/exists', { says, expected: 'a role of the account', observed });
};

export const checkTrustReadable: Step = (given) => {
  const trust = given.roleFacts?.trust;
  if (trust === undefined || !('fault' in trust)) return undefined;
  const { place, says } = trust.fault;
  return refuse(given, 'trust/readable', {
    says: `The role’s trust policy cannot be read (line ${place.line}, column ${place.column}): ${says}`,
    expected: 'a valid policy document',
    observed: says,
    place,
  });
};

export const checkTrust: Step = (given) => checkAction(given, 'sts:AssumeRoleWithSAML', 'trust/assume');

export const checkTagSession: Step = (given) => checkAction(given, 'sts:TagSession', 'trust/tag-session');

export const checkSetSourceIdentity: Step = (given) =>
  checkAction(given, 'sts:SetSourceIdentity', 'trust/source-identity');

function checkAction(given: DecisionCase, action: string, rule: RuleId): Refusal | undefined {
  if (!actionsNeeded(given).includes(action)) return undefined;
  const trust = askTrust(given, action);
  if (trust === undefined || trust.outcome === 'allowed') return undefined;
  return refuse(given, rule, { ...explainDenial(trust, action), trust });
}

/** Why a trust policy does not allow an action: a sentence, what it would take, what there was. */
export function explainDenial(trust: TrustVerdict, action: string) {
  if (trust.outcome !== 'implicitly-denied') {
    const says = `${nameOf(trust.statement)} of the trust policy denies ${action}.`;
    return { says, expected: `no Deny for ${action}`, observed: nameOf(trust.statement) };
  }
  if (trust.nearest === undefined) {
    const says = `No statement of the trust policy allows anything.`;
    return { says, expected: `an Allow for ${action}`, observed: 'none' };
  }
  const { statement, obstacle } = trust.nearest;
  const { says, expected, observed } = explainObstacle(obstacle, action);
  return { says: `${nameOf(statement)} of the trust policy ${says}`, expected, observed };
}

function explainObstacle(obstacle: Obstacle, action: string) {
  const expected = quotedList(obstacle.expected);
  if (obstacle.kind !== 'condition') {
    const says =
      obstacle.kind === 'principal'
        ? `trusts ${expected}, not ${obstacle.observed}.`
        : `allows ${expected}, not ${action}.`;
    return { says, expected, observed: obstacle.observed };
  }
  const observed = obstacle.observed === undefined ? 'no such key' : quotedList(obstacle.observed, 'and');
  return {
    says: `wants ${obstacle.key} to pass ${obstacle.operator} with ${expected}; the request has ${observed}.`,
    expected: `${obstacle.key} ${obstacle.operator} ${expected}`,
    observed,
  };
}

function nameOf({ index, sid }: { readonly index: number; readonly sid?: string }): string {
  return sid === undefined ? `Statement ${index + 1}` : `Statement ${index + 1} (${sid})`;
}
