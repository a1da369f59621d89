import type { ScimOperation } from '../../harness/model/scim-records.ts';
import { instant } from './instant.ts';
import { isObject, type JsonObject } from './read-body.ts';
import type { ScimError } from './scim-error.ts';

/** A record as CloudTrail keeps it of a SCIM request (user guide, "Logging IAM Identity Center SCIM API calls"). */
export interface ScimAuditRecord {
  readonly eventVersion: '1.10';
  readonly eventTime: string;
  readonly eventSource: 'identitystore-scim.amazonaws.com';
  readonly eventName: ScimOperation;
  readonly awsRegion: string;
  readonly userIdentity: { readonly type: 'WebIdentityUser' | 'Unknown' };
  readonly errorCode?: string;
  /** AWS's own text where one is known, else ours. */
  readonly errorMessage?: string;
  readonly requestParameters: {
    readonly httpBody?: unknown;
    readonly tenantId: string;
    readonly id?: string;
  };
  readonly requestID: string;
  readonly readOnly: boolean;
}

export interface AuditFacts {
  readonly now: number;
  readonly region: string;
  readonly tenantId: string;
  readonly operation: ScimOperation;
  readonly requestId: string;
  readonly id: string | undefined;
  readonly body: JsonObject | undefined;
  readonly error: ScimError | undefined;
}

export function buildAuditRecord(facts: AuditFacts): ScimAuditRecord {
  const { error, body, id, operation } = facts;
  return {
    eventVersion: '1.10',
    eventTime: instant(facts.now),
    eventSource: 'identitystore-scim.amazonaws.com',
    eventName: operation,
    awsRegion: facts.region,
    userIdentity: { type: error === undefined ? 'WebIdentityUser' : 'Unknown' },
    ...(error === undefined ? {} : { errorCode: error.exception, errorMessage: error.message }),
    requestParameters: {
      ...(body === undefined ? {} : { httpBody: hide(body) }),
      tenantId: facts.tenantId,
      ...(id === undefined ? {} : { id }),
    },
    requestID: facts.requestId,
    readOnly: /^(Get|List|Service)/.test(operation),
  };
}

const shown = ['schemas', 'active', 'op', 'path', 'operations'];

/** AWS masks what people are called, and shows verbs in capitals. */
function hide(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => hide(one, name));
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const lower = key === 'Operations' ? 'operations' : key;
        return [lower, hide(inner, lower)];
      }),
    );
  if (name === 'op' && typeof value === 'string') return value.toUpperCase();
  return shown.includes(name) ? value : 'HIDDEN_DUE_TO_SECURITY_REASONS';
}
