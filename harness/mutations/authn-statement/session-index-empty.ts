import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'authn-statement/session-index-empty',
  title: 'The SessionIndex is empty',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => setAttribute(xml, 'AuthnStatement', 'SessionIndex', '') },
  breaks: ['authn-statement/session-index'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.7.2',
      says: 'SessionIndex names one session between the principal and the authority.',
    },
  ],
});
