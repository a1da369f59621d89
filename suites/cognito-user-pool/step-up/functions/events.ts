/** What these functions use of the events of a user pool (Amazon Cognito Developer Guide, Lambda triggers). */
export interface PoolEvent<Request, Response> {
  readonly version: string;
  readonly triggerSource: string;
  readonly region: string;
  readonly userPoolId: string;
  readonly userName: string;
  readonly callerContext: { readonly clientId: string };
  readonly request: Request;
  response: Response;
}

export interface PastChallenge {
  readonly challengeName: string;
  readonly challengeResult: boolean;
  readonly challengeMetadata: string | null;
}

type Attributes = Readonly<Record<string, string>>;
export interface DefineRequest {
  readonly userAttributes: Attributes;
  readonly session: readonly PastChallenge[];
  readonly userNotFound?: boolean;
}
export interface CreateRequest extends DefineRequest {
  readonly challengeName: string;
}
export interface VerifyRequest {
  readonly userAttributes: Attributes;
  readonly privateChallengeParameters: Readonly<Record<string, string>>;
  readonly challengeAnswer: string;
  readonly userNotFound?: boolean;
}
export interface SignUpRequest {
  readonly userAttributes: Attributes;
}

/** Attribute that links a user of the pool to one of 1Kosmos. */
export const link = 'custom:blockid_sub';
/** Attribute with the proofing session that a callback may end. */
export const openSession = 'custom:idv_session';
/** Attribute with the identity assurance level that was proved. */
export const assurance = 'custom:ial';
