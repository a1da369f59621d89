import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

const dayMs = 86_400_000;

export default defineMutation({
  id: 'metadata/idp-metadata-expired',
  title: 'Metadata that was valid until yesterday',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml, { now }) =>
      setAttribute(xml, 'EntityDescriptor', 'validUntil', new Date(now - dayMs).toISOString()),
  },
  breaks: ['metadata/idp-validity'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-metadata',
      section: '2.3.2',
      says: 'validUntil and cacheDuration limit how long metadata may be used.',
    },
  ],
});
