import { createHash } from 'node:crypto';
import type { PoolAnswer, PoolCall, PoolOperation } from '../../../harness/model/identity-pool-records.ts';
import { type SigningKeys, signV4 } from '../query/sign-v4.ts';

/** Where AWS is, and what time it is. */
export interface PoolEndpoint {
  readonly region: string;
  readonly now: () => number;
  /** Production origin → where it is really reached. */
  readonly routes: Readonly<Record<string, string>>;
}

export interface PoolQuestion {
  readonly operation: PoolOperation;
  readonly identityPoolId?: string;
  readonly identityId?: string;
  readonly logins: Readonly<Record<string, string>>;
  readonly customRoleArn?: string | undefined;
  readonly keys?: SigningKeys | undefined;
}

/** The call as it is kept, and the secrets of its answer, which are not. */
export interface PoolReply {
  readonly call: PoolCall;
  readonly keys?: SigningKeys;
  readonly token?: string;
}

interface AnswerBody {
  readonly IdentityId?: string;
  readonly Token?: string;
  readonly Credentials?: {
    readonly AccessKeyId: string;
    readonly SecretKey: string;
    readonly SessionToken: string;
    readonly Expiration: number;
  };
  readonly __type?: string;
  readonly message?: string;
}

/** Calls the identity pool by its JSON protocol, as an application with no library does. */
export async function callPool(question: PoolQuestion, endpoint: PoolEndpoint): Promise<PoolReply> {
  const { operation, identityPoolId, identityId, logins, customRoleArn, keys } = question;
  const origin = `https://cognito-identity.${endpoint.region}.amazonaws.com`;
  const members = {
    ...(identityPoolId === undefined ? {} : { IdentityPoolId: identityPoolId }),
    ...(identityId === undefined ? {} : { IdentityId: identityId }),
    Logins: logins,
    ...(customRoleArn === undefined ? {} : { CustomRoleArn: customRoleArn }),
  };
  const body = JSON.stringify(members);
  const askedAt = new Date(endpoint.now()).toISOString();
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AWSCognitoIdentityService.${operation}`,
  };
  const answer = await send(origin, body, headers, keys, 'cognito-identity', endpoint);
  const read = (await answer.json()) as AnswerBody; // the service model says what it has
  const call: PoolCall = {
    operation,
    url: `${origin}/`,
    askedAt,
    signed: keys !== undefined,
    ...(identityPoolId === undefined ? {} : { identityPoolId }),
    ...(identityId === undefined ? {} : { identityId }),
    logins: Object.entries(logins).map(([provider, token]) => ({
      provider,
      length: token.length,
      sha256: createHash('sha256').update(token).digest('hex'),
    })),
    ...(customRoleArn === undefined ? {} : { customRoleArn }),
    answer: readAnswer(read, answer.status),
  };
  const { Credentials: given, Token: token } = read;
  return {
    call,
    ...(given === undefined
      ? {}
      : {
          keys: {
            accessKeyId: given.AccessKeyId,
            secretAccessKey: given.SecretKey,
            sessionToken: given.SessionToken,
          },
        }),
    ...(token === undefined ? {} : { token }),
  };
}

/** ARN of whoever holds these keys: GetCallerIdentity of STS; undefined where STS does not know them. */
export async function callerOf(keys: SigningKeys, endpoint: PoolEndpoint): Promise<string | undefined> {
  const origin = `https://sts.${endpoint.region}.amazonaws.com`;
  const body = new URLSearchParams({ Action: 'GetCallerIdentity', Version: '2011-06-15' }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await send(origin, body, headers, keys, 'sts', endpoint);
  return /<Arn>([^<]+)<\/Arn>/.exec(await answer.text())?.[1];
}

function send(
  origin: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  keys: SigningKeys | undefined,
  service: string,
  { routes, now, region }: PoolEndpoint,
): Promise<Response> {
  const base = routes[origin];
  if (base === undefined) throw new Error(`There is no route to ${origin}. Add it to "routes".`);
  const url = new URL('/', base);
  const scope = `${region}/${service}`;
  const signed = keys === undefined ? headers : signV4({ url, body, headers, now: now(), scope }, keys);
  return fetch(url, { method: 'POST', body, headers: signed });
}

function readAnswer(body: AnswerBody, status: number): PoolAnswer {
  const { Credentials: given, Token: token, IdentityId: identityId = '' } = body;
  if (status !== 200)
    return { outcome: 'refused', status, code: body.__type ?? '', message: body.message ?? '' };
  if (given !== undefined)
    return {
      outcome: 'credentials',
      status,
      identityId,
      expiresAt: new Date(given.Expiration * 1000).toISOString(),
    };
  return token === undefined
    ? { outcome: 'identity', status, identityId }
    : { outcome: 'token', status, identityId };
}
