import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'conditions/no-audience-restriction',
  title: 'The assertion is for everybody',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'AudienceRestriction') },
  breaks: ['conditions/audience-restriction'],
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
