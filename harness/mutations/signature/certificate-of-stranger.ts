import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'signature/certificate-of-stranger',
  title: 'KeyInfo holds the certificate of a stranger beside a genuine signature',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, { strangerCertificate }) =>
      setText(xml, 'Assertion/Signature/KeyInfo/X509Data/X509Certificate', strangerCertificate),
  },
  breaks: ['signature/key-info'],
  hostile: false,
  safe: 'genuine-user',
  refs: [
    {
      assumption: 'A certificate that is sent along is one of the metadata.',
      known: 'Core 5.4.5 lays nothing down on KeyInfo; some service providers choose the key by it.',
    },
  ],
});
