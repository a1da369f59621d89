import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/audience-superset',
  title: 'The audience contains the target’s name',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { spEntityId }) => setText(xml, 'Audience', `https://other-sp.example/?like=${spEntityId}`),
  },
  breaks: ['conditions/audience'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.4',
      says: 'Each AudienceRestriction is judged by itself: the assertion is valid only if the party is among the audiences of every one.',
    },
    {
      assumption: 'URIs are compared as strings, exactly.',
      known:
        'Core 1.3.1 has strings compared byte by byte and 1.3.2 says nothing else of URIs; to forgive a difference in case, port or slash is to take another address.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A search for the own name within the text finds it in another service provider’s.',
    weakness: ['audience-by-substring'],
  },
});
