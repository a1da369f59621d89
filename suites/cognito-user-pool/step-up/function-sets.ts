import type { z } from 'zod';
import type { functionBody } from '../../../mocks/lambda/config.ts';
import { environment } from './environment.ts';

export type FunctionInput = z.input<typeof functionBody>;

/** Functions of a rollout, and which trigger calls which. */
export interface FunctionSet {
  readonly functions: Readonly<Record<string, FunctionInput>>;
  readonly triggers: Readonly<Record<string, string>>;
  /** Functions behind the application's own API. */
  readonly apiFunctions: Readonly<Record<string, FunctionInput>>;
  /** True where they are those of a rollout, and not samples. */
  readonly isOwn: boolean;
}

const folder = 'suites/cognito-user-pool/step-up';

/** One of the sample functions. The limit is above the pool's own, so that the pool's counts. */
export const sample = (name: string, from = 'functions'): FunctionInput => ({
  runtime: 'nodejs',
  file: `${folder}/${from}/${name}.ts`,
  handler: 'handler',
  environment,
  timeoutMs: 10_000,
});

const triggers = {
  PreSignUp: 'pre-sign-up',
  PostConfirmation: 'post-confirmation',
  DefineAuthChallenge: 'define-auth-challenge',
  CreateAuthChallenge: 'create-auth-challenge',
  VerifyAuthChallengeResponse: 'verify-auth-challenge',
  PreTokenGeneration: 'pre-token-generation',
} as const;

/** The sample functions: what this project takes for right. */
export const goodFunctions: FunctionSet = {
  functions: Object.fromEntries(Object.values(triggers).map((name) => [name, sample(name)])),
  triggers,
  apiFunctions: { 'idv-callback': sample('idv-callback'), transfer: sample('transfer') },
  isOwn: false,
};

/**
 * The functions of the integration guide, as printed. They use names that they nowhere define: `globals` gives them.
 * They have no post confirmation, no pre token generation, and nothing takes the callback.
 */
export function printedFunctions(globals: Readonly<Record<string, string>>): FunctionSet {
  const printed = (handler: string): FunctionInput => ({
    runtime: 'python',
    file: `${folder}/printed/handlers.py`,
    handler,
    globals,
    timeoutMs: 10_000,
  });
  return {
    functions: {
      'pre-sign-up': printed('lambda_handler'),
      'define-auth-challenge': printed('define_auth_challenge'),
      'create-auth-challenge': printed('create_auth_challenge'),
      'verify-auth-challenge': printed('verify_auth_challenge'),
    },
    triggers: {
      PreSignUp: 'pre-sign-up',
      DefineAuthChallenge: 'define-auth-challenge',
      CreateAuthChallenge: 'create-auth-challenge',
      VerifyAuthChallengeResponse: 'verify-auth-challenge',
    },
    apiFunctions: goodFunctions.apiFunctions,
    isOwn: false,
  };
}
