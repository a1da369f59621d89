import { defineMutation } from '../../model/mutation.ts';
import { replaceElement } from '../kit/edit.ts';
import { rebind } from './_prefix.ts';

export default defineMutation({
  id: 'parser/subject-of-other-namespace',
  title: 'The Subject is an element of another namespace with the usual prefix',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      replaceElement(xml, 'Assertion/Subject', (subject) => rebind(subject, 'urn:example:other')),
  },
  breaks: ['response/schema', 'subject/name-id'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'xml',
      section: 'Namespaces in XML 1.0, 6.1',
      says: 'A prefix stands for the namespace of its nearest declaration; names are compared by namespace and local part.',
    },
    {
      document: 'saml-core',
      section: '2.3.3',
      says: 'An Assertion has the attributes and elements of its type, in the order that the schema gives.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'The assertion has no Subject that SAML knows; a reader that goes by prefix or local name finds one all the same.',
    weakness: ['names-without-namespace'],
  },
});
