import { defineMutation } from '../../model/mutation.ts';
import { insertAfter } from '../kit/edit.ts';
import { leftOverCertificate } from './_certificates.ts';
import { signingKey } from './_parts.ts';

export default defineMutation({
  id: 'metadata/idp-key-not-imported',
  title: 'A second signing key that was not imported at the service provider',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml) => insertAfter(xml, 'KeyDescriptor', signingKey(leftOverCertificate)),
  },
  breaks: ['metadata/idp-keys-imported'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-errata',
      section: 'E68',
      says: 'Any of the keys for signing may be used by the role, and relying parties should allow for each.',
    },
  ],
});
