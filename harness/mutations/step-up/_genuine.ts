import type {
  ChallengeRecord,
  PoolCallRecord,
  PoolResult,
  ProofingCallRecord,
  StepUpRecord,
  TriggerRecord,
} from '../../model/step-up-records.ts';
import { recordArtifact } from '../kit/artifact.ts';
import { type GenuineLogin, type GenuineOptions, makeGenuineLogin } from '../kit/genuine.ts';

type Json = Readonly<Record<string, unknown>>;

const proofingApi = 'https://acme-verify.1kosmos.net';
const poolId = 'us-east-1_StepUp123';
const client = 'stepup0client';
const sub = '0f3a5c1e-8d27-4b6a-9c40-5e1d7a2b9f68';
const email = { email: 'bob@acme.example', email_verified: 'true' };
const linked = { ...email, 'custom:blockid_sub': 'bid_bob', 'custom:ial': '2', 'custom:idv_session': '' };
const custom = (challengeResult: boolean) => ({
  challengeName: 'CUSTOM_CHALLENGE',
  challengeResult,
  challengeMetadata: '{}',
});
const claims = { sub, assurance_level: '2', 'cognito:username': 'bob' };

/** A clean record: somebody signs up, is proofed, and steps up twice; whatever else may happen happens once. */
export function makeGenuineStepUp({ now, keys }: Pick<GenuineOptions, 'now' | 'keys'>): GenuineLogin {
  const login = makeGenuineLogin({ now, keys, initiatedBy: 'sp' });
  return {
    ...login,
    evidence: {
      schema: 'countersign/evidence/1',
      integration: 'cognito-user-pool',
      case: 'step-up',
      flow: 'step-up',
      targets: [
        { role: 'idp', mode: 'double', product: '1Kosmos verification API', origins: [proofingApi] },
        {
          role: 'sp',
          mode: 'double',
          product: 'Amazon Cognito user pool with Lambda triggers',
          origins: ['https://cognito-idp.us-east-1.amazonaws.com'],
        },
      ],
      capturedAt: new Date(now).toISOString(),
      clockSkewMs: 0,
      artifacts: { 'step-up': recordArtifact(buildStepUp(now)) },
      steps: [],
      screenshots: [],
      notes: [],
    },
  };
}

