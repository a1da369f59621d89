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
      section: '3.5.5.2',
      says: 'Where the message is to stay confidential, the party uses TLS.',
    },
  ],
});
