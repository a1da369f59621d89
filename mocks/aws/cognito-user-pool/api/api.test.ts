import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminUpdateUserAttributesCommand,
  ConfirmSignUpCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  type InitiateAuthCommandInput,
  RespondToAuthChallengeCommand,
  SignUpCommand,
  UpdateUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiCall, TriggerCall } from './log.ts';
import { openPool, type PoolWorld, type Sketches } from './testing/world.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-pool-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Asks for a word, three times at most. */
const word: Sketches = {
  DefineAuthChallenge: `const { session } = event.request; const last = session.at(-1);
    event.response = { issueTokens: last?.challengeResult === true, failAuthentication: session.length >= 3 && !last.challengeResult };
    if (!event.response.issueTokens && !event.response.failAuthentication) event.response.challengeName = 'CUSTOM_CHALLENGE'`,
  CreateAuthChallenge: `event.response = { publicChallengeParameters: { hint: 'a word' }, privateChallengeParameters: { word: 'sesame' }, challengeMetadata: 'WORD' }`,
  VerifyAuthChallengeResponse: `event.response = { answerCorrect: event.request.challengeAnswer === event.request.privateChallengeParameters.word }`,
};
const bob = {
  attributes: { email: 'bob@acme.example', 'custom:blockid_sub': 'bid_bob' },
  password: 'Correct-horse-1',
};
const custom = (more: Partial<InitiateAuthCommandInput> = {}) =>
  new InitiateAuthCommand({
    ClientId: 'app',
    AuthFlow: 'CUSTOM_AUTH',
    AuthParameters: { USERNAME: 'bob' },
    ...more,
  });
const reply = (Session: string | undefined, ANSWER: string, more: object = {}) =>
  new RespondToAuthChallengeCommand({
    ClientId: 'app',
    ChallengeName: 'CUSTOM_CHALLENGE',
    Session,
    ChallengeResponses: { USERNAME: 'bob', ANSWER },
    ...more,
  });

async function open(
  sketches: Sketches = word,
  api: Parameters<typeof openPool>[2] = {},
  now?: () => number,
): Promise<PoolWorld> {
  const world = await openPool(folder, sketches, api, now);
  await world.control.send('PUT', '/accounts/bob', bob);
  return world;
}
const triggerCalls = (world: PoolWorld) => world.control.get<TriggerCall[]>('/trigger-calls');

