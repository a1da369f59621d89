import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'idp-request/acs-other-host',
  title: 'The answer is wanted at the right path of another host',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml, { acsUrl }) =>
      setAttribute(
        xml,
        'AuthnRequest',
        'AssertionConsumerServiceURL',
        `https://attacker.example${new URL(acsUrl).pathname}`,
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
  ],
  attack: {
    against: 'idp',
    mechanism: 'The assertion is sent where the attacker reads it, or uses it in the person’s name.',
    weakness: ['request-acs-not-checked'],
  },
});
