import { decodeJwt } from 'jose';
import type { PoolCall, PrincipalTag } from '../../../harness/model/identity-pool-records.ts';
import { callerOf, callPool, type PoolEndpoint } from './call-pool.ts';
import type { AppSettings } from './config.ts';

/** What came of a response: every call, and who the browser now is at AWS if all of them worked. */
export interface Entrance {
  readonly calls: readonly PoolCall[];
  readonly entered?: {
    readonly identityId: string;
    /** ARN of the assumed role. */
    readonly arn: string;
    /** What a token of GetOpenIdToken says; undefined where none was asked for. */
    readonly tags?: readonly PrincipalTag[];
    /** Milliseconds since 1970. */
    readonly expiresAt: number;
  };
}

/**
 * Takes a SAMLResponse to the identity pool: an identity, then credentials for a role, then whatever else the
 * application is set to call. The first refusal ends it.
 */
export async function enter(
  samlResponse: string,
  settings: AppSettings,
  endpoint: PoolEndpoint,
): Promise<Entrance> {
  const { identityPoolId, provider, customRoleArn, operations, keys } = settings;
  const logins = { [provider]: tokenOf(samlResponse, settings.token) };
  const calls: PoolCall[] = [];
  let identityId = '';
  let arn: string | undefined;
  let expiresAt = 0;
  let tags: readonly PrincipalTag[] | undefined;
  for (const operation of operations) {
    const byPool = operation === 'GetId' || operation === 'GetOpenIdTokenForDeveloperIdentity';
    const reply = await callPool(
      {
        operation,
        logins,
        keys,
        ...(byPool ? { identityPoolId } : { identityId }),
        ...(operation === 'GetCredentialsForIdentity' ? { customRoleArn } : {}),
      },
      endpoint,
    );
    if (reply.keys !== undefined) arn = await callerOf(reply.keys, endpoint);
    if (reply.token !== undefined) tags = tagsOf(reply.token);
    const { answer } = reply.call;
    const known = answer.outcome === 'credentials' && arn !== undefined ? { assumedRoleArn: arn } : {};
    calls.push({ ...reply.call, answer: { ...answer, ...known } });
    if (answer.outcome === 'refused') return { calls };
    identityId = answer.identityId;
    if (answer.outcome === 'credentials') expiresAt = Date.parse(answer.expiresAt);
  }
  if (arn === undefined) return { calls };
  return { calls, entered: { identityId, arn, expiresAt, ...(tags === undefined ? {} : { tags }) } };
}

/** What becomes the value of Logins: AWS wants the whole response, encoded as it came. */
function tokenOf(samlResponse: string, kind: AppSettings['token']): string {
  if (kind === 'response') return samlResponse;
  const xml = Buffer.from(samlResponse, 'base64').toString('utf8');
  if (kind === 'decoded') return xml;
  const assertion = /<(?:\w+:)?Assertion[\s>][\s\S]*<\/(?:\w+:)?Assertion>/.exec(xml)?.[0] ?? '';
  return Buffer.from(assertion, 'utf8').toString('base64');
}

/** Principal tags in a token of the pool. It came from the pool itself, so its signature is not looked at. */
function tagsOf(token: string): readonly PrincipalTag[] {
  const claim = decodeJwt<{ 'https://aws.amazon.com/tags'?: { principal_tags?: Record<string, string[]> } }>(
    token,
  )['https://aws.amazon.com/tags'];
  return Object.entries(claim?.principal_tags ?? {}).flatMap(([key, [value]]) =>
    value === undefined ? [] : [{ key, value }],
  );
}
