import { defineMutation } from '../../model/mutation.ts';
import { removeAttribute } from '../kit/edit.ts';
import { openEnvelope } from '../structure/_envelope.ts';

export default defineMutation({
  id: 'binding/unsolicited-with-request-id',
  title: 'An unsolicited response names a request in its confirmation alone',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml) => removeAttribute(openEnvelope(xml), 'Response', 'InResponseTo') },
  breaks: ['response/in-response-to'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.5',
      says: 'An unsolicited response has no InResponseTo, also none in its bearer confirmations.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The service provider checks that InResponseTo of the bearer confirmation is the ID of its own AuthnRequest.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A stolen answer to another browser’s request is made to look unsolicited by taking InResponseTo off the Response, which is not signed.',
    weakness: ['in-response-to-any-session', 'in-response-to-one-place'],
    needs: ['sp-initiated', 'signed-assertion'],
    steps: [
      { step: 'start', jar: 'other' },
      { step: 'send', jar: 'own', message: 'forged', madeFor: 'other' },
    ],
  },
});
