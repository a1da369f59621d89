import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';
import { elsewhere } from './_elsewhere.ts';

export default defineMutation({
  id: 'binding/audience-other',
  title: 'The audience is another service provider',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml, context) => setText(xml, 'Audience', elsewhere(context).entityId) },
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
    mechanism: 'A service provider that the person trusts less passes the assertion on to this one.',
    weakness: ['audience-not-checked'],
  },
});
