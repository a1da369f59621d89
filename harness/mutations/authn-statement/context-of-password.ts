import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

const prefix = 'urn:oasis:names:tc:SAML:2.0:ac:classes:';

export default defineMutation({
  id: 'authn-statement/context-of-password',
  title: 'The authentication context is that of a password',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setText(xml, 'AuthnContextClassRef', `${prefix}PasswordProtectedTransport`),
  },
  breaks: ['authn-statement/context-of-factor'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.7.2',
      says: 'AuthnContext is the context of the login up to and including the one that yielded this statement.',
    },
  ],
});
