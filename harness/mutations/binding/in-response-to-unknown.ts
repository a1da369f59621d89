import { defineMutation } from '../../model/mutation.ts';
import { answerTo } from './_answers.ts';

export default defineMutation({
  id: 'binding/in-response-to-unknown',
  title: 'The message answers a request that was never made',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => answerTo(xml, '_0f1e2d3c4b5a69788796a5b4c3d2e1f001122334') },
  breaks: ['response/in-response-to', 'subject/in-response-to'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The service provider checks that InResponseTo of the bearer confirmation is the ID of its own AuthnRequest.',
    },
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'InResponseTo is the ID of the request; it is absent when the response answers none.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'Who cannot make the target ask brings the answer to an invented question.',
    weakness: ['in-response-to-not-checked'],
  },
});
