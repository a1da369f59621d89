import { defineMutation } from '../../model/mutation.ts';
import { replaceElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'metadata/idp-certificate-garbled',
  title: 'A signing certificate that was cut off when it was copied',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml) =>
      replaceElement(xml, 'X509Certificate', (element) => element.replace(/>([^<]{100})[^<]*</, '>$1<')),
  },
  breaks: ['metadata/idp-signing-key', 'setup/certificate'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.1.1',
      says: 'KeyDescriptor tells by which keys an entity signs; its KeyInfo identifies the key.',
    },
  ],
});
