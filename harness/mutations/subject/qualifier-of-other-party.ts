import { defineMutation } from '../../model/mutation.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/qualifier-of-other-party',
  title: 'A persistent NameID is qualified by another identity provider',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setAttribute(
        setAttribute(xml, 'Subject/NameID', 'Format', NAMEID.persistent),
        'Subject/NameID',
        'NameQualifier',
        'https://other-idp.example/saml',
      ),
  },
  breaks: ['subject/name-id-format', 'subject/name-qualifiers'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '8.3.7',
      says: 'NameQualifier is the identity provider that made the identifier.',
    },
  ],
});