/** @param now milliseconds since 1970: the end of it all */
export function buildStepUp(now: number): StepUpRecord {
  const poolCalls: PoolCallRecord[] = [];
  const triggers: TriggerRecord[] = [];
  const proofingCalls: ProofingCallRecord[] = [];
  let clock = now - 300_000;
  const tick = () => {
    clock += 100;
    return new Date(clock).toISOString();
  };
  const call = (operation: string, more: Partial<PoolCallRecord>, result: PoolResult) => {
    poolCalls.push({
      at: tick(),
      operation,
      clientId: client,
      userName: 'bob',
      status: result.kind === 'refused' ? 400 : 200,
      ...more,
      result,
    });
  };
  /** A function called for the request that comes next in `poolCalls`, or by the harness. */
  const run = (source: string, request: Json, outcome: Json | string, more: Partial<TriggerRecord> = {}) => {
    const event = {
      version: '1',
      triggerSource: source,
      region: 'us-east-1',
      userPoolId: poolId,
      userName: 'bob',
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: client },
      request: { userAttributes: { sub, ...linked }, ...request },
      response: {},
    };
    triggers.push({
      at: tick(),
      by: 'pool',
      ...(more.by === 'probe' ? {} : { request: poolCalls.length }),
      attempt: 1,
      limitMs: 5000,
      durationMs: 40,
      event,
      ...(typeof outcome === 'string'
        ? { error: { kind: 'thrown' as const, errorType: 'Error', errorMessage: outcome } }
        : { answer: { ...event, response: outcome } }),
      log: '',
      ...more,
    });
  };
  /** A request of the function that is called next. */
  const ask = (
    operation: ProofingCallRecord['operation'],
    target: string,
    body: Json | undefined,
    status: number,
    answer: Json,
  ) => {
    proofingCalls.push({
      at: tick(),
      operation,
      trigger: triggers.length,
      target,
      authorization: 'right',
      body: body === undefined ? '' : JSON.stringify(body),
      status,
      answer: JSON.stringify(answer),
    });
  };
  const start = (id: string) =>
    ask(
      'start-step-up',
      '/v1/auth/stepup',
      { user_id: 'bid_bob', reason_code: 'high_value_transaction', timeout_seconds: 300 },
      201,
      { challenge_id: id, challenge_url: `${proofingApi}/stepup/of-${id.slice(-1)}`, status: 'pending' },
    );
  const read = (id: string, status: string, match: boolean | null) =>
    ask('read-result', `/v1/auth/stepup/${id}/result`, undefined, 200, {
      challenge_id: id,
      user_id: 'bid_bob',
      status,
      match_result: match,
      liveness_verified: match,
    });
  const define = (
    session: readonly object[],
    outcome: 'ask' | 'tokens' | 'fail',
    more: Json = {},
    by?: 'probe',
  ) =>
    run(
      'DefineAuthChallenge_Authentication',
      { session, userNotFound: false, ...more },
      {
        ...(outcome === 'ask' ? { challengeName: 'CUSTOM_CHALLENGE' } : {}),
        issueTokens: outcome === 'tokens',
        failAuthentication: outcome === 'fail',
      },
      by === undefined ? {} : { by },
    );
  const create = (session: readonly object[], id: string, more: Json = {}) =>
    run(
      'CreateAuthChallenge_Authentication',
      { challengeName: 'CUSTOM_CHALLENGE', session, userNotFound: false, ...more },
      {
        publicChallengeParameters: { challenge_url: `${proofingApi}/stepup/of-${id.slice(-1)}` },
        privateChallengeParameters: { challenge_id: id },
        challengeMetadata: '{}',
      },
    );
  const verify = (id: string, answerCorrect: boolean) =>
    run(
      'VerifyAuthChallengeResponse_Authentication',
      { privateChallengeParameters: { challenge_id: id }, challengeAnswer: 'ready', userNotFound: false },
      { answerCorrect },
    );
  const generate = (source: string, stepUp: boolean) =>
    run(
      source,
      {},
      { claimsOverrideDetails: { claimsToAddOrOverride: stepUp ? { step_up: 'liveid' } : {} } },
    );
  const challenge = (session: string): PoolResult => ({
    kind: 'challenge',
    challengeName: 'CUSTOM_CHALLENGE',
    session,
    parameters: { challenge_url: `${proofingApi}/stepup/x`, USERNAME: 'bob' },
  });
  const tokens = (stepUp: boolean): PoolResult => ({
    kind: 'tokens',
    id: { ...claims, ...(stepUp ? { step_up: 'liveid' } : {}), token_use: 'id' },
    access: { sub, token_use: 'access' },
  });
  const refused = (type: string, message: string): PoolResult => ({ kind: 'refused', type, message });
  const begin = (more: Partial<PoolCallRecord>, result: PoolResult) =>
    call('InitiateAuth', { flow: 'CUSTOM_AUTH', ...more }, result);
  const respond = (session: string, result: PoolResult) =>
    call('RespondToAuthChallenge', { challengeName: 'CUSTOM_CHALLENGE', session, answer: 'ready' }, result);

  // Signing up: a claim that is refused, then the real thing.
  const forged = 'Some attributes are set by identity proofing only';
  const everyday = { clientId: 'everyday0client' };
  run('PreSignUp_SignUp', { userAttributes: { ...email, 'custom:ial': '3' } }, forged);
  call(
    'SignUp',
    { ...everyday, attributes: { ...email, 'custom:ial': '3' } },
    refused('UserLambdaValidationException', `PreSignUp failed with error ${forged}.`),
  );
  run(
    'PreSignUp_SignUp',
    { userAttributes: email },
    { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  );
  call('SignUp', { ...everyday, attributes: email }, { kind: 'done', confirmed: false });
  ask('open-session', '/v1/verify/sessions', sessionBody, 201, { session_id: 'ses_1', status: 'pending' });
  run('PostConfirmation_ConfirmSignUp', { userAttributes: { sub, ...email } }, {});
  call('ConfirmSignUp', everyday, { kind: 'done' });
  call('AdminUpdateUserAttributes', { attributes: { 'custom:idv_session': 'ses_1' } }, { kind: 'done' });

  // An everyday sign-in; somebody unknown; a busy service.
  generate('TokenGeneration_Authentication', false);
  call('InitiateAuth', { ...everyday, flow: 'USER_PASSWORD_AUTH' }, tokens(false));
  define([], 'ask', { userAttributes: {}, userNotFound: true });
  create([], 'none_0', { userAttributes: {}, userNotFound: true });
  begin({ userName: 'nobody' }, challenge('s0'));
  define([], 'ask');
  ask('start-step-up', '/v1/auth/stepup', stepUpBody, 429, { code: 'too_many_requests' });
  run('CreateAuthChallenge_Authentication', { challengeName: 'CUSTOM_CHALLENGE', session: [] }, unavailable);
  begin(
    {},
    refused('UserLambdaValidationException', `CreateAuthChallenge failed with error ${unavailable}.`),
  );

  // A step-up whose answer comes too early at first.
  define([], 'ask');
  start('chl_1');
  create([], 'chl_1');
  begin({}, challenge('s1'));
  read('chl_1', 'pending', null);
  verify('chl_1', false);
  define([custom(false)], 'ask');
  read('chl_1', 'pending', null);
  create([custom(false)], 'chl_1');
  respond('s1', challenge('s2'));
  read('chl_1', 'completed', true);
  verify('chl_1', true);
  define([custom(false), custom(true)], 'tokens');
  generate('TokenGeneration_Authentication', true);
  respond('s2', tokens(true));

  // Another one, whose first challenge is answered by somebody else.
  define([], 'ask');
  start('chl_2');
  create([], 'chl_2');
  begin({}, challenge('s3'));
  read('chl_2', 'completed', false);
  verify('chl_2', false);
  define([custom(false)], 'ask');
  read('chl_2', 'completed', false);
  start('chl_3');
  create([custom(false)], 'chl_3');
  respond('s3', challenge('s4'));
  read('chl_3', 'completed', true);
  verify('chl_3', true);
  define([custom(false), custom(true)], 'tokens');
  generate('TokenGeneration_Authentication', true);
  respond('s4', tokens(true));
  respond(
    's4',
    refused('NotAuthorizedException', 'Invalid session for the user, session can only be used once.'),
  );
  generate('TokenGeneration_RefreshTokens', false);
  call('InitiateAuth', { flow: 'REFRESH_TOKEN_AUTH' }, tokens(false));
  call('GlobalSignOut', {}, { kind: 'done' });
  call('GetUser', {}, refused('NotAuthorizedException', 'Access Token has been revoked'));

  // What a sign-in cannot bring about.
  define([{ ...custom(true), challengeName: 'SRP_A' }], 'fail', {}, 'probe');
  define([custom(true)], 'fail', { userNotFound: true }, 'probe');
  define(
    [1, 2, 3, 4, 5].map(() => custom(false)),
    'fail',
    {},
    'probe',
  );
  run(
    'CreateAuthChallenge_Authentication',
    { userAttributes: { sub }, challengeName: 'CUSTOM_CHALLENGE', session: [] },
    'No step-up is set up for this user',
    { by: 'probe' },
  );
  run(
    'PreSignUp_ExternalProvider',
    { userAttributes: email },
    { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    { by: 'probe' },
  );

  const kept = { status: 'CONFIRMED', attributes: { ...email, 'custom:idv_session': 'ses_1' } };
  const about = { sessionId: 'ses_1', userName: 'bob', outcome: 'verified' as const, userId: 'bid_bob' };
  return {
    proofingApi,
    wanted: {
      outcome: 'tokens',
      userName: 'bob',
      linkAttribute: 'custom:blockid_sub',
      assuranceAttribute: 'custom:ial',
      minimumAssurance: 2,
      stepUpClient: client,
      claims: { assurance: 'assurance_level', stepUp: 'step_up' },
      documents: sessionBody.document_types,
      liveness: 'active',
      reason: 'high_value_transaction',
      callbackUrl: sessionBody.callback_url,
    },
    outcome: 'tokens',
    poolCalls,
    triggers,
    proofingCalls,
    challenges: [decided('chl_1', now, true), decided('chl_2', now, false), decided('chl_3', now, true)],
    callbacks: [
      { ...about, how: 'forged', userId: 'bid_mallory', status: 401, changed: false },
      {
        ...about,
        how: 'other-session',
        sessionId: 'ses_other',
        userId: 'bid_mallory',
        status: 409,
        changed: false,
      },
      { ...about, how: 'genuine', status: 204, changed: true },
      { ...about, how: 'repeated', status: 409, changed: false },
    ],
    person: { beforeCallback: kept, after: { status: 'CONFIRMED', attributes: linked } },
    resource: [
      { token: 'none', status: 401 },
      { token: 'password', status: 403 },
      { token: 'step-up', status: 200 },
      { token: 'refreshed', status: 403 },
    ],
  };
}

const unavailable = 'Step-up is not available at the moment';
const stepUpBody = { user_id: 'bid_bob', reason_code: 'high_value_transaction', timeout_seconds: 300 };
export const sessionBody = {
  document_types: ['drivers_license', 'passport'],
  liveness_mode: 'active',
  callback_url: 'https://api.acme.example/idv-callback',
  metadata: { cognito_user_pool: poolId, cognito_username: 'bob' },
};

function decided(id: string, now: number, match: boolean): ChallengeRecord {
  return {
    id,
    userId: 'bid_bob',
    startedAt: new Date(now - 200_000).toISOString(),
    expiresAt: new Date(now + 100_000).toISOString(),
    status: 'completed',
    decision: { match, liveness: true, by: match ? 'bid_bob' : 'bid_mallory' },
  };
}
