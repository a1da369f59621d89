import { AssumeRoleWithSAMLCommand, STSClient, STSServiceException } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableInput, tableNow } from '../../../harness/aws/decide-table/table.test-data.ts';
import { decideTable } from '../../../harness/aws/decide-table.test-data.ts';
import { createControlClient } from '../../core/control-client.ts';
import { type MountedDouble, mount } from '../../core/mount.ts';
import { arrange, assertionOf, createTableKeys, type TableKeys } from '../testing/table-world.ts';
import { createStsClient, type StsClient } from './client.ts';
import { createSts } from './double.ts';

let keys: TableKeys;
let mounted: MountedDouble;
let client: StsClient;
let sdk: STSClient;
beforeAll(async () => {
  keys = await createTableKeys();
  mounted = await mount(createSts({}, { now: () => tableNow }));
  client = createStsClient(createControlClient(mounted.controlUrl));
  sdk = new STSClient({ region: 'us-east-1', endpoint: mounted.url, maxAttempts: 1 });
});
afterAll(async () => {
  sdk.destroy();
  await mounted[Symbol.asyncDispose]();
});

/** Ids differ from call to call; what XML cannot carry is replaced on the way. */
function comparable(message: string): string {
  return message
    .replace(/Request ID: [0-9a-f-]{36}/g, 'Request ID: 00000000-0000-0000-0000-000000000000')
    .replaceAll('\u0001', '\ufffd');
}

/** As a front door tells whom it speaks for. */
function forwardFor(address: string, command: AssumeRoleWithSAMLCommand): void {
  command.middlewareStack.add(
    (next) => (args) => {
      // The SDK types the request as unknown here; it is its own HTTP request.
      (args.request as { headers: Record<string, string> }).headers['x-forwarded-for'] = address;
      return next(args);
    },
    { step: 'build' },
  );
}

describe('AssumeRoleWithSAML by the AWS SDK', () => {
  it.each(decideTable.map((one) => [one.title, one] as const))('%s', async (_title, one) => {
    await arrange(client, one, keys);
    if (one.given.settings !== undefined) await client.changeSettings(one.given.settings);
    const { request } = tableInput(one.given);
    const command = new AssumeRoleWithSAMLCommand({
      RoleArn: request.roleArn,
      PrincipalArn: request.principalArn,
      SAMLAssertion: await assertionOf(one, keys),
      ...(request.durationSeconds === undefined ? {} : { DurationSeconds: request.durationSeconds }),
      ...(request.minimumSessionTokenSize === undefined
        ? {}
        : { MinimumSessionTokenSize: request.minimumSessionTokenSize }),
      ...(request.policy === undefined ? {} : { Policy: request.policy }),
      ...(request.policyArns === undefined ? {} : { PolicyArns: request.policyArns.map((arn) => ({ arn })) }),
    });
    const { sourceIp } = request;
    if (sourceIp !== undefined) forwardFor(sourceIp, command);
    const { outcome } = one;
    if ('rule' in outcome) {
      const error = await sdk.send(command).catch((thrown: unknown) => thrown);
      if (!(error instanceof STSServiceException))
        throw new Error(`STS did not refuse: ${JSON.stringify(error)}`);
      expect(comparable(error.message)).toBe(comparable(outcome.message));
      expect(error.$metadata.httpStatusCode).toBe(outcome.httpStatus);
      expect(error.name.replace(/Exception$/, '')).toBe(outcome.code.replace(/Exception$/, ''));
      expect((await client.audit()).at(-1)).toMatchObject({ errorCode: outcome.code, rule: outcome.rule });
      expect(await client.sessions()).toEqual([]);
      return;
    }
    const answer = await sdk.send(command);
    const { session } = outcome;
    expect(answer.Credentials?.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    const seconds = ((answer.Credentials?.Expiration?.getTime() ?? 0) - tableNow) / 1000;
    const record = (await client.audit()).at(-1);
    const {
      principalTags = {},
      transitiveTagKeys = [],
      roleSessionName,
    } = record !== undefined && 'requestParameters' in record ? record.requestParameters : {};
    expect({
      assumedRoleUser: {
        assumedRoleId: answer.AssumedRoleUser?.AssumedRoleId,
        arn: answer.AssumedRoleUser?.Arn,
      },
      roleSessionName,
      durationSeconds: seconds,
      expirationMs: answer.Credentials?.Expiration?.getTime(),
      subject: answer.Subject,
      subjectType: answer.SubjectType,
      issuer: answer.Issuer,
      audience: answer.Audience,
      nameQualifier: answer.NameQualifier,
      sourceIdentity: answer.SourceIdentity,
      packedPolicySize: answer.PackedPolicySize,
      tags: Object.entries(principalTags).map(([key, value]) => ({ key, value })),
      transitiveTagKeys,
    }).toMatchObject(session);
    expect(record).toMatchObject({ responseElements: { subject: answer.Subject } });
    expect((record !== undefined && 'assumptions' in record && record.assumptions) || []).toEqual(
      outcome.assumptions ?? [],
    );
  });
});
