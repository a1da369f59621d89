import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'metadata/idp-cache-duration-zero',
  title: 'Metadata that may be kept for no time at all',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml) => setAttribute(xml, 'EntityDescriptor', 'cacheDuration', 'PT0S'),
  },
  breaks: ['metadata/idp-validity'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-metadata',
      section: '2.3.2',
      says: 'validUntil is the end of the validity of the metadata; cacheDuration the longest time a copy is kept.',
    },
  ],
});
