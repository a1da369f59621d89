import { defineMutation } from '../../model/mutation.ts';
import { replaceElement } from '../kit/edit.ts';
import { withValidity } from './_validity.ts';

const dayMs = 86_400_000;

export default defineMutation({
  id: 'metadata/idp-certificate-ends-soon',
  title: 'A signing certificate with thirty days to go',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml, { now }) =>
      replaceElement(xml, 'X509Certificate', (element) =>
        element.replace(
          />([^<]+)</,
          (_, der: string) => `>${withValidity(der, { notAfter: now + 30 * dayMs })}<`,
        ),
      ),
  },
  breaks: ['metadata/idp-certificate-renewal', 'setup/certificate'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Certificate expiration status indicators',
      says: 'A certificate with 90 days or less to go is marked yellow.',
    },
  ],
});
