import { defineMutation } from '../../model/mutation.ts';
import { insertAfter } from '../kit/edit.ts';
import { weakCertificate } from './_certificates.ts';
import { signingKey } from './_parts.ts';

export default defineMutation({
  id: 'metadata/idp-key-weak',
  title: 'A second signing key of 1024 bits',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml) => insertAfter(xml, 'KeyDescriptor', signingKey(weakCertificate)),
  },
  breaks: ['metadata/idp-key-strength', 'metadata/idp-keys-imported'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-131a',
      section: 'Revision 2, 3',
      says: 'Digital signatures are made with RSA keys of at least 2048 bits or EC keys of at least 224 bits.',
    },
  ],
});
