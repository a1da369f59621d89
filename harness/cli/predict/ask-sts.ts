import { STSClient } from '@aws-sdk/client-sts';
import { callSts, type StsCall } from './call-sts.ts';
import { type Answered, readAnswer } from './compare-sts.ts';
import type { StsTarget } from './sts-target.ts';

/** A host that takes longer is taken not to answer. */
const connectionMs = 5_000;
const answerMs = 15_000;

/**
 * Asks STS call by call, by AWS's own client, and drops the credentials that come back. Once the host has given no
 * answer it is not asked again: it would be sent more assertions for nothing.
 */
export async function askSts(target: StsTarget, calls: readonly StsCall[]): Promise<readonly Answered[]> {
  const client = new STSClient({
    region: target.region,
    endpoint: target.endpoint,
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: connectionMs,
      requestTimeout: answerMs,
      throwOnRequestTimeout: true,
    },
  });
  try {
    const answers: Answered[] = [];
    let isGone = false;
    for (const call of calls) {
      const answer: Answered = isGone
        ? { outcome: 'no-answer', why: `Not asked: ${target.host} gave no answer before.` }
        : await askOnce(client, target, call);
      isGone ||= answer.outcome === 'no-answer';
      answers.push(answer);
    }
    return answers;
  } finally {
    client.destroy();
  }
}

async function askOnce(client: STSClient, { host }: StsTarget, call: StsCall): Promise<Answered> {
  try {
    return readAnswer(await callSts(client, call));
  } catch (error) {
    return { outcome: 'no-answer', why: explainSilence(error, host) };
  }
}

/** Only the kind of error: its text may hold what a host sent. */
function explainSilence(error: unknown, host: string): string {
  const { name, code } = error as { name?: string; code?: string }; // whatever was thrown may have these
  if (name === 'TimeoutError') return `${host} did not answer in time.`;
  if (code !== undefined) return `${host} could not be reached (${code}).`;
  return `${host} did not answer as STS does (${name ?? 'unknown error'}).`;
}
