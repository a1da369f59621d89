import { redeemWithinMs } from '../limits.ts';
import { instantText, refuse, spanText } from './refuse.ts';
import type { DecisionCase, Step } from './types.ts';

export const checkIssueInstant: Step = (given) => {
  const issued = issueInstantOf(given);
  const age = issued === undefined ? Number.POSITIVE_INFINITY : given.now - issued;
  if (age <= redeemWithinMs && -age <= given.settings.futureSkewMs) return undefined;
  const observed = instantText(issued);
  if (age <= redeemWithinMs)
    return refuse(given, 'time/issued-in-future', {
      says: `The response was issued at ${observed}, ${spanText(age)} ahead of now.`,
      expected: `an IssueInstant at most ${spanText(given.settings.futureSkewMs)} ahead of ${instantText(given.now)}`,
      observed,
    });
  return refuse(given, 'time/redeem-window', {
    says:
      issued === undefined
        ? 'The response does not say when it was issued.'
        : `The response was issued at ${observed}, ${spanText(age)} ago; it can be redeemed for 5 minutes.`,
    expected: `an IssueInstant not before ${instantText(given.now - redeemWithinMs)}`,
    observed,
  });
};

export const checkNotBefore: Step = (given) => {
  const limit = given.now + given.settings.futureSkewMs;
  const starts = [given.facts?.notBeforeMs, given.facts?.confirmations[0]?.notBeforeMs];
  const late = starts.find((start) => start !== undefined && start > limit);
  if (late === undefined) return undefined;
  const observed = instantText(late);
  return refuse(given, 'time/not-before', {
    says: `The assertion is not valid before ${observed}, ${spanText(late - given.now)} from now.`,
    expected: `a NotBefore not after ${instantText(limit)}`,
    observed,
  });
};

export const checkNotOnOrAfter: Step = (given) => {
  const limit = given.now - given.settings.expirySkewMs;
  const ends = [given.facts?.notOnOrAfterMs, given.facts?.confirmations[0]?.notOnOrAfterMs];
  const over = ends.find((end) => end !== undefined && end <= limit);
  if (over === undefined) return undefined;
  const observed = instantText(over);
  return refuse(given, 'time/not-on-or-after', {
    says: `The assertion was valid until ${observed}, ${spanText(given.now - over)} ago.`,
    expected: `a NotOnOrAfter after ${instantText(limit)}`,
    observed,
  });
};

function issueInstantOf({ facts, settings }: DecisionCase): number | undefined {
  return settings.issueInstantOf === 'assertion' ? facts?.issueInstantMs : facts?.responseIssueInstantMs;
}
