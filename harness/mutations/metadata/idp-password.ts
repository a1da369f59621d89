import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertBefore } from '../kit/edit.ts';

const note = `<md:Extensions xmlns:md="${NS.md}"><x:KeystorePassword xmlns:x="urn:example:notes" password="changeit"/></md:Extensions>`;

export default defineMutation({
  id: 'metadata/idp-password',
  title: 'Metadata with a password in an extension',
  stage: 'in-transit',
  change: { on: 'idp-metadata', apply: (xml) => insertBefore(xml, 'IDPSSODescriptor', note) },
  breaks: ['metadata/idp-secrets'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.1.1',
      says: 'KeyDescriptor identifies a key to the partners that verify or encrypt by it, for which the public half suffices.',
    },
  ],
});
