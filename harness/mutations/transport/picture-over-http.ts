import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/picture-over-http',
  title: 'The portal loads a picture over http',
  stage: 'in-transit',
  change: {
    on: 'headers',
    fault: {
      double: 'sp',
      path: '/start',
      appendHtml: '<img src="http://pictures.example/logo.png" alt="">',
    },
  },
  breaks: ['transport/mixed-content'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'Transport Layer Security Cheat Sheet, Do Not Mix TLS and Non-TLS Content',
      says: 'A page served by TLS includes no resource that is loaded without it.',
    },
  ],
});
