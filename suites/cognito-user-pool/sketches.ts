import type { Sketch } from './cases.ts';
import { assuranceCases } from './sketches-assurance.ts';
import { messageCases } from './sketches-messages.ts';
import { samlCases } from './sketches-saml.ts';
import { setupCases } from './sketches-setup.ts';

/** Who signs in, and how they answer the phone. */
const people: readonly Sketch[] = [
  {
    id: 'proofed',
    title: 'A proofed person signs in with LiveID, and the application shows the assurance',
    signOut: true,
    probes: true,
  },
  {
    id: 'not-ascii',
    title: 'A proofed person whose name is not ASCII signs in',
    person: 'zoe',
  },
  {
    id: 'again',
    title: 'A person who has been here before has the attributes of today',
    person: 'zoe',
    known: { given_name: 'Zoe', family_name: 'Mueller', 'custom:ial': '1' },
  },
  {
    id: 'denied',
    title: 'A person who says no on the phone is not signed in',
    phone: { outcome: 'deny' },
    expected: 'refused-by-idp',
  },
  {
    id: 'liveness-failed',
    title: 'A face that is not alive is not signed in',
    phone: { outcome: 'liveness-failed' },
    expected: 'refused-by-idp',
  },
  {
    id: 'wrong-number',
    title: 'A person who taps another number than the page shows is not signed in',
    phone: { number: 'other' },
    expected: 'refused-by-idp',
  },
];

export const sketches: readonly Sketch[] = [
  ...people,
  ...assuranceCases,
  ...setupCases,
  ...messageCases,
  ...samlCases,
];
