import { defineCheck } from '../../model/check.ts';
import { fieldNames, responsePost, shortUrl, whereIn } from './_exchanges.ts';

export default defineCheck({
  id: 'transport/response-fields',
  title: {
    holds: 'The post carries each SAML field only once',
    fails: 'The post carries a SAML field more than once',
  },
  why: 'Of two fields with one name, one server reads the first and the next the last: what is checked is not what is used.',
  fix: {
    console: 'Identity provider',
    field: 'Page that posts the response',
    change: 'Write each hidden field once.',
  },
  judges: 'idp',
  needs: ['exchanges'],
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.4',
      says: 'The message is in one hidden field named SAMLResponse, the relay state in one named RelayState.',
    },
  ],
  messages: { repeated: 'The post to {url} has the field {name} {count} times; once is wanted.' },
  applies: ({ exchanges }) => responsePost(exchanges) !== undefined || 'No post of a response was recorded.',
  run: ({ exchanges }) => {
    const post = responsePost(exchanges);
    if (post === undefined) return [];
    const names = fieldNames(post);
    return ['SAMLResponse', 'RelayState'].flatMap((name) => {
      const count = names.filter((each) => each === name).length;
      if (count <= 1) return [];
      return [
        {
          message: 'repeated' as const,
          data: { url: shortUrl(post.url), name, count },
          expected: 'once',
          observed: `${count} times`,
          where: { ...whereIn(post), path: `exchange ${post.index} body` },
        },
      ];
    });
  },
});
