import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'conditions/audience-of-other-sp',
  title: 'The audience is another service provider',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => setText(xml, 'Audience', 'https://other-sp.example/saml') },
  breaks: ['conditions/audience'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.4',
      says: 'Each AudienceRestriction is judged by itself: the assertion is valid only if the party is among the audiences of every one.',
    },
  ],
});
