import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/destination-case',
  title: 'The Destination differs in the case of its path',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { acsUrl }) =>
      setAttribute(
        xml,
        'Response',
        'Destination',
        acsUrl.replace(new URL(acsUrl).pathname, (path) => path.toUpperCase()),
      ),
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
    mechanism: 'Paths that differ in case are different addresses.',
    weakness: ['address-normalized'],
  },
});
