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
      document: 'aws-identity-center',
      section: 'Rotate a SAML 2.0 certificate',
      says: 'All imported certificates are active; one that is no longer in use is deleted, and at once where it was compromised.',
    },
  ],
});