describe('CUSTOM_AUTH', () => {
  it('ends in tokens after the right answer, and each function gets what AWS gives it', async () => {
    await using world = await open();
    const begun = await world.client.send(custom({ ClientMetadata: { ip: '198.51.100.7' } }));
    expect(begun).toMatchObject({
      ChallengeName: 'CUSTOM_CHALLENGE',
      ChallengeParameters: { hint: 'a word', USERNAME: 'bob' },
    });
    const wrong = await world.client.send(reply(begun.Session, 'open'));
    expect(wrong.ChallengeName).toBe('CUSTOM_CHALLENGE');
    expect(wrong.Session).not.toBe(begun.Session);
    const done = await world.client.send(
      reply(wrong.Session, 'sesame', { ClientMetadata: { amount: '1000' } }),
    );
    expect(done.ChallengeName).toBeUndefined();
    expect(done.ChallengeParameters).toEqual({});
    expect(done.AuthenticationResult).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' });
    expect(decodeJwt(done.AuthenticationResult?.IdToken ?? '')).toMatchObject({
      'cognito:username': 'bob',
      aud: 'app',
    });

    const calls = await triggerCalls(world);
    expect(calls.map(({ event }) => event.triggerSource.split('_')[0])).toEqual([
      'DefineAuthChallenge',
      'CreateAuthChallenge',
      'VerifyAuthChallengeResponse',
      'DefineAuthChallenge',
      'CreateAuthChallenge',
      'VerifyAuthChallengeResponse',
      'DefineAuthChallenge',
    ]);
    const userAttributes = {
      sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      'cognito:user_status': 'CONFIRMED',
      ...bob.attributes,
    };
    const common = {
      version: '1',
      region: 'us-east-1',
      userPoolId: 'us-east-1_Acme12345',
      userName: 'bob',
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'app' },
    };
    const failed = { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false, challengeMetadata: 'WORD' };
    expect(calls[0]?.event).toEqual({
      ...common,
      triggerSource: 'DefineAuthChallenge_Authentication',
      request: { userAttributes, session: [], userNotFound: false },
      response: { challengeName: null, issueTokens: null, failAuthentication: null },
    });
    expect(calls[1]?.event).toMatchObject({
      request: { userAttributes, challengeName: 'CUSTOM_CHALLENGE', session: [], userNotFound: false },
      response: {
        publicChallengeParameters: null,
        privateChallengeParameters: null,
        challengeMetadata: null,
      },
    });
    expect(calls[5]?.event).toEqual({
      ...common,
      triggerSource: 'VerifyAuthChallengeResponse_Authentication',
      request: {
        userAttributes,
        privateChallengeParameters: { word: 'sesame' },
        challengeAnswer: 'sesame',
        clientMetadata: { amount: '1000' },
        userNotFound: false,
      },
      response: { answerCorrect: null },
    });
    expect(calls[6]?.event.request).toMatchObject({
      session: [failed, { ...failed, challengeResult: true }],
      clientMetadata: { amount: '1000' },
    });
  });

  it('fails when the function says so, and never says why', async () => {
    await using world = await open();
    let { Session } = await world.client.send(custom());
    for (const answer of ['a', 'b']) ({ Session } = await world.client.send(reply(Session, answer)));
    await expect(world.client.send(reply(Session, 'c'))).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    });
  });

  it('takes each Session once', async () => {
    await using world = await open();
    const { Session } = await world.client.send(custom());
    await world.client.send(reply(Session, 'sesame'));
    await expect(world.client.send(reply(Session, 'sesame'))).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Invalid session for the user, session can only be used once.',
    });
  });

  it('takes no Session of another user, another client, or nobody', async () => {
    await using world = await open();
    await world.control.send('PUT', '/accounts/eve', {});
    const refused = { name: 'NotAuthorizedException', message: 'Invalid session for the user.' };
    const { Session } = await world.client.send(custom());
    const asEve = reply(Session, 'sesame', { ChallengeResponses: { USERNAME: 'eve', ANSWER: 'sesame' } });
    await expect(world.client.send(asEve)).rejects.toMatchObject(refused);
    const other = await world.client.send(custom());
    await expect(
      world.client.send(reply(other.Session, 'sesame', { ClientId: 'custom' })),
    ).rejects.toMatchObject(refused);
    await expect(world.client.send(reply('x'.repeat(40), 'sesame'))).rejects.toMatchObject(refused);
  });

  it('takes no Session after three minutes', async () => {
    let now = Date.UTC(2026, 2, 14, 9, 26, 53);
    await using world = await open(word, {}, () => now);
    const early = await world.client.send(custom());
    now += 179_999;
    expect((await world.client.send(reply(early.Session, 'sesame'))).AuthenticationResult).toBeDefined();
    const late = await world.client.send(custom());
    now += 180_000;
    await expect(world.client.send(reply(late.Session, 'sesame'))).rejects.toMatchObject({
      message: 'Invalid session for the user, session is expired.',
    });
  });

  it('goes on for somebody unknown where the client hides that, and ends without tokens', async () => {
    await using world = await open();
    const unknown = { AuthParameters: { USERNAME: 'nobody' } };
    const { Session, ChallengeParameters } = await world.client.send(custom(unknown));
    expect(ChallengeParameters).toEqual({ hint: 'a word', USERNAME: 'nobody' });
    const [first] = await triggerCalls(world);
    expect(first?.event.request).toEqual({ userAttributes: {}, session: [], userNotFound: true });
    const answer = reply(Session, 'sesame', { ChallengeResponses: { USERNAME: 'nobody', ANSWER: 'sesame' } });
    await expect(world.client.send(answer)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    await expect(world.client.send(custom({ ...unknown, ClientId: 'open' }))).rejects.toMatchObject({
      name: 'UserNotFoundException',
      message: 'User does not exist.',
    });
  });

  it('works for administrators, who have to sign', async () => {
    await using world = await open();
    const pool = { UserPoolId: 'us-east-1_Acme12345', ClientId: 'app' };
    const { Session } = await world.client.send(
      new AdminInitiateAuthCommand({ ...pool, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: 'bob' } }),
    );
    const { AuthenticationResult } = await world.client.send(
      new AdminRespondToAuthChallengeCommand({
        ...pool,
        Session,
        ChallengeName: 'CUSTOM_CHALLENGE',
        ChallengeResponses: { USERNAME: 'bob', ANSWER: 'sesame' },
      }),
    );
    expect(AuthenticationResult?.AccessToken).toBeDefined();
    const unsigned = await fetch(world.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.AdminGetUser' },
      body: '{}',
    });
    expect(await unsigned.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
  });

  it.each<[string, Partial<InitiateAuthCommandInput>, string, string]>([
    [
      'a client that is not there',
      { ClientId: 'none' },
      'ResourceNotFoundException',
      'User pool client none does not exist.',
    ],
    [
      'a flow that the client does not allow',
      { ClientId: 'narrow' },
      'InvalidParameterException',
      'CUSTOM_AUTH is not enabled for the client.',
    ],
    [
      'another flow where only the custom one is allowed',
      { ClientId: 'custom', AuthFlow: 'USER_PASSWORD_AUTH' },
      'InvalidParameterException',
      'Only custom auth (lambda driven) is enabled for this client.',
    ],
    [
      'a flow of administrators',
      { AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' },
      'InvalidParameterException',
      'Initiate Auth method not supported.',
    ],
    [
      'no user name',
      { AuthParameters: {} },
      'InvalidParameterException',
      'Missing required parameter USERNAME',
    ],
    [
      'no hash of the secret',
      { ClientId: 'secret' },
      'NotAuthorizedException',
      'Client secret is configured with secret but SECRET_HASH was not received',
    ],
    [
      'a wrong hash of the secret',
      { ClientId: 'secret', AuthParameters: { USERNAME: 'bob', SECRET_HASH: 'eA==' } },
      'NotAuthorizedException',
      'Unable to verify secret hash for client secret',
    ],
  ])('is refused for %s', async (_what, more, name, message) => {
    await using world = await open();
    await expect(world.client.send(custom(more))).rejects.toMatchObject({ name, message });
  });

  it('takes the right hash of the secret', async () => {
    await using world = await open();
    const SECRET_HASH = createHmac('sha256', 'of the client').update('bobsecret').digest('base64');
    const { Session } = await world.client.send(
      custom({ ClientId: 'secret', AuthParameters: { USERNAME: 'bob', SECRET_HASH } }),
    );
    expect(Session).toBeDefined();
  });
});

