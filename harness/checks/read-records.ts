import { z } from 'zod';
import type { AccountRecord, StsRecord } from '../model/aws-records.ts';
import type { ArtifactName, Exchange } from '../model/evidence.ts';
import type { IdentityPoolRecord } from '../model/identity-pool-records.ts';
import type { OidcRecord } from '../model/oidc-records.ts';
import type {
  Delivery,
  OutcomeRecord,
  PhoneRecord,
  PortalRecord,
  ReplayRecord,
  Setup,
} from '../model/records.ts';
import {
  type DirectoryRecord,
  type ScimProbeRecord,
  type ScimRecord,
  scimOperations,
} from '../model/scim-records.ts';
import type { StepUpRecord } from '../model/step-up-records.ts';
import { identityPoolShape } from './shape-of-identity-pool.ts';
import { oidcShape } from './shape-of-oidc.ts';
import { stepUpShape } from './shape-of-step-up.ts';

/** Readings that are JSON records of ours. */
export interface RecordReadings {
  readonly 'request-delivery': Delivery;
  readonly 'response-delivery': Delivery;
  readonly setup: Setup;
  readonly exchanges: readonly Exchange[];
  readonly phone: PhoneRecord;
  readonly outcome: OutcomeRecord;
  readonly portal: PortalRecord;
  readonly replays: ReplayRecord;
  readonly account: AccountRecord;
  readonly sts: StsRecord;
  readonly scim: ScimRecord;
  readonly directory: DirectoryRecord;
  readonly 'scim-probe': ScimProbeRecord;
  readonly oidc: OidcRecord;
  readonly 'step-up': StepUpRecord;
  readonly 'identity-pool': IdentityPoolRecord;
}

const text = z.string();
const headers = z.array(z.looseObject({ name: text, value: text }));
const access = z.array(z.looseObject({ accountId: text, accountName: text, roles: z.array(text) }));
const delivery = z.looseObject({
  binding: text,
  method: text,
  url: text,
  relayState: text.optional(),
  relayStateSent: text.optional(),
  fields: z.array(text),
  carriedBy: z.looseObject({ status: z.number(), headers }).optional(),
  tls: z.boolean(),
});
const user = z.looseObject({
  userName: text,
  email: text,
  givenName: text,
  familyName: text,
  active: z.boolean(),
});

const provider = z.looseObject({ arn: text, certificates: z.array(text), privateKeys: z.number() });
const role = z.looseObject({
  arn: text,
  name: text,
  path: text,
  maxSessionSeconds: z.number().optional(),
  trustPolicy: text,
});
const answer = z.discriminatedUnion('outcome', [
  z.looseObject({ outcome: z.literal('role-choice'), status: z.number(), roles: z.array(text) }),
  z.looseObject({ outcome: z.literal('console'), status: z.number() }),
  z.looseObject({
    outcome: z.literal('credentials'),
    status: z.number(),
    assumedRoleArn: text,
    expiresAt: text,
  }),
  z.looseObject({ outcome: z.literal('refused'), status: z.number(), message: text }),
]);

const scimClaim = z.looseObject({ source: text, expected: text, holds: z.boolean() });
const scimPeople = z.array(
  z.looseObject({
    userName: text,
    externalId: text.optional(),
    displayName: text,
    givenName: text,
    familyName: text,
    email: text.optional(),
    active: z.boolean(),
  }),
);
const scimDirectory = z.looseObject({
  users: scimPeople,
  groups: z.array(z.looseObject({ displayName: text, externalId: text.optional(), members: z.array(text) })),
});

