import type {
  CallbackRecord,
  PoolCallRecord,
  ProofingCallRecord,
  StepUpRecord,
  TriggerRecord,
} from '../../model/step-up-records.ts';
import { EditError } from '../kit/edit.ts';

type Json = Readonly<Record<string, unknown>>;

/** Which call of a function: the first of this source for which this holds. */
export interface Which {
  readonly source: string;
  readonly by?: TriggerRecord['by'];
  /** Text somewhere in the event. */
  readonly saying?: string;
  /** Text somewhere in what it gave back. */
  readonly answering?: string;
}

export function positionOf({ triggers }: StepUpRecord, which: Which): number {
  const { source, by = 'pool', saying = '', answering = '' } = which;
  const found = triggers.findIndex(
    (one) =>
      one.event.triggerSource.startsWith(source) &&
      one.by === by &&
      JSON.stringify(one.event).includes(saying) &&
      JSON.stringify(one.answer ?? '').includes(answering),
  );
  if (found < 0) throw new EditError(`No function of the record is called at ${source}.`);
  return found;
}

/** The record with one call of a function otherwise. */
export function changeTrigger(
  record: StepUpRecord,
  which: Which,
  change: (one: TriggerRecord) => Partial<TriggerRecord>,
): StepUpRecord {
  const position = positionOf(record, which);
  return {
    ...record,
    triggers: record.triggers.map((one, index) => (index === position ? { ...one, ...change(one) } : one)),
  };
}

/** The record with another response of a function; undefined takes a field out. */
export function changeResponse(record: StepUpRecord, which: Which, response: Json): StepUpRecord {
  return changeTrigger(record, which, ({ answer }) => {
    const given = objectOf(answer);
    return { answer: { ...given, response: { ...objectOf(given.response), ...response } } };
  });
}

/** The record with each request to the proofing API replaced by what is made of it. */
export function changeApi(
  record: StepUpRecord,
  isMeant: (call: ProofingCallRecord, position: number) => boolean,
  change: (call: ProofingCallRecord) => readonly ProofingCallRecord[],
): StepUpRecord {
  if (!record.proofingCalls.some(isMeant)) throw new EditError('No such request is in the record.');
  return {
    ...record,
    proofingCalls: record.proofingCalls.flatMap((call, position) =>
      isMeant(call, position) ? change(call) : [call],
    ),
  };
}

/** The record with other fields in the body of the first request of this operation. */
export function changeBody(
  record: StepUpRecord,
  operation: ProofingCallRecord['operation'],
  body: Json,
): StepUpRecord {
  const first = record.proofingCalls.findIndex(
    (call) => call.operation === operation && (call.status ?? 0) < 300,
  );
  return changeApi(
    record,
    (_call, position) => position === first,
    (call) => [{ ...call, body: JSON.stringify({ ...objectOf(JSON.parse(call.body)), ...body }) }],
  );
}

/** The record with another result where Verify said yes for the first time. */
export function changeResult(
  record: StepUpRecord,
  change: (call: ProofingCallRecord) => readonly ProofingCallRecord[],
): StepUpRecord {
  const position = positionOf(record, verifyYes);
  return changeApi(record, ({ trigger }) => trigger === position, change);
}

export const verifyYes: Which = { source: 'VerifyAuthChallengeResponse', answering: '"answerCorrect":true' };

/** The same, with other fields in the answer. */
export function changeAnswer(record: StepUpRecord, answer: Json): StepUpRecord {
  return changeResult(record, (call) => [
    { ...call, answer: JSON.stringify({ ...objectOf(JSON.parse(call.answer ?? '{}')), ...answer }) },
  ]);
}

/** The record with one request of the pool’s API otherwise: the first for which this holds. */
export function changePoolCall(
  record: StepUpRecord,
  isMeant: (call: PoolCallRecord) => boolean,
  change: (call: PoolCallRecord) => Partial<PoolCallRecord>,
): StepUpRecord {
  const position = record.poolCalls.findIndex(isMeant);
  if (position < 0) throw new EditError('No such request is in the record.');
  return {
    ...record,
    poolCalls: record.poolCalls.map((call, index) =>
      index === position ? { ...call, ...change(call) } : call,
    ),
  };
}

/** The record with other claims in the ID token of a request. */
export function changeClaims(
  record: StepUpRecord,
  isMeant: (call: PoolCallRecord) => boolean,
  claims: Json,
): StepUpRecord {
  return changePoolCall(
    record,
    (call) => call.result.kind === 'tokens' && isMeant(call),
    ({ result }) =>
      result.kind === 'tokens' ? { result: { ...result, id: { ...result.id, ...claims } } } : {},
  );
}

export function changeCallback(
  record: StepUpRecord,
  how: CallbackRecord['how'],
  change: Partial<CallbackRecord>,
): StepUpRecord {
  return {
    ...record,
    callbacks: record.callbacks.map((one) => (one.how === how ? { ...one, ...change } : one)),
  };
}

/** The record with other attributes of the person in the end. */
export function changeAttributes(
  record: StepUpRecord,
  attributes: Readonly<Record<string, string>>,
): StepUpRecord {
  const { after } = record.person;
  if (after === undefined) throw new EditError('The person is not in the pool.');
  return {
    ...record,
    person: { ...record.person, after: { ...after, attributes: { ...after.attributes, ...attributes } } },
  };
}

export function objectOf(value: unknown): Json {
  // An object of JSON has text keys.
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** The record of a second step-up that got through on the result of the first. */
export function withResultTwice(record: StepUpRecord): StepUpRecord {
  const first = positionOf(record, verifyYes);
  const second = record.triggers.findIndex(
    ({ event, answer }, position) =>
      position > first &&
      event.triggerSource.startsWith('VerifyAuthChallengeResponse') &&
      JSON.stringify(answer ?? '').includes('"answerCorrect":true'),
  );
  const [asked] = record.proofingCalls.filter(({ trigger }) => trigger === first);
  if (second < 0 || asked === undefined) throw new EditError('The record has no two step-ups.');
  // Both sign-ins believe that the challenge is their own.
  const privateChallengeParameters = { challenge_id: 'chl_1' };
  const changed = changeApi(
    record,
    ({ trigger }) => trigger === second,
    () => [{ ...asked, trigger: second }],
  );
  return {
    ...changed,
    triggers: changed.triggers.map((one, position) => {
      if (position !== second) return one;
      const request = { ...one.event.request, privateChallengeParameters };
      return { ...one, event: { ...one.event, request }, answer: { ...objectOf(one.answer), request } };
    }),
  };
}

/** The record as if the function that opened the proofing session had forgotten its id. */
export function withoutSessionId(record: StepUpRecord): StepUpRecord {
  const { beforeCallback, ...person } = record.person;
  if (beforeCallback === undefined) throw new EditError('The person is not in the pool.');
  const { 'custom:idv_session': _, ...attributes } = beforeCallback.attributes;
  return {
    ...record,
    poolCalls: record.poolCalls.filter(({ operation }) => operation !== 'AdminUpdateUserAttributes'),
    // The positions of what comes after are one less.
    triggers: record.triggers.map((one) =>
      one.request === undefined || one.request < 4 ? one : { ...one, request: one.request - 1 },
    ),
    callbacks: record.callbacks.filter(({ how }) => how !== 'other-session'),
    person: { ...person, beforeCallback: { ...beforeCallback, attributes } },
  };
}
