import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'structure/no-status',
  title: 'The Response has no Status',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'Response/Status') },
  breaks: ['response/schema', 'response/status'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.3.3',
      says: 'A Response has the attributes and elements of its type, in the order that the schema gives.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A target that asks whether the status is a failure finds none.',
    weakness: ['parts-optional'],
  },
});
