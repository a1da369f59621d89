import type { PoolResult, StepUpRecord, TriggerRecord } from '../../model/step-up-records.ts';
import {
  type ApiCall,
  apiCallsOf,
  approvals,
  callsOf,
  type FunctionCall,
  historyOf,
  linkOf,
  madeDuring,
  objectOf,
  resultsDuring,
  stepUps,
  textOf,
} from './_step-up.ts';

/** Fields of the responses that the guide documents, with their types. */
export const responseFields: Readonly<
  Record<string, Readonly<Record<string, 'boolean' | 'text' | 'map of text'>>>
> = {
  PreSignUp: { autoConfirmUser: 'boolean', autoVerifyEmail: 'boolean', autoVerifyPhone: 'boolean' },
  DefineAuthChallenge: { challengeName: 'text', issueTokens: 'boolean', failAuthentication: 'boolean' },
  CreateAuthChallenge: {
    publicChallengeParameters: 'map of text',
    privateChallengeParameters: 'map of text',
    challengeMetadata: 'text',
  },
  VerifyAuthChallengeResponse: { answerCorrect: 'boolean' },
};

export function isOfType(type: 'boolean' | 'text' | 'map of text', value: unknown): boolean {
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'text') return typeof value === 'string';
  return Object.values(objectOf(value) ?? { not: 0 }).every((one) => typeof one === 'string');
}

/** Names of errors that say the code itself is wrong. */
export const codeErrors =
  /^(NameError|ReferenceError|SyntaxError|IndentationError|ImportError|ModuleNotFoundError|Runtime\.\w+)$/;
/** Names of errors that are thrown by a runtime or a library, not by an author for people. */
export const internalErrors =
  /^(KeyError|IndexError|TypeError|AttributeError|RangeError|(JSON)?DecodeError|JSONDecodeError|(SSL|HTTP|Proxy|Connection|Timeout|Chunked\w*)Error|(Connect|Read)?Timeout|AbortError)$/;
/** Words of such texts. */
export const insides =
  /https?:\/\/|^'\w+'$|Traceback|Cannot read propert|is not (defined|a function|iterable)|Max retries|ConnectionPool|Expecting value|in JSON|NoneType|fetch failed|ECONN|line \d+/;

/** How many answers before this call were wrong. */
export function wrongAnswers(call: FunctionCall): number {
  return historyOf(call).filter(({ challengeResult }) => challengeResult === false).length;
}

/** The first decision about each sign-in of somebody in the pool who has a subject at the proofing API. */
export function firstDefines(record: StepUpRecord): readonly FunctionCall[] {
  return callsOf(record, 'DefineAuthChallenge').filter(
    (call) =>
      call.trigger.by === 'pool' &&
      historyOf(call).length === 0 &&
      call.request.userNotFound !== true &&
      linkOf(record, call) !== '',
  );
}

/** Every step-up that a function asked for, with the call of the function. */
export function startedStepUps(record: StepUpRecord) {
  return callsOf(record, 'CreateAuthChallenge').flatMap((call) =>
    madeDuring(record, 'start-step-up', call).map((api) => ({ call, api })),
  );
}

export function challengesMade(record: StepUpRecord): readonly FunctionCall[] {
  return callsOf(record, 'CreateAuthChallenge').filter(({ response }) => response !== undefined);
}

/** The last result asked for before this call of a sign-in that goes on, where it was still pending. */
export function pendingBefore(record: StepUpRecord, call: FunctionCall): ApiCall | undefined {
  if (historyOf(call).length === 0) return undefined;
  const last = apiCallsOf(record, 'read-result').findLast(
    ({ call: api }) => api.trigger !== undefined && api.trigger <= call.position,
  );
  return last?.answered?.status === 'pending' ? last : undefined;
}

/** Every result that Verify asked for. */
export function resultsAsked(record: StepUpRecord) {
  return callsOf(record, 'VerifyAuthChallengeResponse').flatMap((call) =>
    resultsDuring(record, call).map((api) => ({ call, api })),
  );
}

/** Calls of Verify that said yes when the last result had this status. */
export function saidYesTo(record: StepUpRecord, status: 'pending' | 'expired'): readonly FunctionCall[] {
  return approvals(record).filter((call) => resultsDuring(record, call).at(-1)?.answered?.status === status);
}

/** Calls of Verify that said yes to a completed result. */
export function completedYes(record: StepUpRecord) {
  return approvals(record).flatMap((call) =>
    resultsDuring(record, call)
      .slice(-1)
      .filter(({ answered }) => answered?.status === 'completed')
      .map((api) => ({ call, api })),
  );
}

