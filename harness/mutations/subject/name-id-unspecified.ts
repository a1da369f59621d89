import { defineMutation } from '../../model/mutation.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/name-id-unspecified',
  title: 'The NameID has the format unspecified',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(xml, 'Subject/NameID', 'Format', NAMEID.unspecified),
  },
  breaks: ['subject/name-id-format'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-errata',
      section: 'E15',
      says: 'When the request names a Format in its NameIDPolicy, the NameID has just that Format.',
    },
  ],
});
