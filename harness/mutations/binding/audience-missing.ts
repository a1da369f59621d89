import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/audience-missing',
  title: 'The assertion has no AudienceRestriction',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'AudienceRestriction') },
  breaks: ['conditions/audience-restriction'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'Each bearer assertion contains an AudienceRestriction that names the service provider.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'An assertion for everybody is an assertion for whoever gets hold of it.',
    weakness: ['audience-not-checked'],
  },
});
