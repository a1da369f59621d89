import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

const prefix = 'urn:oasis:names:tc:SAML:2.0:ac:classes:';

export default defineMutation({
  id: 'authn-statement/context-misspelt',
  title: 'The authentication context class is misspelt',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setText(xml, 'AuthnContextClassRef', `${prefix}MobileTwofactorContract`),
  },
  breaks: ['authn-statement/context-class', 'authn-statement/context-of-factor'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-authn-context',
      section: '3.4',
      says: 'The classes are named by the URIs listed there.',
    },
  ],
});
