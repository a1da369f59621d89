import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'request/issuer-of-other-sp',
  title: 'An AuthnRequest in the name of another service provider',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml, { spEntityId }) => setText(xml, 'AuthnRequest/Issuer', `${spEntityId}-other`),
  },
  breaks: ['request/issuer'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.1',
      says: 'Issuer is present and is the unique identifier of the service provider; Format is absent or entity.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism: 'An identity provider that serves whoever asks gives people’s names to strangers.',
    weakness: ['request-issuer-not-checked'],
  },
});
