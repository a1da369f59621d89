import { assumedRoleArn } from '../arn.ts';
import { pairsOf } from '../claims.ts';
import { nameQualifier, subjectType, supportedNameIdFormats } from '../subject.ts';
import { packedSizeOf, sessionSeconds } from './session.ts';
import { actionsNeeded, askTrust } from './trust.ts';
import type { AssumptionId, Decision, DecisionCase, GrantedSession } from './types.ts';

/** Builds the answer of a case that no step refused. */
export function grant(given: DecisionCase): Decision {
  const allowedBy = askAll(given).flatMap(({ action, verdict }) => {
    if (verdict?.outcome !== 'allowed') return [];
    const { index, sid } = verdict.statement;
    return [{ action, statement: index, ...(sid === undefined ? {} : { sid }) }];
  });
  return { granted: true, session: buildSession(given), allowedBy, assumptions: assumptionsOf(given) };
}

/** What the grant of a case rests on that AWS does not document. */
export function assumptionsOf(given: DecisionCase): readonly AssumptionId[] {
  const ofPolicy = askAll(given).flatMap(({ verdict }) => verdict?.assumptions ?? []);
  return [...new Set<AssumptionId>([...ownAssumptions(given), ...ofPolicy])];
}

function askAll(given: DecisionCase) {
  return actionsNeeded(given).map((action) => ({ action, verdict: askTrust(given, action) }));
}

function buildSession(given: DecisionCase): GrantedSession {
  const { role, roleFacts, provider, facts, claims, now } = given;
  const [recipient] = facts?.confirmations ?? [];
  const [roleSessionName] = claims?.roleSessionNames ?? [];
  if (
    role === undefined ||
    roleFacts === undefined ||
    provider === undefined ||
    roleSessionName === undefined
  )
    throw new Error('A session was built from a case that a step should have refused.');
  const durationSeconds = sessionSeconds(given);
  const issuer = facts?.issuer ?? '';
  const [sourceIdentity] = claims?.sourceIdentities ?? [];
  const packedPolicySize = packedSizeOf(given);
  return {
    assumedRoleUser: {
      assumedRoleId: `${roleFacts.roleId}:${roleSessionName}`,
      arn: assumedRoleArn(role, roleSessionName),
    },
    roleSessionName,
    durationSeconds,
    expirationMs: Math.floor(now / 1000 + durationSeconds) * 1000,
    subject: facts?.nameId?.value ?? '',
    subjectType: subjectType(facts?.nameId?.format),
    issuer,
    audience: recipient?.recipient ?? '',
    nameQualifier: nameQualifier(issuer, provider.account, provider.name),
    ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
    tags: (claims?.tags ?? []).map(({ key, values }) => ({ key, value: values[0] ?? '' })),
    transitiveTagKeys: claims?.transitiveTagKeys ?? [],
    ...(packedPolicySize === undefined ? {} : { packedPolicySize }),
  };
}

function ownAssumptions(given: DecisionCase): readonly AssumptionId[] {
  const { request, claims, facts, roleFacts } = given;
  const onlyTrimmed = pairsOf(claims, request.roleArn, request.principalArn).every(({ trimmed }) => trimmed);
  const format = facts?.nameId?.format;
  const trust = roleFacts?.trust;
  const asksSessionName =
    trust !== undefined &&
    'policy' in trust &&
    trust.policy.statements.some(({ conditions }) =>
      conditions.some(({ lookup }) => lookup === 'sts:rolesessionname'),
    );
  const found: [boolean, AssumptionId][] = [
    [onlyTrimmed, 'role-value-trimmed'],
    [claims?.roleRepeated ?? false, 'role-attribute-repeated'],
    [roleFacts?.maxSessionDurationSeconds === undefined, 'max-session-duration-unknown'],
    [packedSizeOf(given) !== undefined, 'packed-size-estimated'],
    [format !== undefined && !supportedNameIdFormats.includes(format), 'name-id-format-not-listed'],
    [asksSessionName, 'session-name-as-condition'],
  ];
  return found.flatMap(([applies, id]) => (applies ? [id] : []));
}
