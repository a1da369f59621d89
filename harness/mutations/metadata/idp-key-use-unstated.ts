import { defineMutation } from '../../model/mutation.ts';
import { removeAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'metadata/idp-key-use-unstated',
  title: 'A signing key of unstated use',
  stage: 'in-transit',
  change: { on: 'idp-metadata', apply: (xml) => removeAttribute(xml, 'KeyDescriptor', 'use') },
  breaks: ['metadata/idp-key-use'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-errata',
      section: 'E62',
      says: 'Without use, the key is for signing and for encryption.',
    },
  ],
});
