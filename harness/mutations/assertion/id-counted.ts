import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'assertion/id-counted',
  title: 'The ID of the assertion is a small number',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => setAttribute(xml, 'Assertion', 'ID', '_42') },
  breaks: ['assertion/id'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '1.3.4',
      says: 'An ID is an xs:ID; where it is random, two are equal with a probability of at most 2^-128, as values of 128 bits give.',
    },
  ],
});
