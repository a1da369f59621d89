import type { Config } from '../../harness/config/schema.ts';
import type { Entrance, Serving } from '../../harness/stack/serving.ts';
import type { RunningStack } from '../../harness/stack/start-stack.ts';
import { createIdentityPoolClient } from '../../mocks/aws/cognito-identity-pool/client.ts';
import { fetchThroughFrontDoor } from '../support/front-door-fetch.ts';
import { enrol } from '../support/kosmos.ts';
import { basePool, describeParties, type Parties } from './parties.ts';
import { claims, people, provider, roles } from './world.ts';

/** The doubles for a person to click through; undefined when the configuration does not roll this out. */
export default function serve(integrations: Config['integrations']): Serving | undefined {
  const own = integrations['cognito-identity-pool'];
  if (own === undefined) return undefined;
  const parties = describeParties(own);
  return { parts: parties.parts, prepare: (stack) => prepare(stack, parties) };
}

/** The provider made, a pool whose rules go by the department, every phone enrolled. */
async function prepare(
  stack: RunningStack,
  { controls: connect, names, targets }: Parties,
): Promise<readonly Entrance[]> {
  const controls = connect(stack);
  const metadata = await fetchThroughFrontDoor(stack, names.idpMetadata);
  const pools = createIdentityPoolClient(controls.pools);
  await pools.putProvider({ arn: provider, metadata });
  await pools.putPool({
    ...basePool(names),
    roleMappings: [
      {
        provider,
        type: 'Rules',
        ambiguousRoleResolution: 'AuthenticatedRole',
        rules: [
          { claim: claims.department, matchType: 'Equals', value: 'Engineering', roleArn: roles.engineer },
        ],
      },
    ],
  });
  await controls.app.send('PUT', '/idp-metadata', { metadata });
  for (const { email } of Object.values(people)) await enrol(email, controls, names);
  const phone = targets.find(({ role }) => role === 'authenticator')?.origins[0] ?? '';
  return [
    {
      title: 'Start at the identity provider',
      url: names.launch,
      hint: `Sign in as ${people.alice.email} (a rule gives her a role) or ${people.bob.email} (the default role).`,
    },
    {
      title: 'Phone',
      url: `${phone}/`,
      hint: 'Paste a screenshot of the QR code, or the link below it; then match the number and approve.',
    },
    {
      title: names.appName,
      url: `${names.appOrigin}/`,
      hint: 'Shows identity, role and tags after the login.',
    },
    { title: 'Metadata of the identity provider', url: names.idpMetadata, hint: 'What IAM is given.' },
  ];
}
