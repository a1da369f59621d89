import type { Invoked, LambdaRunner } from '../../../lambda/runner.ts';
import { PoolError } from '../pool-error.ts';
import type { TriggerEvent, TriggerSource, Triggers } from '../triggers.ts';
import type { LambdaTriggers, TriggerName } from './config.ts';
import type { TriggerCall } from './log.ts';

export interface LambdaTriggerParts {
  readonly runner: LambdaRunner;
  readonly functions: () => LambdaTriggers;
  readonly waitMs: number;
  /** Milliseconds since 1970, by the clock that functions see too: that of the machine. */
  readonly now: () => number;
  readonly record: (call: Omit<TriggerCall, 'by' | 'request'>) => void;
}

/** A pool calls a function up to three times when it gives no answer in time (COG, working with Lambda triggers). */
const attempts = 3;

/** Calls Lambda functions as a user pool does: within 5 s, up to three times, and with AWS's errors. */
export function createLambdaTriggers(parts: LambdaTriggerParts): Triggers {
  return {
    invoke: async (source, event) => {
      const trigger = triggerOf(source);
      const name = parts.functions()[trigger];
      if (name === undefined) return event;
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const invoked = await parts.runner.invoke(name, event, parts.waitMs);
        const at = new Date(parts.now() - invoked.durationMs).toISOString();
        parts.record({ at, attempt, limitMs: parts.waitMs, event, ...describe(invoked) });
        if (invoked.outcome.kind !== 'timeout') return readOutcome(trigger, event, invoked.outcome);
      }
      throw new PoolError(
        'UnexpectedLambdaException',
        `${trigger} invocation failed due to error Socket timeout while invoking Lambda function.`,
      );
    },
  };
}

export function triggerOf(source: TriggerSource): TriggerName {
  const name = source.slice(0, source.indexOf('_'));
  // Every other source begins with the name of its trigger.
  return name === 'TokenGeneration' ? 'PreTokenGeneration' : (name as TriggerName);
}

function readOutcome(
  trigger: TriggerName,
  event: TriggerEvent,
  outcome: Exclude<Invoked['outcome'], { kind: 'timeout' }>,
): TriggerEvent {
  if (outcome.kind === 'error')
    throw new PoolError(
      'UserLambdaValidationException',
      `${trigger} failed with error ${outcome.error.errorMessage}.`,
    );
  if (outcome.kind === 'failed')
    throw new PoolError(
      'UnexpectedLambdaException',
      `${trigger} invocation failed due to error ${outcome.why}`,
    );
  const response = isObject(outcome.payload) ? outcome.payload.response : undefined;
  if (!isObject(response))
    throw new PoolError('InvalidLambdaResponseException', 'Unrecognizable lambda output');
  return { ...event, response };
}

function describe({ outcome, durationMs, log }: Invoked) {
  switch (outcome.kind) {
    case 'answer':
      return { answer: outcome.payload, durationMs, log };
    case 'error':
      return { error: { kind: 'thrown', ...outcome.error } as const, durationMs, log };
    case 'timeout':
      return { error: { kind: 'timeout' } as const, durationMs, log };
    case 'failed':
      return { error: { kind: 'failed', errorMessage: outcome.why } as const, durationMs, log };
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
