import { defineMutation } from '../../model/mutation.ts';
import { addAfterLast } from './_edit.ts';

export default defineMutation({
  id: 'transport/response-in-address',
  title: 'The response is passed on in an address',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) =>
      addAfterLast(exchanges, { resource: 'fetch', query: 'SAMLResponse=kept-as-artifact' }),
  },
  breaks: ['transport/response-in-url'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'rfc9110',
      section: '17.9',
      says: 'Addresses are shared and logged, so that sensitive data does not belong in them.',
    },
  ],
});
