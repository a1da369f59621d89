import { defineMutation } from '../../model/mutation.ts';
import { changeFirst, isPage } from './_edit.ts';

export default defineMutation({
  id: 'transport/certificate-not-trusted',
  title: 'A page of the login is served with a certificate that browsers do not trust',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) => changeFirst(exchanges, isPage, (page) => ({ ...page, tls: false })),
  },
  breaks: ['transport/tls'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.1.2.1',
      says: 'The server authenticates by an X.509 certificate, from which the client establishes who it is.',
    },
  ],
});
