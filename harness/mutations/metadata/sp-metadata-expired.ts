import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

const dayMs = 86_400_000;

export default defineMutation({
  id: 'metadata/sp-metadata-expired',
  title: 'Metadata of the service provider that was valid until yesterday',
  stage: 'in-transit',
  change: {
    on: 'sp-metadata',
    apply: (xml, { now }) =>
      setAttribute(xml, 'EntityDescriptor', 'validUntil', new Date(now - dayMs).toISOString()),
  },
  breaks: ['metadata/sp-validity'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-errata',
      section: 'E94',
      says: 'Metadata is invalid from its validUntil on, and is not used then; a copy older than cacheDuration is merely stale.',
    },
  ],
});
