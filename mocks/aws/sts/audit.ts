import { parseProviderArn } from '../../../harness/aws/arn.ts';
import { nameQualifier } from '../../../harness/aws/subject.ts';
import type { Redeemed, Redemption } from './redeem.ts';

/**
 * A record as CloudTrail keeps it of AssumeRoleWithSAML (IAM User Guide, "Logging IAM and AWS STS API calls"), without
 * the keys. `reason` is ours: CloudTrail has the code and text only.
 */
export interface StsAuditRecord {
  readonly eventVersion: '1.08';
  readonly eventTime: string;
  readonly eventSource: 'sts.amazonaws.com';
  readonly eventName: 'AssumeRoleWithSAML';
  readonly awsRegion: string;
  readonly requestID: string;
  readonly userIdentity: {
    readonly type: 'SAMLUser';
    /** `<NameQualifier>:<NameID>` */
    readonly principalId?: string;
    readonly userName?: string;
    readonly identityProvider?: string;
  };
  readonly requestParameters: {
    readonly sAMLAssertionID?: string;
    readonly roleArn?: string;
    readonly principalArn?: string;
    readonly durationSeconds?: number;
    readonly roleSessionName?: string;
    readonly sourceIdentity?: string;
    readonly principalTags?: Readonly<Record<string, string>>;
    readonly transitiveTagKeys?: readonly string[];
  };
  readonly responseElements: {
    readonly subjectType: string;
    readonly issuer: string;
    readonly subject: string;
    readonly audience: string;
    readonly nameQualifier: string;
    readonly assumedRoleUser: { readonly assumedRoleId: string; readonly arn: string };
    readonly credentials: { readonly accessKeyId: string; readonly expiration: string };
  } | null;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly reason?: string;
  /** Which rule refused it, by the id in `harness/aws/decide/rules.ts`. */
  readonly rule?: string;
  /** What the answer rests on that AWS does not document. */
  readonly assumptions?: readonly string[];
}

export interface AuditFacts extends Redeemed {
  readonly asked: Redemption;
  readonly now: number;
  readonly region: string;
  readonly requestId: string;
  /** Of the keys that were given out. */
  readonly accessKeyId?: string | undefined;
}

export function buildAuditRecord(facts: AuditFacts): StsAuditRecord {
  const { asked, now, region, requestId, decision, reading } = facts;
  return {
    eventVersion: '1.08',
    eventTime: `${new Date(now).toISOString().slice(0, 19)}Z`,
    eventSource: 'sts.amazonaws.com',
    eventName: 'AssumeRoleWithSAML',
    awsRegion: region,
    requestID: requestId,
    userIdentity: identityOf(facts),
    requestParameters: {
      ...given('sAMLAssertionID', reading.assertionId),
      ...given('roleArn', asked.roleArn),
      ...given('principalArn', asked.principalArn),
      ...given('durationSeconds', asked.durationSeconds),
      ...(decision.granted ? sessionParameters(decision.session) : {}),
    },
    ...outcomeOf(facts),
  };
}

function identityOf({ asked, reading }: AuditFacts): StsAuditRecord['userIdentity'] {
  const facts = reading.response.readable ? reading.response.facts : undefined;
  const provider = parseProviderArn(asked.principalArn ?? '');
  const { issuer, nameId } = facts ?? {};
  if (issuer === undefined || provider === undefined || nameId === undefined) return { type: 'SAMLUser' };
  const identityProvider = nameQualifier(issuer, provider.account, provider.name);
  const principalId = `${identityProvider}:${nameId.value}`;
  return { type: 'SAMLUser', principalId, userName: nameId.value, identityProvider };
}

type Session = Extract<Redeemed['decision'], { granted: true }>['session'];

function sessionParameters(session: Session) {
  const tags = Object.fromEntries(session.tags.map(({ key, value }) => [key, value]));
  return {
    roleSessionName: session.roleSessionName,
    ...given('sourceIdentity', session.sourceIdentity),
    ...(session.tags.length === 0 ? {} : { principalTags: tags }),
    ...(session.transitiveTagKeys.length === 0 ? {} : { transitiveTagKeys: session.transitiveTagKeys }),
  };
}

function outcomeOf({ decision, reading, accessKeyId = '' }: AuditFacts) {
  if (!decision.granted) {
    const { error, reason } = decision;
    const says = reading.problem === undefined ? reason.says : `${reason.says} ${reading.problem}.`;
    return {
      responseElements: null,
      errorCode: error.code,
      errorMessage: error.message,
      reason: says,
      rule: reason.rule,
    };
  }
  const { session, assumptions } = decision;
  const { subjectType, issuer, subject, audience, nameQualifier: qualifier, assumedRoleUser } = session;
  const expiration = new Date(session.expirationMs).toISOString();
  return {
    responseElements: {
      subjectType,
      issuer,
      subject,
      audience,
      nameQualifier: qualifier,
      assumedRoleUser,
      credentials: { accessKeyId, expiration },
    },
    ...(assumptions.length === 0 ? {} : { assumptions }),
  };
}

/** A field, or nothing when it has no value. */
function given<K extends string, V>(name: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [name]: value } as Record<K, V>); // a computed key widens to string
}
