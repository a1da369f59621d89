import { defineMutation } from '../../model/mutation.ts';
import { insertAfter } from '../kit/edit.ts';
import { leftOverCertificate } from './_certificates.ts';
import { signingKey } from './_parts.ts';

export default defineMutation({
  id: 'metadata/idp-three-keys',
  title: 'Signing keys left over from earlier rollovers',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml, { strangerCertificate }) =>
      insertAfter(xml, 'KeyDescriptor', signingKey(leftOverCertificate) + signingKey(strangerCertificate)),
  },
  breaks: ['metadata/idp-key-rollover', 'metadata/idp-keys-imported'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-errata',
      section: 'E68',
      says: 'Of several KeyDescriptors of one use, any key may be used by the role, and relying parties should allow for each.',
    },
  ],
});
