import { defineMutation } from '../../model/mutation.ts';
import { textOf } from '../../saml/tree.ts';
import { findElement, setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/name-id-in-other-case',
  title: 'The NameID differs from the user name in upper and lower case',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setText(xml, 'Subject/NameID', textOf(findElement(xml, 'Subject/NameID')).text.toUpperCase()),
  },
  breaks: ['subject/user-name'],
  hostile: false,
  safe: 'refuses',
  refs: [
    { document: 'saml-core', section: '1.3.1', says: 'Strings are compared byte for byte, case and all.' },
  ],
});
