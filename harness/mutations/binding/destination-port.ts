import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/destination-port',
  title: 'The Destination is another port of the same host',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { acsUrl }) => {
      const url = new URL(acsUrl);
      url.port = url.port === '8443' ? '9443' : '8443';
      return setAttribute(xml, 'Response', 'Destination', url.href);
    },
  },
  breaks: ['response/destination'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'Where Destination is present, the recipient checks that it is the location at which it got the message, and else discards it.',
    },
    {
      assumption: 'URIs are compared as strings, exactly.',
      known:
        'Core 1.3.1 has strings compared byte by byte and 1.3.2 says nothing else of URIs; to forgive a difference in case, port or slash is to take another address.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'Another service may listen at another port of the host.',
    weakness: ['address-normalized'],
  },
});
