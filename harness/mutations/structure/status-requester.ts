import { defineMutation } from '../../model/mutation.ts';
import { STATUS } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'structure/status-requester',
  title: 'The status is Requester, with a good assertion',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(xml, 'Status/StatusCode', 'Value', STATUS.requester),
  },
  breaks: ['response/status'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.2.2.2',
      says: 'Success is the only status by which a request has succeeded.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'A response that reports an error contains no assertions.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'The identity provider says that the login failed; a target that goes straight to the assertion does not hear it.',
    weakness: ['status-not-checked'],
  },
});
