import { defineMutation } from '../../model/mutation.ts';
import { elementText, insertAfter, setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'identity/two-name-ids',
  title: 'The Subject has two NameIDs, of two persons',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { victim }) =>
      setText(
        insertAfter(xml, 'Subject/NameID', elementText(xml, 'Subject/NameID')),
        'Subject/NameID[2]',
        victim.nameId,
      ),
  },
  breaks: ['response/schema', 'subject/name-id', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '2.4.1', says: 'A Subject contains one identifier at most.' }],
  attack: {
    against: 'sp',
    mechanism: 'One part of a target reads the first name, another the last.',
    weakness: ['several-names-accepted'],
  },
});
