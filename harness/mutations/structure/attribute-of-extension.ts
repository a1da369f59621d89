import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'structure/attribute-of-extension',
  title: 'The confirmation has a foreign attribute that names the victim',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { victim }) =>
      setAttribute(
        setAttribute(xml, 'SubjectConfirmationData', 'xmlns:x', 'urn:example:note'),
        'SubjectConfirmationData',
        'x:NameID',
        victim.nameId,
      ),
  },
  breaks: [],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'saml-core',
      section: '2.4.1.2',
      says: 'SubjectConfirmationData may have attributes of other namespaces, which mean what their maker says.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'Attributes of other namespaces mean nothing to SAML; a reader that goes by local names finds a NameID among them.',
    weakness: ['names-without-namespace'],
  },
});
