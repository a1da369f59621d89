import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tableInput, tableNow } from '../../../harness/aws/decide-table/table.test-data.ts';
import { decideTable } from '../../../harness/aws/decide-table.test-data.ts';
import { createControlClient } from '../../core/control-client.ts';
import { type MountedDouble, mount } from '../../core/mount.ts';
import { hasAwsCli, runAws } from '../testing/aws-cli.ts';
import { arrange, assertionOf, createTableKeys, type TableKeys } from '../testing/table-world.ts';
import { createStsClient, type StsClient } from './client.ts';
import { createSts } from './double.ts';

const titles = [
  'a call as the guide describes it',
  'a role in a second account, with its own provider',
  'the provider first in the pair',
  'a regional Recipient',
  'an encrypted assertion where it is allowed',
  'twelve hours where the role has them',
  'a session policy',
  'another issuer',
  'a signature that does not verify',
  'issued five minutes and a second ago',
  'a second after Conditions ended',
  'the two ARNs swapped',
  'a provider in another account',
  'a provider that is not there',
  'a response whose status is not Success',
  'Identity Center’s audience',
  'tags where sts:TagSession is not allowed',
  'a second over the role’s maximum',
];
const cases = titles.map((title) => [title, decideTable.find((one) => one.title === title)] as const);

const answerShape = z.object({
  Audience: z.string(),
  AssumedRoleUser: z.object({ AssumedRoleId: z.string(), Arn: z.string() }),
  Credentials: z.object({
    AccessKeyId: z.string(),
    SecretAccessKey: z.string(),
    SessionToken: z.string(),
    Expiration: z.string(),
  }),
  Issuer: z.string(),
});

it('takes its cases from the table', () => {
  expect(cases.filter(([, one]) => one === undefined)).toEqual([]);
});

describe.runIf(hasAwsCli)('aws sts assume-role-with-saml', () => {
  let keys: TableKeys;
  let mounted: MountedDouble;
  let client: StsClient;
  beforeAll(async () => {
    keys = await createTableKeys();
    mounted = await mount(createSts({}, { now: () => tableNow }));
    client = createStsClient(createControlClient(mounted.controlUrl));
  });
  afterAll(() => mounted[Symbol.asyncDispose]());

  it.each(cases)('%s', { timeout: 60_000 }, async (_title, one) => {
    if (one === undefined) throw new Error('The table has no such case.');
    await arrange(client, one, keys);
    const { request } = tableInput(one.given);
    const answer = await runAws(mounted.url, [
      ...['sts', 'assume-role-with-saml', '--role-arn', request.roleArn ?? ''],
      ...['--principal-arn', request.principalArn ?? ''],
      ...['--saml-assertion', (await assertionOf(one, keys)) ?? ''],
      ...(request.durationSeconds === undefined
        ? []
        : ['--duration-seconds', String(request.durationSeconds)]),
      ...(request.policy === undefined ? [] : ['--policy', request.policy]),
    ]);
    const { outcome } = one;
    if ('rule' in outcome) {
      expect(answer.status).not.toBe(0);
      const text = answer.error.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '00000000-0000-0000-0000-000000000000');
      expect(text).toContain(
        `An error occurred (${outcome.code}) when calling the AssumeRoleWithSAML operation: ${outcome.message}`,
      );
      return;
    }
    expect(answer.error).toBe('');
    const { Credentials, ...rest } = answerShape.parse(answer.json);
    expect(rest).toMatchObject({
      Audience: outcome.session.audience ?? rest.Audience,
      AssumedRoleUser: { Arn: outcome.session.assumedRoleUser?.arn ?? rest.AssumedRoleUser.Arn },
    });
    const who = await runAws(mounted.url, ['sts', 'get-caller-identity'], {
      accessKeyId: Credentials.AccessKeyId,
      secretAccessKey: Credentials.SecretAccessKey,
      sessionToken: Credentials.SessionToken,
    });
    expect(who.json).toEqual({
      UserId: rest.AssumedRoleUser.AssumedRoleId,
      Account: rest.AssumedRoleUser.Arn.split(':')[4],
      Arn: rest.AssumedRoleUser.Arn,
    });
  });
});
