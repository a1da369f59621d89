import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'conditions/audience-shortened',
  title: 'The audience is the entity ID without its last character',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { spEntityId }) => setText(xml, 'Audience', spEntityId.slice(0, -1)),
  },
  breaks: ['conditions/audience'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'The AudienceRestriction includes the unique identifier of the service provider as an Audience.',
    },
  ],
});
