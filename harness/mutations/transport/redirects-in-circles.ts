import { defineMutation } from '../../model/mutation.ts';
import { addRedirectsBefore } from './_edit.ts';

export default defineMutation({
  id: 'transport/redirects-in-circles',
  title: 'The portal redirects nine times before it shows a page',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) => addRedirectsBefore(exchanges, 9),
  },
  breaks: ['transport/redirect-count'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'rfc9110',
      section: '15.4',
      says: 'Clients detect and break off redirects in circles; some have a fixed limit.',
    },
  ],
});
