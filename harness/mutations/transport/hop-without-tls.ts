import { defineMutation } from '../../model/mutation.ts';
import { changeFirst, isPage } from './_edit.ts';

export default defineMutation({
  id: 'transport/hop-without-tls',
  title: 'A page of the login is reached by http',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) =>
      changeFirst(exchanges, isPage, (page) => ({
        ...page,
        url: page.url.replace('https:', 'http:'),
        tls: false,
      })),
  },
  breaks: ['transport/tls'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.3.5',
      says: 'The exchanges that carry the response should be made over SSL or TLS.',
    },
  ],
});
