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
      section: '4.1.4.1',
      says: 'The identity provider makes sure that the address it answers to belongs to the service provider.',
    },
  ],
});
