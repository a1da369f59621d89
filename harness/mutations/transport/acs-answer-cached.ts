import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/acs-answer-cached',
  title: 'The answer to the posted response may be cached',
  stage: 'in-transit',
  change: { on: 'headers', fault: { double: 'sp', path: '/platform/saml/acs', remove: ['cache-control'] } },
  breaks: ['transport/acs-no-store'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    { document: 'saml-bindings', section: '3.5.5.1', says: 'Messages of the POST binding are not cached.' },
  ],
});
