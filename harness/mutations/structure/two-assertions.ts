import { defineMutation } from '../../model/mutation.ts';
import { elementText, insertAfter, setAttribute, setText } from '../kit/edit.ts';
import { freshId } from '../kit/forge.ts';

export default defineMutation({
  id: 'structure/two-assertions',
  title: 'Two signed assertions are about two persons',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { victim }) => {
      const named = setText(xml, 'Assertion/Subject/NameID', victim.nameId);
      const other = setAttribute(named, 'Response/Assertion', 'ID', freshId(xml, 'second assertion'));
      return insertAfter(xml, 'Response/Assertion', elementText(other, 'Response/Assertion'));
    },
  },
  breaks: ['assertion/same-subject', 'response/one-assertion', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-errata',
      section: 'E26',
      says: 'If a Response contains several assertions, the Subject of each refers to the same principal.',
    },
  ],
  cves: ['CVE-2022-41912'],
  attack: {
    against: 'sp',
    mechanism:
      'Where two parts of a target pick an assertion, one may read the name and the other the rights.',
    weakness: ['several-assertions-accepted'],
  },
});
