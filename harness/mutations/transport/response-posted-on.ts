import { defineMutation } from '../../model/mutation.ts';
import { changePost } from './_edit.ts';

export default defineMutation({
  id: 'transport/response-posted-on',
  title: 'The service provider answers the post by 307',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) => changePost(exchanges, (post) => ({ ...post, status: 307 })),
  },
  breaks: ['transport/response-reposted'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'rfc9110',
      section: '15.4.8',
      says: 'After 307 the client repeats the request with its method.',
    },
  ],
});
