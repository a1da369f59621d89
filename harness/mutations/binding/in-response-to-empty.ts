import { defineMutation } from '../../model/mutation.ts';
import { answerTo } from './_answers.ts';

export default defineMutation({
  id: 'binding/in-response-to-empty',
  title: 'InResponseTo is empty in both places',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => answerTo(xml, '') },
  breaks: ['response/in-response-to', 'response/schema', 'subject/in-response-to'],
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
    mechanism:
      'An empty text is neither a request nor its absence; software that asks for truth takes it for absence.',
    weakness: ['in-response-to-not-checked', 'schema-not-checked'],
  },
});
