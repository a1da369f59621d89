import { defineMutation } from '../../model/mutation.ts';
import { removeAttribute, setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'parser/attribute-of-other-namespace',
  title: 'Recipient is an attribute of another namespace',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { acsUrl }) => {
      const without = removeAttribute(xml, 'SubjectConfirmationData', 'Recipient');
      const declared = setAttribute(without, 'SubjectConfirmationData', 'xmlns:x', 'urn:example:other');
      return setAttribute(declared, 'SubjectConfirmationData', 'x:Recipient', acsUrl);
    },
  },
  breaks: ['subject/confirmation-data'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'xml',
      section: 'Namespaces in XML 1.0, 6.1',
      says: 'A prefix stands for the namespace of its nearest declaration; names are compared by namespace and local part.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The service provider checks that Recipient is the address of the assertion consumer service that got the message.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'The confirmation has no Recipient that SAML knows; a reader that goes by local name finds one all the same.',
    weakness: ['names-without-namespace'],
  },
});
