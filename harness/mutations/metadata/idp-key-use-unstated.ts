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
      document: 'saml-metadata',
      section: '2.4.1.1',
      says: 'KeyDescriptor tells which keys an entity uses to sign.',
    },
  ],
});