describe('a function of a trigger', () => {
  it.each<[string, Sketches, string, string]>([
    [
      'throws',
      { DefineAuthChallenge: "throw new Error('No way')" },
      'UserLambdaValidationException',
      'DefineAuthChallenge failed with error No way.',
    ],
    [
      'answers with no event',
      { DefineAuthChallenge: 'return 1' },
      'InvalidLambdaResponseException',
      'Unrecognizable lambda output',
    ],
    [
      'answers with fields of another type',
      { ...word, CreateAuthChallenge: 'event.response = { publicChallengeParameters: { n: 1 } }' },
      'InvalidLambdaResponseException',
      'Unrecognizable lambda output',
    ],
    [
      'decides nothing',
      { DefineAuthChallenge: 'event.response = {}' },
      'InvalidLambdaResponseException',
      'Unrecognizable lambda output',
    ],
  ])('that %s ends the request as AWS does', async (_what, sketches, name, message) => {
    await using world = await open(sketches);
    await expect(world.client.send(custom())).rejects.toMatchObject({ name, message });
  });

  it('that gives no answer in time is asked three times', async () => {
    await using world = await open(
      { DefineAuthChallenge: 'await new Promise(() => {})' },
      { triggerWaitMs: 400 },
    );
    await expect(world.client.send(custom())).rejects.toMatchObject({
      name: 'UnexpectedLambdaException',
      message:
        'DefineAuthChallenge invocation failed due to error Socket timeout while invoking Lambda function.',
    });
    const calls = await triggerCalls(world);
    expect(calls.map(({ attempt, error }) => [attempt, error?.kind])).toEqual([
      [1, 'timeout'],
      [2, 'timeout'],
      [3, 'timeout'],
    ]);
  });

  it('can be called to see what it does, apart from every sign-in', async () => {
    await using world = await open();
    const probed = await world.control.send('POST', '/probes', {
      source: 'DefineAuthChallenge_Authentication',
      userName: 'bob',
      clientId: 'app',
      request: {
        userAttributes: {},
        session: [{ challengeName: 'SRP_A', challengeResult: true, challengeMetadata: null }],
      },
    });
    expect(probed).toMatchObject({ trigger: 'DefineAuthChallenge', response: { issueTokens: true } });
    expect(await triggerCalls(world)).toMatchObject([{ by: 'probe' }]);
  });
});

