import { defineMutation } from '../../model/mutation.ts';
import { STATUS } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'response/status-error-with-assertion',
  title: 'An assertion under an error status',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => setAttribute(xml, 'StatusCode', 'Value', STATUS.responder) },
  breaks: ['response/status'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'An error response carries no assertion; a successful one carries at least one.',
    },
  ],
});
