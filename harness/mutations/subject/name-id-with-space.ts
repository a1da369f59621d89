import { defineMutation } from '../../model/mutation.ts';
import { textOf } from '../../saml/tree.ts';
import { findElement, setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/name-id-with-space',
  title: 'The NameID begins with a space',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setText(xml, 'Subject/NameID', ` ${textOf(findElement(xml, 'Subject/NameID')).text}`),
  },
  breaks: ['subject/name-id-white-space'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '1.3.1',
      says: 'Strings are compared byte for byte; nobody may depend on white space being trimmed.',
    },
  ],
});
