import type { Config } from '../../harness/config/schema.ts';
import type { Entrance, Serving } from '../../harness/stack/serving.ts';
import type { RunningStack } from '../../harness/stack/start-stack.ts';
import { fetchThroughFrontDoor } from '../support/front-door-fetch.ts';
import { describeParties, type Parties } from './parties.ts';
import { people } from './people.ts';
import { setUp } from './set-up.ts';

/** The doubles for a person to click through; undefined when the configuration does not roll this out. */
export default function serve(integrations: Config['integrations']): Serving | undefined {
  const own = integrations.kpow;
  if (own === undefined) return undefined;
  const parties = describeParties(own);
  return { parts: parties.parts, prepare: (stack) => prepare(stack, parties) };
}

/** The application added to Identity Center, and started with its files. */
async function prepare(stack: RunningStack, parties: Parties): Promise<readonly Entrance[]> {
  const { names } = parties;
  await setUp({}, parties.controls(stack), parties, (url) => fetchThroughFrontDoor(stack, url));
  const { bob, zoe, carol } = people;
  return [
    {
      title: names.displayName,
      url: names.startUrl,
      hint: `Sign in as ${bob.userName} with "${bob.password}" (one group), or ${zoe.userName} with "${zoe.password}" (two).`,
    },
    {
      title: 'AWS access portal',
      url: names.portal,
      hint: `The tile begins the same login there; ${carol.userName} with "${carol.password}" is in no group.`,
    },
    {
      title: 'Metadata of IAM Identity Center',
      url: names.idpMetadata,
      hint: 'What the application is given.',
    },
  ];
}
