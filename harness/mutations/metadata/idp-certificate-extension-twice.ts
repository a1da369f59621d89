import { defineMutation } from '../../model/mutation.ts';
import { insertAfter } from '../kit/edit.ts';
import { certificateWithRepeatedExtension } from './_certificates.ts';
import { signingKey } from './_parts.ts';

export default defineMutation({
  id: 'metadata/idp-certificate-extension-twice',
  title: 'A second signing certificate that repeats an extension',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml) => insertAfter(xml, 'KeyDescriptor', signingKey(certificateWithRepeatedExtension)),
  },
  breaks: ['metadata/idp-certificate-extensions', 'metadata/idp-keys-imported'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-iam',
      section: 'Create a SAML identity provider in IAM',
      says: 'No extension occurs more than once.',
    },
  ],
});
