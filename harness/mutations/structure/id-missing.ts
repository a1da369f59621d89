import { defineMutation } from '../../model/mutation.ts';
import { removeAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'structure/id-missing',
  title: 'The Response has no ID',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeAttribute(xml, 'Response', 'ID') },
  breaks: ['response/id', 'response/schema'],
  hostile: true,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '3.2.2', says: 'Every response has an ID.' }],
  attack: {
    against: 'sp',
    mechanism: 'A message without an ID can be neither referred to nor remembered.',
    weakness: ['schema-not-checked'],
    needs: ['signed-assertion'],
  },
});