/** Sign-ins of somebody other than the case's person, beside what that person was answered. */
export function unknownAsked({ poolCalls, wanted, triggers }: StepUpRecord) {
  const starts = poolCalls
    .map((call, position) => ({ call, position }))
    .filter(({ call }) => call.operation.endsWith('InitiateAuth') && call.clientId === wanted.stepUpClient);
  // A service that was down for one of them says nothing about who is in the pool.
  const known = starts
    .filter(({ call }) => call.userName === wanted.userName)
    .map(({ call }) => describeStart(call.result));
  const [first] = known;
  if (first === undefined) return [];
  return starts
    .filter(
      ({ call, position }) => call.userName !== wanted.userName && isUnknown(call.result, triggers, position),
    )
    .map((one) => ({
      ...one,
      known: known.find((text) => text === describeStart(one.call.result)) ?? first,
    }));
}

function isUnknown(result: PoolResult, triggers: readonly TriggerRecord[], position: number): boolean {
  return (
    (result.kind === 'refused' && result.type === 'UserNotFoundException') ||
    triggers.some(({ request, event }) => request === position && event.request.userNotFound === true)
  );
}

export function describeStart(result: PoolResult): string {
  if (result.kind === 'challenge')
    return `${result.challengeName} with ${Object.keys(result.parameters).sort().join(', ')}`;
  return result.kind === 'refused' ? `${result.type}: ${result.message}` : result.kind;
}

/** Tokens that were given otherwise than by a step-up. */
export function otherTokens(record: StepUpRecord) {
  const positions = stepUps(record).map(({ position }) => position);
  return record.poolCalls.flatMap((call, position) =>
    call.result.kind === 'tokens' && !positions.includes(position)
      ? [{ call, position, result: call.result }]
      : [],
  );
}

const didOf =
  (operation: string) =>
  ({ poolCalls, wanted }: StepUpRecord) =>
    poolCalls.some(
      (call) =>
        call.operation === operation && call.userName === wanted.userName && call.result.kind === 'done',
    );
/** Whether the case's person signed up to the end, or has begun to. */
export const signedUp = didOf('ConfirmSignUp');
export const signedUpNow = didOf('SignUp');

/** Proofing sessions that were opened on the pool's account. */
export function openedSessions(record: StepUpRecord) {
  return apiCallsOf(record, 'open-session').flatMap((api) => {
    const id = textOf(api.answered?.session_id);
    const trigger = api.call.trigger === undefined ? undefined : record.triggers[api.call.trigger];
    const isOpened = id !== '' && (api.call.status ?? 0) < 300 && trigger?.by !== 'probe';
    return isOpened ? [{ id, api }] : [];
  });
}

/** Sessions that a function asked for, with the event that it was called with. */
export function sessionsWithCall(record: StepUpRecord) {
  return apiCallsOf(record, 'open-session').flatMap((api) => {
    const trigger = api.call.trigger === undefined ? undefined : record.triggers[api.call.trigger];
    return trigger === undefined ? [] : [{ api, event: trigger.event }];
  });
}

/** Sessions whose id has to be somewhere. */
export function keptWanted(record: StepUpRecord) {
  return signedUp(record) ? openedSessions(record) : [];
}

/** Whether a session's id is held by the user, or its result was told from that of another session. */
export function isKept({ person, poolCalls, callbacks }: StepUpRecord, id: string): boolean {
  const held = [person.beforeCallback, person.after].some((state) =>
    Object.values(state?.attributes ?? {}).includes(id),
  );
  const written = poolCalls.some(({ attributes }) => Object.values(attributes ?? {}).includes(id));
  const others = callbacks.filter(({ how }) => how === 'other-session');
  const isTold =
    others.length > 0 &&
    others.every(({ changed }) => !changed) &&
    callbacks.some(({ how, changed, sessionId }) => how === 'genuine' && changed && sessionId === id);
  return held || written || isTold;
}

export function verifiedCallback({ callbacks }: StepUpRecord) {
  return callbacks.find(({ how, outcome }) => how === 'genuine' && outcome === 'verified');
}

/** Requests of the application that set what only proofing may set. */
export function claimed({ poolCalls, wanted }: StepUpRecord) {
  const own = [wanted.linkAttribute, wanted.assuranceAttribute];
  return poolCalls.flatMap((call, position) => {
    const attribute = own.find((name) => call.attributes?.[name] !== undefined);
    const isOfClient = call.operation === 'SignUp' || call.operation === 'UpdateUserAttributes';
    return attribute === undefined || !isOfClient ? [] : [{ call, position, attribute }];
  });
}

/** Whether a pre sign-up function was called for somebody who does not sign up themselves. */
export function isForeign({ trigger }: FunctionCall): boolean {
  return trigger.event.triggerSource !== 'PreSignUp_SignUp';
}
