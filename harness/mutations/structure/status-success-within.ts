import { defineMutation } from '../../model/mutation.ts';
import { NS, STATUS } from '../../saml/namespaces.ts';
import { setAttribute, setContent } from '../kit/edit.ts';

export default defineMutation({
  id: 'structure/status-success-within',
  title: 'The status is Responder, and Success within it',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setContent(
        setAttribute(xml, 'Status/StatusCode', 'Value', STATUS.responder),
        'Status/StatusCode',
        `<samlp:StatusCode xmlns:samlp="${NS.samlp}" Value="${STATUS.success}"/>`,
      ),
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
    mechanism: 'A search for Success anywhere in the status finds it below a failure.',
    weakness: ['status-anywhere'],
  },
});
