import { Agent, type AgentOptions } from 'node:https';
import { connect } from 'node:tls';
import { AssumeRoleWithSAMLCommand, STSClient, STSServiceException } from '@aws-sdk/client-sts';
import type { StsAnswer, StsAttempt } from '../../harness/model/aws-records.ts';
import type { RunningStack } from '../../harness/stack/start-stack.ts';

/** One call of AssumeRoleWithSAML that a tool would make with the login's response. */
export interface StsQuestion {
  readonly roleArn: string;
  readonly principalArn: string;
  readonly durationSeconds?: number;
  /** What must come of it: `credentials`, or the code of an error. */
  readonly expected: string;
}

/** Asks STS by AWS's own client, under STS's own name, and keeps what was answered; never the credentials. */
export async function askSts(
  stack: RunningStack,
  endpoint: string,
  samlResponse: string,
  questions: readonly StsQuestion[],
): Promise<readonly StsAttempt[]> {
  const client = new STSClient({
    region: 'us-east-1',
    endpoint,
    maxAttempts: 1,
    requestHandler: { httpsAgent: frontDoorAgent(stack) },
  });
  try {
    const attempts: StsAttempt[] = [];
    for (const question of questions)
      attempts.push({
        how: 'sts',
        url: `${endpoint}/`,
        askedAt: new Date().toISOString(),
        ...question,
        answer: await ask(client, samlResponse, question),
      });
    return attempts;
  } finally {
    client.destroy();
  }
}

async function ask(client: STSClient, samlResponse: string, question: StsQuestion): Promise<StsAnswer> {
  const { roleArn, principalArn, durationSeconds } = question;
  try {
    const answer = await client.send(
      new AssumeRoleWithSAMLCommand({
        RoleArn: roleArn,
        PrincipalArn: principalArn,
        SAMLAssertion: samlResponse,
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
    return { outcome: 'refused', status, code: error.name, message: error.message };
  }
}

/** Leads every production name to the run's front door, and trusts the run's own authority for it. */
function frontDoorAgent(stack: RunningStack): Agent {
  const agent = new Agent({ keepAlive: false });
  agent.createConnection = (options: AgentOptions) =>
    connect({
      host: '127.0.0.1',
      port: stack.frontDoor.port,
      servername: options.servername ?? options.host ?? '',
      ca: stack.authority,
    });
  return agent;
}
