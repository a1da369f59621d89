import type { StsAnswer, StsAttempt, StsRecord } from '../../model/aws-records.ts';
import { EditError } from '../kit/edit.ts';

/** The record with another attempt in place of the first one that was answered like this. */
export function changeAttempt(
  sts: StsRecord,
  outcome: StsAnswer['outcome'],
  change: (attempt: StsAttempt) => StsAttempt,
): StsRecord {
  const index = sts.attempts.findIndex(({ answer }) => answer.outcome === outcome);
  if (index < 0) throw new EditError(`Nothing was answered by "${outcome}".`);
  return { attempts: sts.attempts.map((attempt, at) => (at === index ? change(attempt) : attempt)) };
}

/** The record with these fields of the credentials' answer changed. */
export function changeCredentials(
  sts: StsRecord,
  fields: Partial<Extract<StsAnswer, { outcome: 'credentials' }>>,
): StsRecord {
  return changeAttempt(sts, 'credentials', (attempt) => {
    const { answer } = attempt;
    return answer.outcome === 'credentials' ? { ...attempt, answer: { ...answer, ...fields } } : attempt;
  });
}
