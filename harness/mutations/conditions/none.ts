import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'conditions/none',
  title: 'The assertion has no Conditions',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'Conditions') },
  breaks: ['conditions/presence'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'Each bearer assertion contains an AudienceRestriction.',
    },
  ],
});
