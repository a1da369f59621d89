import { defineMutation } from '../../model/mutation.ts';
import { EditError, setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'idp-request/acs-by-http',
  title: 'The answer is wanted over plain HTTP',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml, { acsUrl }) => {
      if (!acsUrl.startsWith('https:'))
        throw new EditError('Nothing to change: the address has no TLS anyway.');
      return setAttribute(
        xml,
        'AuthnRequest',
        'AssertionConsumerServiceURL',
        acsUrl.replace(/^https:/, 'http:'),
      );
    },
  },
  breaks: ['request/acs'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.1',
      says: 'The identity provider makes sure that the address it is asked to answer to belongs to the requester.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism:
      'The assertion is sent where the attacker reads it, or uses it in the person’s name. Without TLS everybody on the way reads it.',
    weakness: ['request-acs-not-checked'],
  },
});
