import { defineMutation } from '../../model/mutation.ts';
import { changeFirst, isRedirect } from './_edit.ts';

export default defineMutation({
  id: 'transport/redirect-to-http',
  title: 'A redirect on the way to the login page leads to http',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) =>
      changeFirst(exchanges, isRedirect, (redirect) => ({
        ...redirect,
        responseHeaders: redirect.responseHeaders.map(({ name, value }) => ({
          name,
          value: name === 'location' ? value.replace('https:', 'http:') : value,
        })),
      })),
  },
  breaks: ['transport/downgrade'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'Transport Layer Security Cheat Sheet, Use TLS For All Pages',
      says: 'All pages use TLS, not only those that seem sensitive.',
    },
  ],
});
