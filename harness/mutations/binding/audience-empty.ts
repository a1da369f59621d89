import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/audience-empty',
  title: 'The audience is empty',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => setText(xml, 'Audience', '') },
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
  attack: {
    against: 'sp',
    mechanism: 'A target that checks the audience only where it is not empty does not check this one.',
    weakness: ['audience-not-checked'],
  },
});
