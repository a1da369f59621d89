import { assumedRoleArn, parseRoleArn } from '../../aws/arn.ts';
import type { StsAnswer } from '../../model/aws-records.ts';
import type { Verdict } from '../../model/report.ts';

/** What was foretold of one call. */
export type Foretold =
  | {
      readonly outcome: 'can-assume';
      /** ARN of the session. */
      readonly assumedRoleArn: string;
    }
  | { readonly outcome: 'refused'; readonly rule: string; readonly code: string; readonly says: string }
  | { readonly outcome: 'not-predicted'; readonly why: string };

/** What STS said, without the credentials; or why it said nothing. */
export type Answered =
  | { readonly outcome: 'assumed'; readonly assumedRoleArn: string; readonly expiresAt: string }
  | { readonly outcome: 'refused'; readonly status: number; readonly code: string; readonly message: string }
  | { readonly outcome: 'no-answer'; readonly why: string };

/** `open`: there was no prediction, or no answer. */
export type ComparisonResult = 'agree' | 'differ' | 'open';

/** One call that was made, beside what was foretold of it. */
export interface StsComparison {
  readonly user: string;
  /** ARNs. */
  readonly role: string;
  readonly provider: string;
  readonly foretold: Foretold;
  readonly answered: Answered;
  readonly result: ComparisonResult;
}

/** All calls to one endpoint. */
export interface StsReport {
  /** Whom the assertions were sent to. */
  readonly endpoint: string;
  readonly host: string;
  /** ISO 8601 UTC. */
  readonly askedAt: string;
  readonly verdict: Verdict;
  readonly summary: Readonly<Record<'asked' | ComparisonResult, number>>;
  readonly comparisons: readonly StsComparison[];
}

/** ARN of the session that a role gives under a session name; the role itself where its ARN is none. */
export function sessionArn(role: string, sessionName: string): string {
  const parsed = parseRoleArn(role);
  return parsed === undefined ? role : assumedRoleArn(parsed, sessionName);
}

/** A fault of the service says nothing of the assertion; so does a call too many. */
export function readAnswer(answer: StsAnswer): Answered {
  const { outcome, status } = answer;
  if (outcome === 'credentials' && (answer.assumedRoleArn === '' || answer.expiresAt === ''))
    return {
      outcome: 'no-answer',
      why: `It was answered ${status}, but not as STS does: there is no session.`,
    };
  if (outcome === 'credentials')
    return { outcome: 'assumed', assumedRoleArn: answer.assumedRoleArn, expiresAt: answer.expiresAt };
  const { code = 'no code', message = '' } = outcome === 'refused' ? answer : {};
  if (status >= 500 || status === 429 || /^(Throttling|RequestLimitExceeded|SlowDown)/.test(code))
    return { outcome: 'no-answer', why: `STS answered ${status} ${code}.` };
  return { outcome: 'refused', status, code, message };
}

/** Prediction and answer agree when the same session came of it, or the same error code. */
export function compare(foretold: Foretold, answered: Answered): ComparisonResult {
  if (foretold.outcome === 'not-predicted' || answered.outcome === 'no-answer') return 'open';
  if (foretold.outcome === 'can-assume')
    return answered.outcome === 'assumed' && answered.assumedRoleArn === foretold.assumedRoleArn
      ? 'agree'
      : 'differ';
  return answered.outcome === 'refused' && answered.code === foretold.code ? 'agree' : 'differ';
}

/** A difference outweighs what stayed open; and where nothing was asked nothing is shown. */
export function buildStsReport(
  given: Pick<StsReport, 'endpoint' | 'host' | 'askedAt' | 'comparisons'>,
): StsReport {
  const count = (wanted: ComparisonResult) =>
    given.comparisons.filter(({ result }) => result === wanted).length;
  const summary = {
    asked: given.comparisons.length,
    agree: count('agree'),
    differ: count('differ'),
    open: count('open'),
  };
  const verdict =
    summary.differ > 0 ? 'fail' : summary.open > 0 || summary.asked === 0 ? 'inconclusive' : 'pass';
  return { ...given, verdict, summary };
}

/** What was foretold, in words: beside it stands what was answered. */
export function foretoldText(foretold: Foretold): string {
  if (foretold.outcome === 'can-assume') return `assumed as ${foretold.assumedRoleArn}`;
  if (foretold.outcome === 'refused')
    return `refused with ${foretold.code} (${foretold.rule}): ${foretold.says}`;
  return `not predicted: ${foretold.why}`;
}

export function answeredText(answered: Answered): string {
  if (answered.outcome === 'assumed') return `assumed as ${answered.assumedRoleArn}`;
  if (answered.outcome === 'refused') return `refused with ${answered.code}: ${answered.message}`;
  return `no answer: ${answered.why}`;
}
