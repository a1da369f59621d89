import type { Config } from '../../harness/config/schema.ts';
import type { Entrance, Serving } from '../../harness/stack/serving.ts';
import type { RunningStack } from '../../harness/stack/start-stack.ts';
import { fetchThroughFrontDoor } from '../support/front-door-fetch.ts';
import { enrol } from '../support/kosmos.ts';
import { cases } from './cases.ts';
import { describeParties, type Parties, phoneHost } from './parties.ts';
import { people } from './people.ts';
import { prepare } from './prepare.ts';

/** The doubles for a person to click through; undefined when the configuration does not roll this out. */
export default function serve(integrations: Config['integrations']): Serving | undefined {
  const own = integrations.idemeum;
  if (own === undefined) return undefined;
  const parties = describeParties(own);
  return { parts: parties.parts, prepare: (stack) => setUp(stack, parties) };
}

/** All steps of the vendor's guide done, everybody pushed, and every phone enrolled. */
async function setUp(stack: RunningStack, parties: Parties): Promise<readonly Entrance[]> {
  const { names } = parties;
  const controls = parties.controls(stack);
  const [usual] = cases;
  if (usual === undefined) throw new Error('There is no case.');
  await prepare(usual, controls, names, { fetchText: (url) => fetchThroughFrontDoor(stack, url) });
  const others = Object.values(people).filter(({ email }) => email !== usual.person.enrolledAs);
  for (const { email } of others) await enrol(email, controls, names);
  const { alice, dave, erin } = people;
  return [
    {
      title: 'idemeum user catalog',
      url: names.catalog,
      hint: `Sign in as ${alice.email} (two accounts), ${dave.email} (in no group) or ${erin.email} (no tile), then choose the tile.`,
    },
    {
      title: 'Phone',
      url: `https://${phoneHost}/`,
      hint: 'Paste a screenshot of the QR code, or the link below it; then match the number and approve.',
    },
    {
      title: 'AWS access portal',
      url: names.portal,
      hint: 'The tile leads here; a login that begins here is refused by idemeum.',
    },
    { title: 'Metadata of idemeum', url: names.idpMetadata, hint: 'What AWS imports.' },
    { title: 'Metadata of IAM Identity Center', url: names.spMetadata, hint: 'What Load Config reads.' },
  ];
}
