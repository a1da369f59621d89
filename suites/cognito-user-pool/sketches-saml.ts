import * as arrange from './arrange.ts';
import type { Sketch } from './cases.ts';

const profile = 'cognito-user-pool-saml';

/** The same tenant as a SAML provider of the pool. */
export const samlCases: readonly Sketch[] = [
  {
    id: 'saml',
    title: 'Through the pool’s SAML provider a person signs in, and the response works once',
    profile,
    replays: ['same-browser', 'other-browser'],
    signOut: true,
  },
  {
    id: 'saml-signed-requests',
    title: 'Requests of the pool are signed where the SAML provider is set up for it',
    profile,
    person: 'zoe',
    before: [arrange.samlDetails({ RequestSigningAlgorithm: 'rsa-sha256' })],
  },
  {
    id: 'saml-audience-of-other-pool',
    title: 'A response for another pool signs nobody in',
    profile,
    expected: 'refused-by-sp',
    before: [arrange.samlApplication({ audience: 'urn:amazon:cognito:sp:us-east-1_Other1234' })],
    failures: [{ check: 'conditions/audience', reason: 'The audience is that of another pool.' }],
  },
  {
    id: 'saml-not-encrypted',
    title: 'Where the pool wants encrypted responses, one in plain signs nobody in',
    profile,
    expected: 'refused-by-sp',
    before: [arrange.samlDetails({ EncryptedResponses: 'true' })],
  },
];
