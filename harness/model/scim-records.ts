import type { Header } from './evidence.ts';

/** What a request of SCIM asks for, in the words of AWS's audit log; `Unknown` for a path or method that it does not have. */
export const scimOperations = [
  'CreateUser',
  'GetUser',
  'ListUsers',
  'PutUser',
  'PatchUser',
  'DeleteUser',
  'CreateGroup',
  'GetGroup',
  'ListGroups',
  'PatchGroup',
  'DeleteGroup',
  'ServiceProviderConfig',
  'ListResourceTypes',
  'ListSchemas',
  'GetSchema',
  'Unknown',
] as const;
export type ScimOperation = (typeof scimOperations)[number];

/** One request of a provisioning client, and the service's answer. The access token is never in it. */
export interface ScimExchange {
  readonly index: number;
  /** ISO 8601, UTC, milliseconds: when the request came. */
  readonly at: string;
  readonly operation: ScimOperation;
  readonly method: string;
  /** Path below the base URL with the query, exactly as sent: `/Users?filter=…`; one slash too many stays visible. */
  readonly target: string;
  readonly authorization: 'bearer' | 'other' | 'none';
  readonly contentType?: string;
  /** Text as sent. */
  readonly body?: string;
  readonly status: number;
  /** Seconds that a Retry-After header of the answer names. */
  readonly retryAfter?: number;
  /** Text as answered. */
  readonly answer?: string;
  /** The client never got the answer; `performed` tells whether the service had done what it was asked. */
  readonly lost?: { readonly performed: boolean };
  /** Why it was refused, as the service's audit log has it. */
  readonly reason?: string;
}

/** Everything that a client said to a SCIM service, in order. */
export interface ScimRecord {
  /** With the slash at its end, as AWS's console shows it. */
  readonly baseUrl: string;
  readonly exchanges: readonly ScimExchange[];
  /** Older exchanges that were not kept; 0 when the record is whole. */
  readonly dropped: number;
}

/** A person as a directory holds them; at the service with the id that it gave. */
export interface ScimPerson {
  readonly id?: string;
  readonly userName: string;
  readonly externalId?: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email?: string;
  readonly active: boolean;
}

export interface ScimTeam {
  readonly id?: string;
  readonly displayName: string;
  readonly externalId?: string;
  /** User names, sorted. */
  readonly members: readonly string[];
}

/** People and groups of one side, sorted by name. */
export interface ScimDirectory {
  readonly users: readonly ScimPerson[];
  readonly groups: readonly ScimTeam[];
}

/** Both sides of a provisioning after it was done: whom the identity provider means to have there, and who is there. */
export interface DirectoryRecord {
  readonly expected: ScimDirectory;
  readonly found: ScimDirectory;
  /** People at the service whom nobody provisioned, for example made by hand; they are none of the client's business. */
  readonly byHand: readonly string[];
}

/** One request that was sent to a SCIM service to see what it does, and the answer. The access token is never in it. */
export interface ScimProbeCall {
  readonly method: string;
  /** Path below the base URL with the query, exactly as sent. */
  readonly target: string;
  readonly token: 'valid' | 'wrong' | 'none';
  readonly contentType?: string;
  /** Text as sent. */
  readonly body?: string;
  readonly status: number;
  /** Of the answer. */
  readonly headers: readonly Header[];
  /** Text as answered; undefined where there is none. */
  readonly answer?: string;
}

/** What a standard wants of an answer, and whether it was so. */
export interface ScimClaim {
  /** For example `RFC 7644, 3.3` or `AWS, CreateUser`. */
  readonly source: string;
  /** In words. */
  readonly expected: string;
  readonly holds: boolean;
}

/** One thing that was looked at in an answer. Absent claims: that standard says nothing of it. */
export interface ScimExpectation {
  /** For example `The status`. */
  readonly what: string;
  /** Place of the call in the record. */
  readonly call: number;
  readonly observed: string;
  readonly rfc?: ScimClaim;
  readonly identityCenter?: ScimClaim;
}

/** What a SCIM service did when it was tried. */
export interface ScimProbeRecord {
  readonly baseUrl: string;
  readonly calls: readonly ScimProbeCall[];
  readonly expectations: readonly ScimExpectation[];
  /** What was made for this and could not be removed again. */
  readonly left: readonly string[];
}
