import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { insertAfter } from '../kit/edit.ts';
import { signingKey } from '../metadata/_parts.ts';
import { tinyCertificate } from './_certificates.ts';

export default defineMutation({
  id: 'aws/metadata-key-tiny',
  title: 'The metadata has a signing key of 768 bits',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml) => insertAfter(xml, 'KeyDescriptor', signingKey(tinyCertificate)),
  },
  breaks: [
    'aws/metadata-key-size',
    'aws/provider-certificate',
    'metadata/idp-key-strength',
    'metadata/idp-keys-imported',
  ],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.provider('The certificate holds an RSA key of at least 1024 bits.')],
  needsArtifacts: ['account'],
});
