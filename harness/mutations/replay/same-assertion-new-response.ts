import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { freshId } from '../kit/forge.ts';
import { openEnvelope } from '../structure/_envelope.ts';

export default defineMutation({
  id: 'replay/same-assertion-new-response',
  title: 'A used assertion is posted in a Response with another ID',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(openEnvelope(xml), 'Response', 'ID', freshId(xml, 'new Response')),
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.5',
      says: 'The service provider refuses the ID of a bearer assertion that was used, as long as it is valid.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'Only the assertion is signed: the Response round it is written anew, and a target that remembers the ID of Responses knows nothing of the assertion.',
    weakness: ['replay-by-response-id', 'in-response-to-not-checked'],
    needs: ['signed-assertion'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'send', jar: 'other', message: 'forged-earlier' },
    ],
  },
});
