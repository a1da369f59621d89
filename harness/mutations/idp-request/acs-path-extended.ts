import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'idp-request/acs-path-extended',
  title: 'The answer is wanted below the right address',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml, { acsUrl }) =>
      setAttribute(
        xml,
        'AuthnRequest',
        'AssertionConsumerServiceURL',
        `${acsUrl}/../redirect?to=https://attacker.example/`,
      ),
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
    {
      assumption: 'URIs are compared as strings, exactly.',
      known:
        'Core 1.3.1 has strings compared byte by byte and 1.3.2 says nothing else of URIs; to forgive a difference in case, port or slash is to take another address.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism:
      'The assertion is sent where the attacker reads it, or uses it in the person’s name. Below the right path may lie a page that redirects.',
    weakness: ['request-acs-by-prefix'],
  },
});
