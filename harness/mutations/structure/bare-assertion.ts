import { defineMutation } from '../../model/mutation.ts';
import { elementText } from '../kit/edit.ts';

export default defineMutation({
  id: 'structure/bare-assertion',
  title: 'The assertion comes without a Response',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml) => elementText(xml, 'Response/Assertion') },
  breaks: ['response/root'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.3.5',
      says: 'The identity provider answers with a Response message, or with an artifact for one.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'Status, Destination and request are told by the Response; without one there is nothing to check.',
    weakness: ['bare-assertion-accepted'],
    needs: ['signed-assertion'],
  },
});
