import { defineMutation } from '../../model/mutation.ts';
import { replaceElement } from '../kit/edit.ts';
import { withValidity } from './_validity.ts';

const dayMs = 86_400_000;

export default defineMutation({
  id: 'metadata/idp-certificate-not-yet-valid',
  title: 'A signing certificate that becomes valid tomorrow',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml, { now }) =>
      replaceElement(xml, 'X509Certificate', (element) =>
        element.replace(
          />([^<]+)</,
          (_, der: string) => `>${withValidity(der, { notBefore: now + dayMs })}<`,
        ),
      ),
  },
  breaks: ['metadata/idp-certificate-current', 'setup/certificate'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-errata',
      section: 'E69',
      says: 'Nothing is implied by a certificate in metadata: a relying party may enforce its validity period, or not.',
    },
  ],
});
