import type { RunningStack } from '../../harness/stack/start-stack.ts';
import { fetchThroughFrontDoor } from '../support/front-door-fetch.ts';
import { enrol } from '../support/kosmos.ts';
import type { Parties } from './parties.ts';
import { phoneHost } from './parties.ts';
import { people } from './people.ts';

/** A page for a person to open, and what to do there. */
export interface Entrance {
  readonly title: string;
  readonly url: string;
  readonly hint: string;
}

/** Sets the doubles up for a person to click through: trust exchanged, every phone enrolled. */
export async function prepareServe(stack: RunningStack, parties: Parties): Promise<readonly Entrance[]> {
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
