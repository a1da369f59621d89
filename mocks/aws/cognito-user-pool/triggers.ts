/** Names of the occasions on which a pool calls a Lambda function (COG, working with AWS Lambda triggers). */
export type TriggerSource =
  | 'PreSignUp_SignUp'
  | 'PreSignUp_AdminCreateUser'
  | 'PreSignUp_ExternalProvider'
  | 'PostConfirmation_ConfirmSignUp'
  | 'PreAuthentication_Authentication'
  | 'PostAuthentication_Authentication'
  | 'DefineAuthChallenge_Authentication'
  | 'CreateAuthChallenge_Authentication'
  | 'VerifyAuthChallengeResponse_Authentication'
  | 'TokenGeneration_HostedAuth'
  | 'TokenGeneration_Authentication'
  | 'TokenGeneration_RefreshTokens';

/** What every trigger is called with, and gives back. */
export interface TriggerEvent {
  readonly version: string;
  readonly triggerSource: TriggerSource;
  readonly region: string;
  readonly userPoolId: string;
  readonly userName: string;
  readonly callerContext: { readonly awsSdkVersion: string; readonly clientId: string };
  readonly request: Readonly<Record<string, unknown>>;
  readonly response: Readonly<Record<string, unknown>>;
}

/**
 * Calls the function that is set for an occasion.
 * @returns the event with the function's response; the same event where no function is set
 * @throws PoolError with UserLambdaValidationException, InvalidLambdaResponseException or UnexpectedLambdaException
 */
export interface Triggers {
  readonly invoke: (source: TriggerSource, event: TriggerEvent) => Promise<TriggerEvent>;
}

/** A pool without functions. */
export const noTriggers: Triggers = { invoke: async (_source, event) => event };
