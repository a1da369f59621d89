import { defineMutation } from '../../model/mutation.ts';
import { changePost } from './_edit.ts';

export default defineMutation({
  id: 'transport/field-twice',
  title: 'The post carries the field SAMLResponse twice',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) =>
      changePost(exchanges, (post) => ({
        ...post,
        requestBody: `${post.requestBody}&SAMLResponse=kept-as-artifact`,
      })),
  },
  breaks: ['transport/response-fields'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.4',
      says: 'The message is in one hidden field named SAMLResponse, the relay state in one named RelayState.',
    },
  ],
});
