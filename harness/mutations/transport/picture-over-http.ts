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
      document: 'saml-bindings',
      section: '3.5.5.2',
      says: 'Where the message is to stay confidential, the party uses TLS.',
    },
  ],
});