/** What the checks rely on; fields beyond that may come and go with the version that saved the evidence. */
const shapes: { readonly [N in keyof RecordReadings]: z.ZodType } = {
  'request-delivery': delivery,
  'response-delivery': delivery,
  setup: z.looseObject({
    initiatedBy: z.enum(['sp', 'idp']).optional(),
    idp: z
      .looseObject({
        entityId: text.optional(),
        ssoUrl: text.optional(),
        certificates: z.array(text).optional(),
      })
      .optional(),
    sp: z.looseObject({ entityId: text.optional(), acsUrl: text.optional() }).optional(),
    requestId: text.optional(),
    user: user.nullish(),
    attributes: z.array(z.looseObject({ source: text, name: text, value: text })).optional(),
    access: access.optional(),
    factor: text.optional(),
  }),
  exchanges: z.array(
    z.looseObject({
      index: z.number(),
      startedAt: text,
      durationMs: z.number(),
      method: text,
      url: text,
      requestHeaders: headers,
      requestBody: text.optional(),
      status: z.number(),
      responseHeaders: headers,
      responseBody: text.optional(),
      resource: text,
      tls: z.boolean(),
    }),
  ),
  phone: z.looseObject({
    qr: text,
    issuedAt: text,
    expiresAt: text,
    pageOrigin: text,
    shown: z.looseObject({ application: text, origin: text, userName: text }),
    answer: z.looseObject({ decision: text, jws: text.optional() }),
    verdict: z.looseObject({ status: z.number(), code: text, message: text }),
    repeated: z.array(z.looseObject({ status: z.number(), code: text })),
  }),
  outcome: z.looseObject({ expected: text, actual: text, who: text.optional(), url: text, pageText: text }),
  portal: z.looseObject({ userName: text, accounts: access, url: text }),
  replays: z.looseObject({
    attempts: z.array(z.looseObject({ how: text, accepted: z.boolean(), status: z.number() })),
  }),
  account: z.looseObject({
    partition: z.enum(['aws', 'aws-cn', 'aws-us-gov']),
    region: text.optional(),
    inUse: z.array(text),
    providers: z.array(provider),
    roles: z.array(role),
    fallbackAdministrators: z.array(z.looseObject({ arn: text, through: z.array(text) })).optional(),
  }),
  sts: z.looseObject({
    attempts: z.array(
      z.looseObject({ how: text, url: text, askedAt: text, expected: text.optional(), answer }),
    ),
  }),
  scim: z.looseObject({
    baseUrl: text,
    exchanges: z.array(
      z.looseObject({
        index: z.number(),
        at: text,
        operation: z.enum(scimOperations),
        method: text,
        target: text,
        authorization: text,
        contentType: text.optional(),
        body: text.optional(),
        status: z.number(),
        retryAfter: z.number().optional(),
        answer: text.optional(),
        lost: z.looseObject({ performed: z.boolean() }).optional(),
      }),
    ),
    dropped: z.number(),
  }),
  directory: z.looseObject({ expected: scimDirectory, found: scimDirectory, byHand: z.array(text) }),
  'scim-probe': z.looseObject({
    baseUrl: text,
    calls: z.array(
      z.looseObject({
        method: text,
        target: text,
        token: z.enum(['valid', 'wrong', 'none']),
        contentType: text.optional(),
        body: text.optional(),
        status: z.number(),
        headers,
        answer: text.optional(),
      }),
    ),
    expectations: z.array(
      z.looseObject({
        what: text,
        call: z.number(),
        observed: text,
        rfc: scimClaim.optional(),
        identityCenter: scimClaim.optional(),
      }),
    ),
    left: z.array(text),
  }),
  oidc: oidcShape,
  'step-up': stepUpShape,
  'identity-pool': identityPoolShape,
};

export function isRecordName(name: ArtifactName): name is keyof RecordReadings {
  return name in shapes;
}

/** Parses a record; where it is not JSON or lacks what the checks rely on, says why. */
export function readRecord<N extends keyof RecordReadings>(
  name: N,
  raw: string,
): { readonly reading: RecordReadings[N] } | { readonly why: string } {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return { why: `The record "${name}" is not JSON.` };
  }
  const { success, error } = shapes[name].safeParse(value);
  if (!success) {
    const [issue] = error.issues;
    return { why: `The record "${name}" is not complete: /${issue?.path.join('/')}: ${issue?.message}.` };
  }
  // The shape was just proved, as far as the checks rely on it.
  return { reading: value as RecordReadings[N] };
}
