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
    { document: 'saml-profiles', section: '4.1.4.1', says: 'The profile limits what an AuthnRequest holds.' },
  ],
});
