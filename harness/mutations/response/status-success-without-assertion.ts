import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'response/status-success-without-assertion',
  title: 'The status Success without an assertion',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'Assertion') },
  breaks: ['response/status'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'An error response carries no assertion; a successful one carries at least one.',
    },
  ],
});
