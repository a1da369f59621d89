import { AssumeRoleWithSAMLCommand, type STSClient, STSServiceException } from '@aws-sdk/client-sts';
import type { StsAnswer } from '../../model/aws-records.ts';

/** One call of AssumeRoleWithSAML. */
export interface StsCall {
  readonly roleArn: string;
  readonly principalArn: string;
  /** Base64 of the whole Response. */
  readonly samlAssertion: string;
  /** Seconds. */
  readonly durationSeconds?: number | undefined;
}

/**
 * Makes the call, and keeps what was answered but for the credentials: they are never read.
 * @throws what the client throws when STS gave no answer of its own
 */
export async function callSts(client: STSClient, call: StsCall): Promise<StsAnswer> {
  const { roleArn, principalArn, samlAssertion, durationSeconds } = call;
  try {
    const answer = await client.send(
      new AssumeRoleWithSAMLCommand({
        RoleArn: roleArn,
        PrincipalArn: principalArn,
        SAMLAssertion: samlAssertion,
        ...(durationSeconds === undefined ? {} : { DurationSeconds: durationSeconds }),
      }),
    );
    const known = {
      subject: answer.Subject,
      subjectType: answer.SubjectType,
      issuer: answer.Issuer,
      audience: answer.Audience,
      nameQualifier: answer.NameQualifier,
      sourceIdentity: answer.SourceIdentity,
      packedPolicySize: answer.PackedPolicySize,
    };
    return {
      outcome: 'credentials',
      status: answer.$metadata.httpStatusCode ?? 200,
      assumedRoleArn: answer.AssumedRoleUser?.Arn ?? '',
      expiresAt: answer.Credentials?.Expiration?.toISOString() ?? '',
      ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    };
  } catch (error) {
    if (!(error instanceof STSServiceException)) throw error;
    const status = error.$metadata.httpStatusCode ?? 0;
    return { outcome: 'refused', status, code: codeOf(error), message: error.message };
  }
}

/** The code as STS wrote it; the client's own name for it has "Exception" at the end. */
function codeOf(error: STSServiceException): string {
  return 'Code' in error && typeof error.Code === 'string' ? error.Code : error.name;
}
