import { defineMutation } from '../../model/mutation.ts';
import { CONFIRMATION } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/confirmed-by-sender',
  title: 'The subject is confirmed by sender-vouches instead of bearer',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(xml, 'SubjectConfirmation', 'Method', CONFIRMATION.senderVouches),
  },
  breaks: ['subject/confirmation'],
  hostile: false,
  safe: 'refuses',
  refs: [
    { document: 'saml-profiles', section: '4.1.4.2', says: 'A SubjectConfirmation has the method bearer.' },
  ],
});
