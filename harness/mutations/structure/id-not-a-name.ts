import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'structure/id-not-a-name',
  title: 'The assertion’s ID begins with a digit',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(xml, 'Response/Assertion', 'ID', '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d'),
  },
  breaks: ['assertion/id', 'response/schema'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '1.3.4',
      says: 'An ID is an xs:ID, which begins with a letter or an underscore.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'An ID that is none may be looked up by pattern or by number, and found elsewhere.',
    weakness: ['schema-not-checked'],
  },
});
