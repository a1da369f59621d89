import { type AuditFacts, buildAuditRecord, type StsAuditRecord } from '../sts/audit.ts';
import type { ConsoleSession } from './console-session.ts';

/** A record as CloudTrail keeps it of a console sign-in by SAML (CloudTrail User Guide, "Console sign-in events"). */
export interface ConsoleLoginRecord {
  readonly eventVersion: '1.08';
  readonly eventTime: string;
  readonly eventSource: 'signin.amazonaws.com';
  readonly eventName: 'ConsoleLogin';
  readonly awsRegion: string;
  readonly userIdentity: { readonly type: 'AssumedRole'; readonly arn: string; readonly accountId: string };
  readonly responseElements: { readonly ConsoleLogin: 'Success' };
  readonly additionalEventData: {
    readonly LoginTo: string;
    readonly MFAUsed: 'No';
    readonly SamlProviderArn: string;
  };
}

/** What the sign-in page asked of STS, and the logins that came of it. */
export type SignInAuditRecord = StsAuditRecord | ConsoleLoginRecord | RejectedPost;

/** A post that STS was never asked about. CloudTrail is not known to have one; this is ours. */
export interface RejectedPost {
  readonly eventTime: string;
  readonly eventName: 'SamlPostRejected';
  readonly errorMessage: string;
  readonly reason: string;
}

export interface SignInAudit {
  readonly asked: (facts: AuditFacts) => void;
  readonly rejected: (errorMessage: string, reason: string) => void;
  readonly login: (session: ConsoleSession, loginTo: string, provider: string) => void;
  /** Oldest first. */
  readonly list: () => readonly SignInAuditRecord[];
  readonly clear: () => void;
}

export function createSignInAudit(region: string, now: () => number, keep = 5000): SignInAudit {
  const records: SignInAuditRecord[] = [];
  const eventTime = () => `${new Date(now()).toISOString().slice(0, 19)}Z`;
  const add = (record: SignInAuditRecord) => {
    records.push(record);
    if (records.length > keep) records.shift();
  };
  return {
    asked: (facts) => add(buildAuditRecord(facts)),
    rejected: (errorMessage, reason) =>
      add({ eventTime: eventTime(), eventName: 'SamlPostRejected', errorMessage, reason }),
    login: ({ arn, account }, loginTo, provider) =>
      add({
        eventVersion: '1.08',
        eventTime: eventTime(),
        eventSource: 'signin.amazonaws.com',
        eventName: 'ConsoleLogin',
        awsRegion: region,
        userIdentity: { type: 'AssumedRole', arn, accountId: account },
        responseElements: { ConsoleLogin: 'Success' },
        additionalEventData: { LoginTo: loginTo, MFAUsed: 'No', SamlProviderArn: provider },
      }),
    list: () => [...records],
    clear: () => {
      records.length = 0;
    },
  };
}
