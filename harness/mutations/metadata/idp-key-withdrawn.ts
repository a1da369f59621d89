import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'metadata/idp-key-withdrawn',
  title: 'A key at the service provider that the metadata does not publish',
  stage: 'in-transit',
  change: {
    on: 'setup',
    apply: (setup, { strangerCertificate }) => ({
      ...setup,
      idp: { ...setup.idp, certificates: [...(setup.idp?.certificates ?? []), strangerCertificate] },
    }),
  },
  breaks: ['metadata/idp-keys-withdrawn'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.1.1',
      says: 'KeyDescriptor tells which keys an entity uses to sign.',
    },
  ],
});
