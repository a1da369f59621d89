import { parseArn } from '../../../harness/aws/arn.ts';
import type { GrantedSession } from '../../../harness/aws/decide/types.ts';
import type { Credential } from '../iam/credentials.ts';
import type { AwsState } from '../iam/state.ts';

/** Gives out keys for a session that was granted; they are good for GetCallerIdentity until they expire. */
export function issueCredential(
  state: AwsState,
  session: GrantedSession,
): Credential & { sessionToken: string } {
  const { ids } = state;
  const credential = {
    accessKeyId: ids.unique('ASIA', 20),
    secretAccessKey: ids.secret(),
    sessionToken: ids.token(),
    arn: session.assumedRoleUser.arn,
    userId: session.assumedRoleUser.assumedRoleId,
    account: parseArn(session.assumedRoleUser.arn)?.account ?? '',
    expiresAt: session.expirationMs,
  };
  state.credentials.add(credential);
  return credential;
}

/** A session as the control API tells of it: nothing that could be signed with. */
export interface SessionView {
  readonly accessKeyId: string;
  readonly arn: string;
  readonly userId: string;
  readonly account: string;
  /** ISO 8601 UTC. */
  readonly expiresAt: string;
  readonly expired: boolean;
}

export function listSessions(state: AwsState, now: number): readonly SessionView[] {
  return state.credentials.list().flatMap(({ accessKeyId, arn, userId, account, expiresAt }) =>
    expiresAt === undefined
      ? []
      : [
          {
            accessKeyId,
            arn,
            userId,
            account,
            expiresAt: new Date(expiresAt).toISOString(),
            expired: expiresAt <= now,
          },
        ],
  );
}