const signUp = (more: object = {}) =>
  new SignUpCommand({
    ClientId: 'app',
    Username: 'ann',
    Password: 'Battery-staple-2',
    UserAttributes: [{ Name: 'email', Value: 'ann@acme.example' }],
    ...more,
  });

describe('signing up', () => {
  it('sends a code, which confirms once', async () => {
    await using world = await open({
      PreSignUp: "event.response.autoVerifyEmail = event.request.validationData?.vip === 'yes'",
      PostConfirmation: '',
    });
    const made = await world.client.send(signUp({ ValidationData: [{ Name: 'vip', Value: 'yes' }] }));
    expect(made).toMatchObject({
      UserConfirmed: false,
      CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@a***' },
    });
    const byPassword = { ClientId: 'app', AuthFlow: 'USER_PASSWORD_AUTH' as const };
    const AuthParameters = { USERNAME: 'ann', PASSWORD: 'Battery-staple-2' };
    const signIn = () => world.client.send(new InitiateAuthCommand({ ...byPassword, AuthParameters }));
    await expect(signIn()).rejects.toMatchObject({
      name: 'UserNotConfirmedException',
      message: 'User is not confirmed.',
    });
    const { code } = await world.control.get<{ code: string }>('/codes/ann');
    const confirm = (ConfirmationCode: string) =>
      world.client.send(new ConfirmSignUpCommand({ ClientId: 'app', Username: 'ann', ConfirmationCode }));
    await expect(confirm(code === '000000' ? '000001' : '000000')).rejects.toMatchObject({
      name: 'CodeMismatchException',
    });
    await confirm(code);
    await expect(confirm(code)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    expect((await signIn()).AuthenticationResult).toBeDefined();
    const [before, after] = await triggerCalls(world);
    expect(before?.event).toMatchObject({
      triggerSource: 'PreSignUp_SignUp',
      request: { userAttributes: { email: 'ann@acme.example' }, validationData: { vip: 'yes' } },
      response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    });
    expect(after?.event).toMatchObject({
      triggerSource: 'PostConfirmation_ConfirmSignUp',
      request: { userAttributes: { email_verified: 'true', 'cognito:user_status': 'CONFIRMED' } },
      response: {},
    });
    // Neither the password nor the code is in the log.
    const log = JSON.stringify(await world.control.get<ApiCall[]>('/api-calls'));
    expect(log).not.toContain('Battery-staple-2');
    expect(log).not.toContain(code);
  });

  it('is confirmed at once where the function says so', async () => {
    await using world = await open({
      PreSignUp: 'event.response.autoConfirmUser = true',
      PostConfirmation: '',
    });
    expect((await world.client.send(signUp())).UserConfirmed).toBe(true);
    expect((await triggerCalls(world)).map(({ event }) => event.triggerSource)).toEqual([
      'PreSignUp_SignUp',
      'PostConfirmation_ConfirmSignUp',
    ]);
  });

  it.each<[string, object, Sketches, string, string]>([
    ['a name that is taken', { Username: 'bob' }, {}, 'UsernameExistsException', 'User already exists'],
    [
      'a weak password',
      { Password: 'short' },
      {},
      'InvalidPasswordException',
      'Password did not conform with policy: Password not long enough',
    ],
    [
      'an attribute that is not in the schema',
      { UserAttributes: [{ Name: 'custom:none', Value: 'x' }] },
      {},
      'InvalidParameterException',
      'Attributes did not conform to the schema: custom:none: Attribute does not exist in the schema.',
    ],
    [
      'an attribute that the client may not write',
      { ClientId: 'narrow', UserAttributes: [{ Name: 'custom:ial', Value: '2' }] },
      {},
      'NotAuthorizedException',
      'A client attempted to write unauthorized attribute',
    ],
    [
      'whom the function refuses',
      {},
      { PreSignUp: "throw new Error('Not you')" },
      'UserLambdaValidationException',
      'PreSignUp failed with error Not you.',
    ],
  ])('is refused for %s, and nobody is made', async (_what, more, sketches, name, message) => {
    await using world = await open(sketches);
    await expect(world.client.send(signUp(more))).rejects.toMatchObject({ name, message });
    expect(await world.control.get<unknown[]>('/users')).toHaveLength(1);
  });
});

describe('a user', () => {
  async function signedIn() {
    const world = await open();
    const { Session } = await world.client.send(custom());
    const { AuthenticationResult: tokens } = await world.client.send(reply(Session, 'sesame'));
    return { world, AccessToken: tokens?.AccessToken ?? '', RefreshToken: tokens?.RefreshToken ?? '' };
  }

  it('reads and changes attributes, renews tokens, and signs out everywhere', async () => {
    const { world, AccessToken, RefreshToken } = await signedIn();
    await using _ = world;
    await world.client.send(
      new UpdateUserAttributesCommand({ AccessToken, UserAttributes: [{ Name: 'custom:ial', Value: '3' }] }),
    );
    const { Username, UserAttributes } = await world.client.send(new GetUserCommand({ AccessToken }));
    expect(Username).toBe('bob');
    expect(UserAttributes).toContainEqual({ Name: 'custom:ial', Value: '3' });
    const refresh = () =>
      world.client.send(
        new InitiateAuthCommand({
          ClientId: 'app',
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          AuthParameters: { REFRESH_TOKEN: RefreshToken },
        }),
      );
    expect((await refresh()).AuthenticationResult?.IdToken).toBeDefined();
    await world.client.send(new GlobalSignOutCommand({ AccessToken }));
    await expect(world.client.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Access Token has been revoked',
    });
    await expect(refresh()).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    const log = JSON.stringify(await world.control.get('/api-calls'));
    for (const secret of [AccessToken, RefreshToken]) expect(log).not.toContain(secret);
  });

  it('is changed and looked at by administrators', async () => {
    const { world } = await signedIn();
    await using _ = world;
    const whose = { UserPoolId: 'us-east-1_Acme12345', Username: 'bob' };
    await world.client.send(
      new AdminUpdateUserAttributesCommand({
        ...whose,
        UserAttributes: [{ Name: 'custom:ial', Value: '2' }],
      }),
    );
    const found = await world.client.send(new AdminGetUserCommand(whose));
    expect(found).toMatchObject({ UserStatus: 'CONFIRMED', Enabled: true, UserCreateDate: expect.any(Date) });
    expect(found.UserAttributes).toContainEqual({ Name: 'custom:ial', Value: '2' });
    await expect(
      world.client.send(new AdminGetUserCommand({ ...whose, Username: 'no' })),
    ).rejects.toMatchObject({
      name: 'UserNotFoundException',
    });
  });
});
