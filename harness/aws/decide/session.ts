import { maxSessionDuration, requestLimits } from '../limits.ts';
import { packedPolicyPercent } from '../packed-size.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { instantText, quoted, refuse } from './refuse.ts';
import type { DecisionCase, Step } from './types.ts';

export const checkMaxDuration: Step = (given) => {
  const seconds = given.request.durationSeconds ?? requestLimits.defaultDurationSeconds;
  const max = given.roleFacts?.maxSessionDurationSeconds ?? maxSessionDuration.default;
  if (seconds <= max) return undefined;
  return refuse(given, 'duration/maximum', {
    says: `DurationSeconds is ${seconds}; the role’s MaxSessionDuration is ${max}.`,
    expected: `at most ${max}`,
    observed: String(seconds),
  });
};

export const checkSessionEnd: Step = (given) => {
  if (sessionSeconds(given) > 0) return undefined;
  const observed = instantText(given.facts?.sessionNotOnOrAfterMs);
  return refuse(given, 'duration/session-over', {
    says: `SessionNotOnOrAfter is ${observed}, so that no session is left.`,
    expected: `a SessionNotOnOrAfter after ${instantText(given.now)}`,
    observed,
  });
};

export const checkSessionPolicy: Step = (given) => {
  const { policy } = given.request;
  if (policy === undefined) return undefined;
  const reading = readPolicy(policy, 'session', { as: 'new' });
  if (!('fault' in reading)) return undefined;
  const { message, says, place } = reading.fault;
  return refuse(given, 'policy/malformed', {
    says: `The session policy is malformed at line ${place.line}, column ${place.column}: ${says}`,
    expected: 'a valid policy document',
    observed: says,
    place,
    values: { policyMessage: message },
  });
};

export const checkPolicyArns: Step = (given) => {
  const { role, request } = given;
  if (request.policyArns === undefined) return undefined;
  const pattern = new RegExp(`^arn:${role?.partition}:iam::(?:aws|${role?.account}):policy/.+$`);
  const wrong = request.policyArns.find((arn) => !pattern.test(arn));
  if (wrong === undefined) return undefined;
  return refuse(given, 'policy/arns', {
    says: `${quoted(wrong)} is no managed policy of AWS or of account ${role?.account}.`,
    expected: `arn:${role?.partition}:iam::${role?.account}:policy/<name>`,
    observed: quoted(wrong),
  });
};

export const checkPackedSize: Step = (given) => {
  const { policy = '', policyArns = [] } = given.request;
  const plain = policy.length + policyArns.reduce((sum, arn) => sum + arn.length, 0);
  if (plain > requestLimits.policiesTogether)
    return refuse(given, 'policy/together', {
      says: `Policy and PolicyArns together have ${plain} characters.`,
      expected: `at most ${requestLimits.policiesTogether}`,
      observed: String(plain),
    });
  const percent = packedSizeOf(given) ?? 0;
  if (percent <= 100) return undefined;
  return refuse(given, 'policy/packed-size', {
    says: `Session policies and tags take an estimated ${percent} % of the packed space.`,
    expected: 'at most 100 %',
    observed: `${percent} %`,
    values: { percent },
  });
};

/** Whole seconds that the session lasts: the shortest of what was asked, SessionDuration and SessionNotOnOrAfter. */
export function sessionSeconds({ request, claims, facts, now }: DecisionCase): number {
  const asked = request.durationSeconds ?? requestLimits.defaultDurationSeconds;
  const attribute = claims?.sessionDurations[0];
  const end = facts?.sessionNotOnOrAfterMs;
  return Math.min(
    asked,
    attribute === undefined ? asked : Number(attribute),
    end === undefined ? asked : Math.floor((end - now) / 1000),
  );
}

/** Percent, or `undefined` when there is nothing to pack. */
export function packedSizeOf({ request, claims }: DecisionCase): number | undefined {
  return packedPolicyPercent({
    policy: request.policy,
    policyArns: request.policyArns ?? [],
    tags: (claims?.tags ?? []).map(({ key, values }) => ({ key, value: values[0] ?? '' })),
    transitiveTagKeys: claims?.transitiveTagKeys ?? [],
  });
}
