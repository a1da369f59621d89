import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'metadata/idp-changed-after-signing',
  title: 'Metadata of the identity provider that was changed after it was signed',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml, { signAsStranger }) =>
      setAttribute(
        signAsStranger(setAttribute(xml, 'EntityDescriptor', 'ID', '_signed'), '_signed'),
        'EntityDescriptor',
        'cacheDuration',
        'PT6H',
      ),
  },
  breaks: ['metadata/idp-signature'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-metadata',
      section: '3',
      says: 'A signature on metadata gives it integrity, and lets a trusted signer vouch for it.',
    },
  ],
});
