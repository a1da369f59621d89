import { defineMutation } from '../../model/mutation.ts';
import { withDoctype } from '../metadata/_parts.ts';

export default defineMutation({
  id: 'request/doctype',
  title: 'A DOCTYPE before the AuthnRequest',
  stage: 'before-signing',
  change: { on: 'request', apply: withDoctype },
  breaks: ['request/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'owasp',
      section: 'XML External Entity Prevention Cheat Sheet, General Guidance',
      says: 'Switching DTDs off altogether is the safest defence against external entities and entity expansion.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism:
      'Nothing in a SAML message needs a document type; whoever takes one takes its entities and defaults along, before anyone has logged in.',
    weakness: ['doctype-allowed'],
  },
});
