import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/name-id-no-address',
  title: 'The NameID is a bare name where an e-mail address is wanted',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => setText(xml, 'Subject/NameID', 'ada.lovelace') },
  breaks: ['subject/name-id-form', 'subject/user-name'],
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '8.3.2', says: 'The format emailAddress is local-part@domain.' }],
});
