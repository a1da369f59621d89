import { defineMutation } from '../../model/mutation.ts';
import { elementText, insertAfter, setAttribute, setText } from '../kit/edit.ts';

function addSecond(xml: string): string {
  const second = setAttribute(
    elementText(xml, 'Assertion'),
    'Assertion',
    'ID',
    '_5d1c7b90a2e84f6f9b3d27c18e40aa35',
  );
  return insertAfter(xml, 'Assertion', setText(second, 'NameID', 'other.person@example.com'));
}

export default defineMutation({
  id: 'assertion/second-of-other-person',
  title: 'A second assertion, about another person, beside the first',
  stage: 'before-signing',
  change: { on: 'response', apply: addSecond },
  breaks: ['assertion/same-subject', 'response/one-assertion', 'subject/user-name'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-errata',
      section: 'E26',
      says: 'If a Response contains several assertions, the Subject of each refers to the same principal.',
    },
  ],
});
