import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  confirmSignIn,
  confirmSignUp,
  fetchAuthSession,
  fetchUserAttributes,
  getCurrentUser,
  signIn,
  signOut,
  signUp,
} from '@aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from '@aws-amplify/auth/cognito';
import { Amplify, type KeyValueStorageInterface } from '@aws-amplify/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiCall, TriggerCall } from './log.ts';
import { openPool, type PoolWorld } from './testing/world.ts';

// Amplify has one configuration and one session a process: its tests share a pool, and come one after the other.
let folder: string;
let world: PoolWorld;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-amplify-'));
  world = await openPool(folder, {
    PreSignUp: "if (event.request.userAttributes['custom:ial'] === '9') throw new Error('Not proofed')",
    DefineAuthChallenge: `const { session } = event.request; const last = session.at(-1);
      const issueTokens = last?.challengeName === 'CUSTOM_CHALLENGE' && last.challengeResult;
      const failAuthentication = !issueTokens && session.length >= 2;
      event.response = { issueTokens, failAuthentication };
      if (!issueTokens && !failAuthentication) event.response.challengeName = 'CUSTOM_CHALLENGE'`,
    CreateAuthChallenge: `event.response = { publicChallengeParameters: { challenge_url: 'https://acme.1kosmos.net/stepup/x' }, privateChallengeParameters: { word: 'sesame' } }`,
    VerifyAuthChallengeResponse: `event.response = { answerCorrect: event.request.challengeAnswer === event.request.privateChallengeParameters.word }`,
  });
  const settings = {
    Auth: {
      Cognito: { userPoolId: 'us-east-1_Acme12345', userPoolClientId: 'custom', userPoolEndpoint: world.url },
    },
  };
  // As the package "aws-amplify" does when it is configured.
  cognitoUserPoolsTokenProvider.setAuthConfig(settings.Auth);
  cognitoUserPoolsTokenProvider.setKeyValueStorage(new MemoryStorage());
  Amplify.configure(settings, { Auth: { tokenProvider: cognitoUserPoolsTokenProvider } });
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** Where a browser has its local storage. */
class MemoryStorage implements KeyValueStorageInterface {
  readonly #kept = new Map<string, string>();
  setItem = async (key: string, value: string) => void this.#kept.set(key, value);
  getItem = async (key: string) => this.#kept.get(key) ?? null;
  removeItem = async (key: string) => void this.#kept.delete(key);
  clear = async () => this.#kept.clear();
}

const custom = { authFlowType: 'CUSTOM_WITHOUT_SRP' as const };

describe('Amplify', () => {
  it('signs somebody up with the result of a proofing in custom attributes', async () => {
    const made = await signUp({
      username: 'ann',
      password: 'Battery-staple-2',
      options: {
        userAttributes: { email: 'ann@acme.example', 'custom:blockid_sub': 'bid_ann', 'custom:ial': '2' },
        validationData: { proofing: 'ses_1' },
      },
    });
    expect(made).toMatchObject({
      isSignUpComplete: false,
      nextStep: { signUpStep: 'CONFIRM_SIGN_UP', codeDeliveryDetails: { destination: 'a***@a***' } },
    });
    const { code } = await world.control.get<{ code: string }>('/codes/ann');
    expect(await confirmSignUp({ username: 'ann', confirmationCode: code })).toMatchObject({
      isSignUpComplete: true,
    });
    const [called] = await world.control.get<TriggerCall[]>('/trigger-calls');
    expect(called?.event.request).toMatchObject({
      userAttributes: { 'custom:blockid_sub': 'bid_ann', 'custom:ial': '2' },
      validationData: { proofing: 'ses_1' },
    });
  });

  it('hears what a pre sign-up function says', async () => {
    const made = signUp({
      username: 'eve',
      password: 'Battery-staple-2',
      options: { userAttributes: { email: 'eve@acme.example', 'custom:ial': '9' } },
    });
    await expect(made).rejects.toMatchObject({
      name: 'UserLambdaValidationException',
      message: 'PreSignUp failed with error Not proofed.',
    });
  });

  it('steps up through a custom challenge, reads the user, renews tokens, and signs out', async () => {
    const begun = await signIn({ username: 'ann', options: custom });
    expect(begun).toMatchObject({
      isSignedIn: false,
      nextStep: {
        signInStep: 'CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE',
        additionalInfo: { challenge_url: 'https://acme.1kosmos.net/stepup/x' },
      },
    });
    expect((await confirmSignIn({ challengeResponse: 'open' })).isSignedIn).toBe(false);
    expect((await confirmSignIn({ challengeResponse: 'sesame' })).isSignedIn).toBe(true);
    expect(await getCurrentUser()).toMatchObject({ username: 'ann' });
    expect(await fetchUserAttributes()).toMatchObject({ 'custom:blockid_sub': 'bid_ann' });
    const renewed = await fetchAuthSession({ forceRefresh: true });
    expect(renewed.tokens?.idToken?.payload).toMatchObject({ 'custom:ial': '2', aud: 'custom' });
    await signOut({ global: true });
    await expect(getCurrentUser()).rejects.toMatchObject({ name: 'UserUnAuthenticatedException' });
    const operations = (await world.control.get<ApiCall[]>('/api-calls')).map(({ operation }) => operation);
    expect(operations).toEqual(expect.arrayContaining(['GetTokensFromRefreshToken', 'GlobalSignOut']));
  });

  it('is refused when the function ends the sign-in', async () => {
    await signIn({ username: 'ann', options: custom });
    await confirmSignIn({ challengeResponse: 'a' });
    await expect(confirmSignIn({ challengeResponse: 'b' })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    });
  });
});
