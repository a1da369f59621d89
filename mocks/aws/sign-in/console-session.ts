import type { RoleArn } from '../../../harness/aws/arn.ts';
import type { GrantedSession } from '../../../harness/aws/decide/types.ts';

/** Somebody signed in to the console. */
export interface ConsoleSession {
  readonly account: string;
  readonly alias: string | undefined;
  readonly roleArn: string;
  readonly roleName: string;
  /** RoleSessionName: the name that the console shows. */
  readonly sessionName: string;
  /** ARN of the assumed role. */
  readonly arn: string;
  /** NameID. */
  readonly subject: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly expiresAt: number;
}

/** A response that was taken, on its way from the sign-in host to the console's. */
export interface Handoff {
  readonly session: Omit<ConsoleSession, 'startedAt'>;
  readonly destination: string;
  readonly expiresAt: number;
}

/** How long the browser has to come from the sign-in page to the console, in milliseconds. */
const handoffMs = 60_000;

export interface HandoffParts {
  readonly role: RoleArn;
  readonly granted: GrantedSession;
  readonly alias: string | undefined;
  readonly destination: URL;
  readonly now: number;
}

export function buildHandoff({ role, granted, alias, destination, now }: HandoffParts): Handoff {
  return {
    session: {
      account: role.account,
      alias,
      roleArn: role.arn,
      roleName: role.name,
      sessionName: granted.roleSessionName,
      arn: granted.assumedRoleUser.arn,
      subject: granted.subject,
      expiresAt: granted.expirationMs,
    },
    destination: destination.href,
    expiresAt: now + handoffMs,
  };
}
