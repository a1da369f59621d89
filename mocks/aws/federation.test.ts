import { expect, it } from 'vitest';
import { createControlClient } from '../core/control-client.ts';
import { createFederation } from './federation.ts';
import { createAccountsClient } from './iam/client.ts';
import { createStsClient } from './sts/client.ts';
import { createTestKey, metadataFor } from './testing/test-world.ts';
import {
  accountsOf,
  factsOf,
  globalAcs,
  issuer,
  pairOf,
  production,
  providerArnOf,
  responseOf,
  roleArnOf,
  start,
} from './testing/world.ts';

it('puts IAM, STS and sign-in before the same accounts', async () => {
  const [key, next] = await Promise.all([createTestKey('idp', start), createTestKey('idp 2', start)]);
  const { iam, sts, signIn } = createFederation(accountsOf(key), { now: () => start });
  const byNext = responseOf(factsOf([pairOf(production, 'Admin')]), next);
  const post = (url: string, fields: Record<string, string>) =>
    new Request(url, { method: 'POST', body: new URLSearchParams(fields) });
  const assume = () =>
    sts.fetch(
      post('https://sts.amazonaws.com/', {
        Action: 'AssumeRoleWithSAML',
        Version: '2011-06-15',
        RoleArn: roleArnOf(production, 'Admin'),
        PrincipalArn: providerArnOf(production),
        SAMLAssertion: byNext,
      }),
    );
  const arrive = () => signIn.fetch(post(globalAcs, { SAMLResponse: byNext }));
  expect((await assume()).status).toBe(400);
  expect((await arrive()).status).toBe(400);
  // Changed at one, changed for all.
  await createAccountsClient(createControlClient(iam.control)).putProvider({
    arn: providerArnOf(production),
    metadata: metadataFor(issuer, [next.certificateDer]),
  });
  expect((await assume()).status).toBe(200);
  expect((await arrive()).status).toBe(303);
  expect(await createStsClient(createControlClient(sts.control)).sessions()).toHaveLength(1);
});
