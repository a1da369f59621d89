import { defineMutation } from '../../model/mutation.ts';
import { elementText, insertAfter, setText } from '../kit/edit.ts';

function addRestriction(xml: string): string {
  const twice = insertAfter(xml, 'AudienceRestriction', elementText(xml, 'AudienceRestriction'));
  return setText(twice, 'AudienceRestriction[2]/Audience', 'https://other-sp.example/saml');
}

export default defineMutation({
  id: 'conditions/second-restriction-of-other-sp',
  title: 'A second AudienceRestriction names another service provider',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: addRestriction,
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
});
