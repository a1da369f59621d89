import { deflateRawSync } from 'node:zlib';
import { defineMutation } from '../../model/mutation.ts';
import { changeRequest } from '../request/_query.ts';

export default defineMutation({
  id: 'idp-request/not-xml',
  title: 'The request is a piece of HTML',
  stage: 'in-transit',
  change: {
    on: 'request-url',
    apply: (url) => changeRequest(url, () => deflateRawSync('<script>alert(document.domain)</script>')),
  },
  breaks: ['request/id', 'request/issue-instant', 'request/issuer', 'request/schema', 'request/version'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'owasp',
      section: 'Cross Site Scripting Prevention Cheat Sheet, Output Encoding',
      says: 'What comes from outside is encoded for the place in the page where it is shown.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism:
      'An error page that shows what it could not read runs it in the identity provider’s own origin.',
    weakness: ['unescaped-output'],
    watch: 'markup',
  },
});
