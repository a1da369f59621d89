import { defineMutation } from '../../model/mutation.ts';
import { replaceElement } from '../kit/edit.ts';
import { withValidity } from './_validity.ts';

const dayMs = 86_400_000;

export default defineMutation({
  id: 'metadata/idp-certificate-expired',
  title: 'A signing certificate that expired yesterday',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml, { now }) =>
      replaceElement(xml, 'X509Certificate', (element) =>
        element.replace(/>([^<]+)</, (_, der: string) => `>${withValidity(der, { notAfter: now - dayMs })}<`),
      ),
  },
  breaks: ['metadata/idp-certificate-current', 'setup/certificate'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Certificate expiration status indicators',
      says: 'A certificate that has expired is marked red.',
    },
  ],
});
