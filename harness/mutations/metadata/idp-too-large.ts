import { defineMutation } from '../../model/mutation.ts';
import { insertBefore } from '../kit/edit.ts';

export default defineMutation({
  id: 'metadata/idp-too-large',
  title: 'Metadata larger than IAM Identity Center imports',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml) => insertBefore(xml, 'IDPSSODescriptor', `<!-- ${'padding '.repeat(10_000)}-->`),
  },
  breaks: ['metadata/idp-size'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Other identity providers (page other-idps)',
      says: 'The metadata file may have up to 75,000 characters.',
    },
  ],
});
