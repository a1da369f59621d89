import { defineMutation } from '../../model/mutation.ts';
import { changePost } from './_edit.ts';

export default defineMutation({
  id: 'transport/posted-elsewhere',
  title: 'The response is posted to another site',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) =>
      changePost(exchanges, (post) => ({ ...post, url: 'https://collector.example/saml/acs' })),
  },
  breaks: ['transport/response-address'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.3.5',
      says: 'The identity provider has some means to establish that the service provider controls the address it answers to.',
    },
  ],
});
