import { defineMutation } from '../../model/mutation.ts';
import { elementText, insertAfter } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/two-name-ids',
  title: 'The Subject has two NameIDs',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => insertAfter(xml, 'Subject/NameID', elementText(xml, 'Subject/NameID')),
  },
  breaks: ['response/schema', 'subject/name-id'],
  hostile: true,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '2.4.1', says: 'A Subject contains one identifier at most.' }],
});
