import { defineMutation } from '../../model/mutation.ts';
import { addAfterLast } from './_edit.ts';

export default defineMutation({
  id: 'transport/token-in-address',
  title: 'A request carries an access token in its address',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) =>
      addAfterLast(exchanges, { resource: 'fetch', query: 'access_token=masked-0123456789' }),
  },
  breaks: ['transport/url-secrets'],
  hostile: false,
  safe: 'unaffected',
  refs: [{ document: 'rfc7231', section: '9.4', says: 'Sensitive data does not belong into a URI.' }],
});
