import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'metadata/idp-no-key',
  title: 'Metadata of an identity provider without any key',
  stage: 'in-transit',
  change: { on: 'idp-metadata', apply: (xml) => removeElement(xml, 'KeyDescriptor') },
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
