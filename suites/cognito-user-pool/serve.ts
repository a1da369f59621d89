import type { Config } from '../../harness/config/schema.ts';
import type { Entrance, Serving } from '../../harness/stack/serving.ts';
import type { RunningStack } from '../../harness/stack/start-stack.ts';
import { enrol } from '../support/kosmos.ts';
import { describeParties, type Parties, phoneHost } from './parties.ts';
import { people } from './people.ts';

/** The doubles for a person to click through; undefined when the configuration does not roll this out. */
export default function serve(integrations: Config['integrations']): Serving | undefined {
  const own = integrations['cognito-user-pool'];
  if (own === undefined) return undefined;
  const parties = describeParties(own);
  return { parts: parties.parts, prepare: (stack) => prepare(stack, parties) };
}

/** Every phone enrolled; the pool knows its provider from the start. */
async function prepare(stack: RunningStack, parties: Parties): Promise<readonly Entrance[]> {
  const controls = parties.controls(stack);
  const { names } = parties;
  for (const { email } of Object.values(people)) await enrol(email, controls, names);
  return [
    {
      title: 'Application',
      url: names.startUrl,
      hint: `Sign in with the phone of ${people.alice.email} and LiveID (proofed), or of ${people.bob.email} (not proofed).`,
    },
    {
      title: 'Phone',
      url: `https://${phoneHost}/`,
      hint: 'Paste a screenshot of the QR code, or the link below it; then match the number and approve with LiveID.',
    },
    {
      title: 'Discovery document of 1Kosmos',
      url: `${names.idpIssuer}/.well-known/openid-configuration`,
      hint: 'What the user pool reads.',
    },
    {
      title: 'Keys of the user pool',
      url: `${names.poolIssuer}/.well-known/jwks.json`,
      hint: 'What applications and API Gateway verify tokens with.',
    },
  ];
}
