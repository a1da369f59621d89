import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'structure/status-unknown',
  title: 'The status is a code that nobody knows',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(xml, 'Status/StatusCode', 'Value', 'urn:example:status:AlmostSuccess'),
  },
  breaks: ['response/status', 'response/status-codes'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.2.2.2',
      says: 'Success is the only status by which a request has succeeded.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'What is not Success is a failure, also when nobody knows which.',
    weakness: ['status-not-checked'],
  },
});
