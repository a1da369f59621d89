import { Agent, type AgentOptions } from 'node:https';
import { connect } from 'node:tls';
import { STSClient } from '@aws-sdk/client-sts';
import { callSts } from '../../harness/cli/predict/call-sts.ts';
import type { StsAttempt } from '../../harness/model/aws-records.ts';
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
        answer: await callSts(client, { ...question, samlAssertion: samlResponse }),
      });
    return attempts;
  } finally {
    client.destroy();
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
