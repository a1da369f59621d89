import type { Config } from '../../harness/config/schema.ts';
import type { Entrance, Serving } from '../../harness/stack/serving.ts';
import type { RunningStack } from '../../harness/stack/start-stack.ts';
import { createIamClient } from '../../mocks/aws/iam/client.ts';
import { fetchThroughFrontDoor } from '../support/front-door-fetch.ts';
import { enrol } from '../support/kosmos.ts';
import { describeParties, type Parties } from './parties.ts';
import { account, people, providerOf, second } from './world.ts';

/** The doubles for a person to click through; undefined when the configuration does not roll this out. */
export default function serve(integrations: Config['integrations']): Serving | undefined {
  const own = integrations['1kosmos-aws-iam'];
  if (own === undefined) return undefined;
  const parties = describeParties(own);
  return { parts: parties.parts, prepare: (stack) => prepare(stack, parties) };
}

/** The provider made in both accounts, every phone enrolled. */
async function prepare(stack: RunningStack, { controls: connect, names, targets }: Parties) {
  const controls = connect(stack);
  const metadata = await fetchThroughFrontDoor(stack, names.idpMetadata);
  for (const control of [controls.signIn, controls.sts])
    for (const { id } of [account, second])
      await createIamClient(control).putProvider({ arn: providerOf(id), metadata });
  for (const { email } of Object.values(people)) await enrol(email, controls, names);
  const phone = targets.find(({ role }) => role === 'authenticator')?.origins[0] ?? '';
  const entrances: readonly Entrance[] = [
    {
      title: 'Start at the identity provider',
      url: names.launch,
      hint: `Sign in as ${people.alice.email} (two roles), ${people.bob.email} (one) or ${people.carol.email} (two accounts).`,
    },
    {
      title: 'Phone',
      url: `${phone}/`,
      hint: 'Paste a screenshot of the QR code, or the link below it; then match the number and approve.',
    },
    {
      title: 'AWS sign-in',
      url: `${names.signInOrigin}/saml`,
      hint: 'Where responses go; opened by itself it says that there is none.',
    },
    { title: 'Metadata of the identity provider', url: names.idpMetadata, hint: 'What IAM is given.' },
    {
      title: 'Metadata of AWS sign-in',
      url: `${names.signInOrigin}/static/saml-metadata.xml`,
      hint: 'What the provider is given.',
    },
  ];
  return entrances;
}
