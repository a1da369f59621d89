import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { elementText, insertAfter } from '../kit/edit.ts';

export default defineMutation({
  id: 'aws/metadata-with-eleven-keys',
  title: 'The metadata has eleven signing keys',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml) => insertAfter(xml, 'KeyDescriptor', elementText(xml, 'KeyDescriptor').repeat(10)),
  },
  breaks: ['aws/metadata-key-count'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.quotas('A SAML provider has at most 10 keys.')],
  needsArtifacts: ['account'],
});
