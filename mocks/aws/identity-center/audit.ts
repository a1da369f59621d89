/** A record as CloudTrail keeps it of a sign-in by an external identity provider (aws.md B.1). */
export interface AuditRecord {
  readonly eventVersion: '1.08';
  readonly eventTime: string;
  readonly eventSource: 'signin.amazonaws.com';
  readonly eventName: 'ExternalIdPDirectoryLogin';
  readonly awsRegion: string;
  readonly eventID: string;
  /** `IdentityCenterUser` with a user name after a success; AWS names nobody whose login failed. */
  readonly userIdentity: { readonly type: 'IdentityCenterUser' | 'Unknown'; readonly userName?: string };
  readonly responseElements: { readonly ExternalIdPDirectoryLogin: 'Success' | 'Failure' };
  /** Why it failed. AWS's own text where one was observed, else ours. */
  readonly errorMessage?: string;
}

export interface Audit {
  readonly success: (userName: string) => void;
  readonly failure: (errorMessage: string) => void;
  /** Oldest first. */
  readonly list: () => readonly AuditRecord[];
  readonly clear: () => void;
}

export interface AuditParts {
  readonly region: string;
  readonly now: () => number;
  readonly newId: () => string;
}

export function createAudit({ region, now, newId }: AuditParts): Audit {
  const records: AuditRecord[] = [];
  const common = () => ({
    eventVersion: '1.08' as const,
    eventTime: new Date(now()).toISOString(),
    eventSource: 'signin.amazonaws.com' as const,
    eventName: 'ExternalIdPDirectoryLogin' as const,
    awsRegion: region,
    eventID: newId(),
  });
  return {
    success: (userName) =>
      records.push({
        ...common(),
        userIdentity: { type: 'IdentityCenterUser', userName },
        responseElements: { ExternalIdPDirectoryLogin: 'Success' },
      }),
    failure: (errorMessage) =>
      records.push({
        ...common(),
        userIdentity: { type: 'Unknown' },
        responseElements: { ExternalIdPDirectoryLogin: 'Failure' },
        errorMessage,
      }),
    list: () => [...records],
    clear: () => {
      records.length = 0;
    },
  };
}
