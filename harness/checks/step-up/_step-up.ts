import type { Fix, Where } from '../../model/check.ts';
import type { SpecRef } from '../../model/spec.ts';
import type {
  PoolCallRecord,
  ProofingCallRecord,
  StepUpRecord,
  TriggerRecord,
} from '../../model/step-up-records.ts';

type Json = Readonly<Record<string, unknown>>;

/** One call of a function, with what it is about taken out of the event. */
export interface FunctionCall {
  readonly position: number;
  readonly trigger: TriggerRecord;
  /** For example `DefineAuthChallenge`. */
  readonly name: string;
  readonly request: Json;
  /** The response in what the function gave back; undefined when it gave back none. */
  readonly response: Json | undefined;
}

export interface PastChallenge {
  readonly challengeName: unknown;
  readonly challengeResult: unknown;
}

/** Calls of the functions of these triggers, in order; of all without a name. */
export function callsOf({ triggers }: StepUpRecord, ...names: readonly string[]): readonly FunctionCall[] {
  return triggers
    .map((trigger, position) => ({
      position,
      trigger,
      name: trigger.event.triggerSource.split('_', 1)[0] ?? '',
      request: trigger.event.request,
      response: objectOf(objectOf(trigger.answer)?.response),
    }))
    .filter(({ name }) => names.length === 0 || names.includes(name));
}

/** `true` when there is such a call, else why there is nothing to judge. */
export function hasCall(record: StepUpRecord, ...names: readonly string[]): true | string {
  return callsOf(record, ...names).length > 0 || `No function of ${names.join(' or ')} was called.`;
}

/** The challenges before this call, as the function was told them. */
export function historyOf({ request }: FunctionCall): readonly PastChallenge[] {
  return Array.isArray(request.session)
    ? request.session.flatMap((one: unknown) => {
        const { challengeName, challengeResult } = objectOf(one) ?? {};
        return [{ challengeName, challengeResult }];
      })
    : [];
}

/** The user's subject at the proofing API, as the function was told it; empty when there is none. */
export function linkOf({ wanted }: StepUpRecord, { request }: FunctionCall): string {
  return textOf(objectOf(request.userAttributes)?.[wanted.linkAttribute]);
}

/** A request of a function to the proofing API. */
export interface ApiCall {
  readonly position: number;
  readonly call: ProofingCallRecord;
  /** Body as sent, and as answered; undefined where it is no JSON object. */
  readonly sent: Json | undefined;
  readonly answered: Json | undefined;
}

export function apiCallsOf(
  { proofingCalls }: StepUpRecord,
  operation: ProofingCallRecord['operation'],
): readonly ApiCall[] {
  return proofingCalls
    .map((call, position) => ({ position, call, sent: parse(call.body), answered: parse(call.answer ?? '') }))
    .filter(({ call }) => call.operation === operation);
}

export function madeDuring(
  record: StepUpRecord,
  operation: ProofingCallRecord['operation'],
  { position }: FunctionCall,
): readonly ApiCall[] {
  return apiCallsOf(record, operation).filter(({ call }) => call.trigger === position);
}

/** The challenge whose result a request asks for. */
export function askedChallenge({ call }: ApiCall): string {
  return /\/stepup\/([^/]+)\/result$/.exec(call.target)?.[1] ?? '';
}

/** Calls of Verify that said yes. */
export function approvals(record: StepUpRecord): readonly FunctionCall[] {
  return callsOf(record, 'VerifyAuthChallengeResponse').filter(
    ({ response }) => response?.answerCorrect === true,
  );
}

/** The results that Verify was given while it decided, as the proofing API answered them. */
export function resultsDuring(record: StepUpRecord, call: FunctionCall): readonly ApiCall[] {
  return madeDuring(record, 'read-result', call);
}

/** Requests of the pool's API that ended in tokens of the step-up client. */
export function stepUps({ poolCalls, wanted }: StepUpRecord) {
  return poolCalls.flatMap((call, position) =>
    call.result.kind === 'tokens' &&
    call.operation.endsWith('RespondToAuthChallenge') &&
    call.clientId === wanted.stepUpClient
      ? [{ call, position, result: call.result }]
      : [],
  );
}

/** Text values below a value, with where they are. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

export function at({ position }: { readonly position: number }, part = ''): Where {
  return { artifact: 'step-up', path: `/triggers/${position}${part === '' ? '' : `/${part}`}` };
}
export function atApi({ position }: { readonly position: number }, part = 'body'): Where {
  return { artifact: 'step-up', path: `/proofingCalls/${position}/${part}` };
}
export function atPool(position: number, part = 'result'): Where {
  return { artifact: 'step-up', path: `/poolCalls/${position}/${part}` };
}
export function atCallback(position: number): Where {
  return { artifact: 'step-up', path: `/callbacks/${position}` };
}

/** Where a function is mended. @param trigger name in the console, for example `Define auth challenge` */
export function functionFix(trigger: string, change: string): Fix {
  return { console: 'AWS Lambda', field: `Code of the ${trigger} function`, change };
}
export function poolFix(field: string, change: string): Fix {
  return { console: 'Amazon Cognito', field, change };
}

const guide = 'https://docs.aws.amazon.com/cognito/latest/developerguide/';
export const refs = {
  triggers: (says: string): SpecRef => ({
    document: 'aws-cognito',
    section: 'Customizing user pool workflows with Lambda triggers',
    says,
    url: `${guide}cognito-user-identity-pools-working-with-aws-lambda-triggers.html`,
  }),
  define: (says: string): SpecRef =>
    page('Define auth challenge', 'user-pool-lambda-define-auth-challenge', says),
  create: (says: string): SpecRef =>
    page('Create auth challenge', 'user-pool-lambda-create-auth-challenge', says),
  verify: (says: string): SpecRef =>
    page('Verify auth challenge response', 'user-pool-lambda-verify-auth-challenge-response', says),
  signUp: (says: string): SpecRef => page('Pre sign-up', 'user-pool-lambda-pre-sign-up', says),
  tokens: (says: string): SpecRef =>
    page('Pre token generation', 'user-pool-lambda-pre-token-generation', says),
  page: (section: string, file: string, says: string): SpecRef => page(section, file, says),
  kosmos: (says: string): SpecRef => ({ document: '1kosmos', section: 'Amazon Cognito', says }),
  owasp: (section: string, says: string): SpecRef => ({ document: 'owasp', section, says }),
} as const;

function page(section: string, file: string, says: string): SpecRef {
  return { document: 'aws-cognito', section, says, url: `${guide}${file}.html` };
}

export function describePoolCall({ operation, userName }: PoolCallRecord): string {
  return userName === undefined ? operation : `${operation} of ${userName}`;
}

export function objectOf(value: unknown): Json | undefined {
  // An object of JSON has text keys.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 120 ? text : `${text.slice(0, 80)}…${text.slice(-30)}`;
}

function parse(text: string): Json | undefined {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}
