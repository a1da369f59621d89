import { defineMutation } from '../../model/mutation.ts';
import { EditError } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/by-http',
  title: 'The response comes over plain HTTP',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request) => {
      if (!request.url.startsWith('https:'))
        throw new EditError('Nothing to change: the address has no TLS anyway.');
      return { ...request, url: request.url.replace(/^https:/, 'http:') };
    },
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.5.2',
      says: 'Confidentiality and integrity of messages on their way need TLS.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'On a connection without TLS everybody on the way reads the message and the session cookie.',
    weakness: ['plain-http-accepted'],
  },
});
