import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertBefore } from '../kit/edit.ts';

// Only the first line of a key in PEM, in two parts: there is no key here.
const header = ['-----BEGIN', 'PRIVATE KEY-----'].join(' ');
const note = `<md:Extensions xmlns:md="${NS.md}"><x:Note xmlns:x="urn:example:notes">${header}</x:Note></md:Extensions>`;

export default defineMutation({
  id: 'metadata/idp-private-key',
  title: 'Metadata exported together with the private key',
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
