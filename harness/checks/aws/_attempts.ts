import type { StsAnswer, StsAttempt, StsRecord } from '../../model/aws-records.ts';

/** An attempt with its place in the record. */
export interface Answered<O extends StsAnswer['outcome']> {
  readonly attempt: StsAttempt;
  readonly answer: Extract<StsAnswer, { outcome: O }>;
  /** JSON pointer. */
  readonly path: string;
}

/** Attempts that were answered in this way. */
export function answeredBy<O extends StsAnswer['outcome']>(sts: StsRecord, outcome: O): Answered<O>[] {
  return sts.attempts.flatMap((attempt, index) => {
    const { answer } = attempt;
    return isOutcome(answer, outcome) ? [{ attempt, answer, path: `/attempts/${index}` }] : [];
  });
}

export function hasCredentials({ sts }: { readonly sts: StsRecord }): true | string {
  return answeredBy(sts, 'credentials').length > 0 || 'STS gave no credentials.';
}

function isOutcome<O extends StsAnswer['outcome']>(
  answer: StsAnswer,
  outcome: O,
): answer is Extract<StsAnswer, { outcome: O }> {
  return answer.outcome === outcome;
}
