import { defineMutation } from '../../model/mutation.ts';
import { escapeXml, setContent } from '../kit/edit.ts';

export default defineMutation({
  id: 'parser/nested-xml-in-name-id',
  title: 'An element within the NameID completes the victim’s name',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { victim }) => {
      const { nameId } = victim;
      const rest = `<rest xmlns="">${escapeXml(nameId.slice(1))}</rest>`;
      return setContent(xml, 'Subject/NameID', escapeXml(nameId.slice(0, 1)) + rest);
    },
  },
  breaks: ['response/schema', 'subject/name-id-form', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [
    { document: 'saml-core', section: '2.2.2', says: 'A NameID holds a string, and no elements.' },
    {
      document: 'saml-core',
      section: '2.3.3',
      says: 'An Assertion has the attributes and elements of its type, in the order that the schema gives.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A reader that joins all text below the NameID sees the victim’s name; one that takes its own text sees the beginning of it. The schema allows neither.',
    weakness: ['nested-text-joined'],
  },
});
