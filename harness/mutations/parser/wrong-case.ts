import { defineMutation } from '../../model/mutation.ts';
import { replaceElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'parser/wrong-case',
  title: 'The NameID is called nameid',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      replaceElement(xml, 'Subject/NameID', (element) => element.replaceAll('NameID', 'nameid')),
  },
  breaks: ['response/schema', 'subject/name-id'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '1.3.1',
      says: 'Strings are compared exactly, unless something else is said: case and white space count.',
    },
    {
      document: 'saml-core',
      section: '2.3.3',
      says: 'An Assertion has the attributes and elements of its type, in the order that the schema gives.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A reader that ignores case finds a NameID where the schema has none.',
    weakness: ['names-ignore-case'],
  },
});
