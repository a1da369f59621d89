import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createIdentityCenter } from '../../mocks/aws/identity-center/double.ts';
import { createSignIn } from '../../mocks/aws/sign-in/double.ts';
import type { Double } from '../model/double.ts';
import { type RunningStack, type StackPart, startEmbedded, startStack } from './start-stack.ts';

const signInHost = 'us-east-1.signin.aws.amazon.com';

function part(name: string, hosts: readonly string[], create: () => Double, seen?: object[]): StackPart {
  return {
    name,
    hosts,
    entry: 'unused',
    create,
    config: (network) => {
      seen?.push({ ...network });
      return {};
    },
  };
}

const identityCenter = (seen?: object[]) =>
  part('sp', ['d-1234567890.awsapps.com', `${signInHost}/platform`], () => createIdentityCenter(), seen);
const signIn = (seen?: object[]) => part('sign-in', [signInHost], () => createSignIn(), seen);

function ask(
  { frontDoor, authority }: RunningStack,
  path: string,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request(
      {
        host: '127.0.0.1',
        port: frontDoor.port,
        servername: signInHost,
        ca: authority,
        path,
        headers: { host: signInHost },
      },
      async (answer) => resolve({ status: answer.statusCode ?? 0, body: await text(answer) }),
    )
      .on('error', reject)
      .end();
  });
}

test.each([
  ['IAM Identity Center first', [identityCenter(), signIn()]],
  ['sign-in first', [signIn(), identityCenter()]],
])('two doubles share a host by their paths, %s', async (_order, parts) => {
  await using stack = await startStack(parts, startEmbedded, Date.now());
  const center = await ask(stack, '/platform/saml/metadata/d-1234567890');
  expect(center).toMatchObject({ status: 200 });
  expect(center.body).toContain(`entityID="https://${signInHost}/platform/saml/d-1234567890"`);
  const federation = await ask(stack, '/static/saml-metadata.xml');
  expect(federation).toMatchObject({ status: 200 });
  expect(federation.body).toContain('entityID="urn:amazon:webservices"');
  expect([...stack.hosts].sort()).toEqual(['d-1234567890.awsapps.com', signInHost]);
  expect(stack.browserArgs[0]?.match(new RegExp(`MAP ${signInHost}:`, 'g'))).toHaveLength(1);
});

test('a double that has only some paths of a host is not where the others look for it', async () => {
  const seen: object[] = [];
  const last = part('last', ['last.example'], () => createSignIn(), seen);
  await using _ = await startStack([identityCenter(), last], startEmbedded, Date.now());
  expect(seen).toEqual([{ 'https://d-1234567890.awsapps.com': expect.stringMatching(/^http:/) }]);
});

test('two doubles of one place, and two of one name, are refused before anything starts', async () => {
  const never = () => Promise.reject(new Error('It was started.'));
  const whole = part('other', [signInHost], () => createSignIn());
  await expect(startStack([signIn(), whole], never, 0)).rejects.toThrow(
    `"sign-in" and "other" both answer to ${signInHost}: name the paths of one, as in ${signInHost}/path.`,
  );
  const twin = part('sign-in', ['other.example'], () => createSignIn());
  await expect(startStack([signIn(), twin], never, 0)).rejects.toThrow(/Two parts .* called "sign-in"/);
});
