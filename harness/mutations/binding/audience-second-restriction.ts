import { defineMutation } from '../../model/mutation.ts';
import { elementText, insertAfter, setText } from '../kit/edit.ts';
import { elsewhere } from './_elsewhere.ts';

export default defineMutation({
  id: 'binding/audience-second-restriction',
  title: 'A second AudienceRestriction names another service provider alone',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      setText(
        insertAfter(xml, 'AudienceRestriction', elementText(xml, 'AudienceRestriction')),
        'AudienceRestriction[2]/Audience',
        elsewhere(context).entityId,
      ),
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
  ],
  attack: {
    against: 'sp',
    mechanism: 'All restrictions have to hold: the assertion is for those only whom every one names.',
    weakness: ['audience-any-restriction'],
  },
});
