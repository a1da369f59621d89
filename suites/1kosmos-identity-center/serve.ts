import type { Config } from '../../harness/config/schema.ts';
import type { Entrance, Serving } from '../../harness/stack/serving.ts';
import type { RunningStack } from '../../harness/stack/start-stack.ts';
import { fetchThroughFrontDoor } from '../support/front-door-fetch.ts';
import { enrol } from '../support/kosmos.ts';
import { describeParties, type Parties, phoneHost } from './parties.ts';
import { people } from './people.ts';

/** The doubles for a person to click through; undefined when the configuration does not roll this out. */
export default function serve(integrations: Config['integrations']): Serving | undefined {
  const own = integrations['1kosmos-identity-center'];
  if (own === undefined) return undefined;
  const parties = describeParties(own);
  return { parts: parties.parts, prepare: (stack) => prepare(stack, parties) };
}

/** Trust exchanged, every phone enrolled. */
async function prepare(stack: RunningStack, parties: Parties): Promise<readonly Entrance[]> {
  const controls = parties.controls(stack);
  const { names } = parties;
  const metadata = await fetchThroughFrontDoor(stack, names.idpMetadata);
  await controls.sp.send('PUT', '/idp', { metadata });
  for (const { email } of Object.values(people)) await enrol(email, controls, names);
  return [
    {
      title: 'AWS access portal',
      url: names.portal,
      hint: `Sign in as ${people.alice.email}, ${people.bob.email} or ${people.dave.email}.`,
    },
    {
      title: 'Phone',
      url: `https://${phoneHost}/`,
      hint: 'Paste a screenshot of the QR code, or the link below it; then match the number and approve.',
    },
    { title: 'Start at the identity provider', url: names.launch, hint: 'The same login, IdP-initiated.' },
    { title: 'Metadata of the identity provider', url: names.idpMetadata, hint: 'What AWS imports.' },
    { title: 'Metadata of IAM Identity Center', url: names.spMetadata, hint: 'What the provider is given.' },
  ];
}
