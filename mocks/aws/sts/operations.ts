import type { AwsState } from '../iam/state.ts';
import { QueryError } from '../query/query-error.ts';
import { membersOf } from '../query/read-query.ts';
import type { Call, Operation } from '../query/service.ts';
import { writeInstant } from '../query/write-xml.ts';
import { buildAuditRecord, type StsAuditRecord } from './audit.ts';
import type { StsSettings } from './config.ts';
import { type Redeemed, type Redemption, redeem } from './redeem.ts';
import { issueCredential } from './sessions.ts';

export interface StsParts {
  readonly state: AwsState;
  readonly settings: () => StsSettings;
  readonly region: string;
  readonly now: () => number;
  readonly audit: (record: StsAuditRecord) => void;
  /** Told of every response that was taken or refused. */
  readonly redeemed: (what: Redeemed, principalArn: string | undefined) => void;
}

/** STS service model 2011-06-15. AssumeRoleWithSAML asks for no signature; GetCallerIdentity for one by known keys. */
export function createStsOperations(parts: StsParts): Readonly<Record<string, Operation>> {
  return {
    AssumeRoleWithSAML: (call) => assumeRoleWithSaml(call, parts),
    GetCallerIdentity: (call) => {
      const { arn, userId, account } = parts.state.credentials.authenticate(call, parts.now());
      return { Arn: arn, UserId: userId, Account: account };
    },
  };
}

function assumeRoleWithSaml(call: Call, parts: StsParts) {
  const { state, region } = parts;
  const now = parts.now();
  const { requestId } = call;
  const asked = readCall(call);
  const redeemed = redeem(asked, { state, settings: parts.settings(), now, requestId });
  const { decision } = redeemed;
  const credential = decision.granted ? issueCredential(state, decision.session) : undefined;
  const accessKeyId = credential?.accessKeyId;
  parts.audit(buildAuditRecord({ ...redeemed, asked, now, region, requestId, accessKeyId }));
  parts.redeemed(redeemed, asked.principalArn);
  if (!decision.granted || credential === undefined) throw refusalOf(redeemed);
  const { session } = decision;
  // In the order in which a recorded answer has them (aws.md A.1); the order is not part of the contract.
  return {
    Audience: session.audience,
    AssumedRoleUser: {
      AssumedRoleId: session.assumedRoleUser.assumedRoleId,
      Arn: session.assumedRoleUser.arn,
    },
    Credentials: {
      AccessKeyId: credential.accessKeyId,
      SecretAccessKey: credential.secretAccessKey,
      SessionToken: credential.sessionToken,
      Expiration: writeInstant(session.expirationMs),
    },
    Subject: session.subject,
    NameQualifier: session.nameQualifier,
    SubjectType: session.subjectType,
    Issuer: session.issuer,
    PackedPolicySize: session.packedPolicySize,
    SourceIdentity: session.sourceIdentity,
  };
}

function refusalOf({ decision, reading }: Redeemed): QueryError {
  if (decision.granted) return new QueryError(500, 'InternalFailure', 'No keys were given out');
  const { error, reason } = decision;
  return new QueryError(
    error.httpStatus,
    error.code,
    error.message,
    `${reason.says} ${reading.problem ?? ''}`.trim(),
  );
}

function readCall({ parameters, headers }: Call): Redemption {
  const members = membersOf(parameters, 'PolicyArns');
  const sourceIp = headers.get('x-forwarded-for')?.split(',')[0]?.trim();
  return {
    roleArn: parameters.get('RoleArn'),
    principalArn: parameters.get('PrincipalArn'),
    samlAssertion: parameters.get('SAMLAssertion'),
    policy: parameters.get('Policy'),
    ...(members.length === 0 ? {} : { policyArns: members.map((fields) => fields.get('arn') ?? '') }),
    durationSeconds: readInteger('DurationSeconds', parameters),
    minimumSessionTokenSize: readInteger('MinimumSessionTokenSize', parameters),
    ...(sourceIp === undefined ? {} : { sourceIp }),
  };
}

/** Typed clients never send anything else; the answer to what is no number is assumed. */
function readInteger(name: string, parameters: Call['parameters']): number | undefined {
  const text = parameters.get(name);
  if (text === undefined) return undefined;
  if (/^-?\d{1,10}$/.test(text)) return Number(text);
  throw new QueryError(400, 'MalformedInput', 'Invalid Argument', `${name} is "${text}", no whole number.`);
}
